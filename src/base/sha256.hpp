// SHA-256 (FIPS 180-4) of bytes: to tell whether a file is the one that was written.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

class Sha256 {
public:
    void add(std::string_view bytes);
    // A text and its length, so that two of them are never mistaken for one.
    void add_field(std::string_view text);
    std::string hexadecimal() const;  // 64 digits; more may be added afterwards

private:
    void take_block(const unsigned char* block);

    std::array<std::uint32_t, 8> state_ = {0x6A09E667U, 0xBB67AE85U, 0x3C6EF372U, 0xA54FF53AU,
                                           0x510E527FU, 0x9B05688CU, 0x1F83D9ABU, 0x5BE0CD19U};
    std::array<unsigned char, 64> rest_ = {};
    std::uint64_t length_ = 0;  // bytes
};

std::string sha256(std::string_view bytes);

}  // namespace nianbao

// A 128-bit fingerprint of bytes: for the file identifier and the subset tags, not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::pdf {

class ContentHash {
public:
    void add(std::string_view bytes);
    std::array<std::uint64_t, 2> value() const;
    std::string hexadecimal() const;  // 32 digits

private:
    std::uint64_t first_ = 0x9E3779B97F4A7C15U, second_ = 0xC2B2AE3D27D4EB4FU;
    std::uint64_t length_ = 0;
};

}  // namespace nianbao::pdf

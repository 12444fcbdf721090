// Compression of streams with libdeflate.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace nianbao::pdf {

// One compressor of one level; not shared between threads.
class Deflater {
public:
    explicit Deflater(int level);
    ~Deflater();
    Deflater(Deflater&&) noexcept;
    Deflater& operator=(Deflater&&) = delete;

    // In the zlib format, as /FlateDecode wants it.
    std::string compress(std::string_view bytes);

private:
    libdeflate_compressor* compressor_;
};

}  // namespace nianbao::pdf

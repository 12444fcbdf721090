// Compression of streams with libdeflate.
#include "pdf/deflate.hpp"

#include <new>
#include <utility>

#include <libdeflate.h>

namespace nianbao::pdf {

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
    if (!compressor_) throw std::bad_alloc();
}

Deflater::~Deflater() { libdeflate_free_compressor(compressor_); }

Deflater::Deflater(Deflater&& other) noexcept : compressor_(std::exchange(other.compressor_, nullptr)) {}

std::string Deflater::compress(std::string_view bytes) {
    std::string out(libdeflate_zlib_compress_bound(compressor_, bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(compressor_, bytes.data(), bytes.size(), out.data(), out.size()));
    return out;
}

}  // namespace nianbao::pdf

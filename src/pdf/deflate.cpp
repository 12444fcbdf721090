// Compression of streams: which kind of stream is compressed how.
#include "pdf/deflate.hpp"

#include <new>

#include <libdeflate.h>

#include "pdf/huffman.hpp"

namespace nianbao::pdf {

namespace {

// Levels of libdeflate. Outlines hardly repeat: below the highest level, more time buys no bytes.
struct Levels {
    int streams = 0, programs = 0;
};

Levels levels_of(PdfProfile profile) {
    switch (profile) {
        case PdfProfile::fast: return {6, 1};
        case PdfProfile::small: return {9, 12};
    }
    return {};
}

}  // namespace

void Deflater::Free::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
    if (!compressor_) throw std::bad_alloc();
}

std::string Deflater::compress(std::string_view bytes) {
    // What is given back keeps no room that it does not need: it waits for the end of the document.
    const std::size_t most = libdeflate_zlib_compress_bound(compressor_.get(), bytes.size());
    if (room_.size() < most) room_.resize(most);
    return room_.substr(0, libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), room_.data(), room_.size()));
}

StreamCompressor::StreamCompressor(PdfProfile profile) : profile_(profile), streams_(levels_of(profile).streams) {}

std::string StreamCompressor::compress_program(std::string_view program, OutlineKind kind) {
    // Points of glyf outlines repeat far more than charstrings (spec/pdf 5.2).
    if (profile_ == PdfProfile::fast && kind == OutlineKind::cff) return huffman_compress(program);
    if (!programs_) programs_.emplace(levels_of(profile_).programs);
    return programs_->compress(program);
}

std::string deflate_version() { return LIBDEFLATE_VERSION_STRING; }

}  // namespace nianbao::pdf

// Compression of streams: which kind of stream is compressed how.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <nianbao/pdf.hpp>

#include "font/font_face.hpp"

struct libdeflate_compressor;

namespace nianbao::pdf {

// One compressor of one level; not shared between threads.
class Deflater {
public:
    explicit Deflater(int level);

    // In the zlib format, as /FlateDecode wants it.
    std::string compress(std::string_view bytes);

private:
    struct Free {
        void operator()(libdeflate_compressor* compressor) const;
    };
    std::unique_ptr<libdeflate_compressor, Free> compressor_;
    std::string room_ = {};  // for the longest result so far
};

// The compressors of a profile. All streams are in the zlib format.
class StreamCompressor {
public:
    explicit StreamCompressor(PdfProfile profile);

    std::string compress(std::string_view stream) { return streams_.compress(stream); }
    std::string compress_program(std::string_view program, OutlineKind kind);

private:
    PdfProfile profile_;
    Deflater streams_;
    std::optional<Deflater> programs_ = {};  // made when it is needed
};

std::string deflate_version();  // of libdeflate's header: the library does not say it

}  // namespace nianbao::pdf

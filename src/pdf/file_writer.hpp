// Objects → the bytes of a PDF 1.7 file with object streams and a cross-reference stream.
#pragma once

#include <string>

#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"

namespace nianbao::pdf {

// The whole file. Its /ID is a hash of every object: same objects, same bytes.
std::string write_file(HaruDocument& document, StreamCompressor& compressor);

}  // namespace nianbao::pdf

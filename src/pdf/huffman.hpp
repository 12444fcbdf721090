// Compression by Huffman codes alone, for font programs.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::pdf {

// In the zlib format, without repeats: charstrings hardly repeat, and looking for it takes nine times
// as long for 4 % of the bytes. One block, since they are alike from first to last: blocks of 8 to
// 64 kB come out longer. Never more than 11 bytes, and 5 for each 65,535, longer than the input.
std::string huffman_compress(std::string_view bytes);

}  // namespace nianbao::pdf

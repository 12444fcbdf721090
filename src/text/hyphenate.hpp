// Where a Latin word may be divided (CLREQ 6.1.4).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::text {

// Byte offsets inside `word`, in order; two letters at least stay before a division and three go after
// it. Empty when no patterns of the language (BCP 47) are there: English ones are, and serve Latin
// words in Chinese text as well.
std::vector<std::size_t> word_divisions(std::string_view word, std::string_view language);

} // namespace nianbao::text

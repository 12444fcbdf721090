// The known word that a mistyped one is probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// The word of least edit distance, counted in characters, earlier ones first among equals; empty when
// none is near: more than a third of the characters (at least two, of short words one) would change.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace nianbao

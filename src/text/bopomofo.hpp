// 注音符号 at the right of a Han: a column of symbols with its tone mark (CLREQ 5.5.3).
#pragma once

#include "text/line.hpp"

namespace nianbao::text {

// Half an em wide. The symbols have three tenths of the Han each and stand in the middle of its
// height; ˊ ˇ ˋ stand at the right of the last, ˙ above the first.
ShapedRuby bopomofo_column(const StyledRun& base, const FontSet& fonts, std::vector<MissingCharacter>& missing);

}  // namespace nianbao::text

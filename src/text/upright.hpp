// Vertical setting of short texts (直排): one column of upright units, a line each.
#pragma once

#include <vector>

#include "text/line.hpp"

namespace nianbao::text {

// Lines of one unit each, centred in the measure: a Han character or mark in its vertical form; two to
// four digits or letters side by side where they fit (纵中横, CLREQ 2.3.4), else one by one. A dash (——) or
// an ellipsis (……) is one unit in the middle of as many lines as it has ems, the first of which holds it;
// `pitch` is from line to line. Every byte of the text is in one line; a space is not seen.
std::vector<Line> set_upright(const ShapedText& text, Length measure, Length pitch);

// The measure that its widest character needs, and that with all digits and letters side by side.
struct UprightWidths {
    Length narrowest = {}, widest = {};
};
UprightWidths upright_widths(const ShapedText& text);

}  // namespace nianbao::text

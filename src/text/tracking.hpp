// 字距: what styles add between the characters of a text, for good.
#pragma once

#include "text/punctuation.hpp"

namespace nianbao::text {

// 疏排 and 紧排 (CLREQ 6.3.1.1, 6.3.1.3): TextStyle::tracking at every place that may stretch.
void add_tracking(const ShapedText& text, Spacing& spacing);

// 均排 to n em (CLREQ 6.2.1.3, 6.3.1.2): TextStyle::spread. The runs become unbreakable.
void spread_runs(const ShapedText& text, Spacing& spacing);

// Latin between Han takes whole multiples of the Han width (CLREQ 6.2.4), its spare room the same on
// both sides.
void fit_latin_to_grid(const ShapedText& text, const HanLatinGap& gap, Spacing& spacing);

} // namespace nianbao::text

// Clusters + a measure → lines; every inner line of justified text is exactly the measure.
#pragma once

#include <vector>

#include "text/line.hpp"

namespace nianbao::text {

// At least one line, also for empty text. A single cluster wider than the measure gets a line of
// its own that overflows (the caller sees width > measure).
std::vector<Line> break_lines(const ShapedText& text, const LineOptions& options);

}  // namespace nianbao::text

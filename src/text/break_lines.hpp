// Clusters + a measure → lines; every inner line of justified text is exactly the measure.
#pragma once

#include <optional>
#include <vector>

#include "text/line.hpp"
#include "text/shape.hpp"

namespace nianbao::text {

// At least one line, also for empty text. A single cluster wider than the measure gets a line of
// its own that overflows (the caller sees width > measure).
std::vector<Line> break_lines(const ShapedText& text, const LineOptions& options);

// Blank at the left of a line that leaves `spare` of its measure. A text from right to left starts at the right.
Length blank_before(Align align, Length spare, bool backward = false);

// A text as narrow and as wide as it can be set, and on one line at the left edge. No line: there is a line feed in
// it, or something that follows from the measure (marks, direction).
struct TextExtent {
    TextWidths widths = {};
    std::optional<Line> line = {};
};
TextExtent extent_of(const ShapedText& text, const LineStyle& style);

}  // namespace nianbao::text

// Shaped text and lines as text: glyph ids, clusters, advances in points. For tests and bug reports.
#pragma once

#include <string>
#include <vector>

#include "text/line.hpp"

namespace nianbao::text {

// One line per cluster: its text, face, size, advance and glyph ids; then what no font has.
std::string dump(const ShapedText& text);

// One line per line: natural and adjusted width; below it each piece with its place and text.
std::string dump(const std::vector<Line>& lines);

// One line: its natural width, what hangs, what each step of adjusting gave, why it ends there, its
// text: `natural 430.1 width 442.205 stretched Han–Latin gaps +7.9, all gaps +4.205; ends free: "…"`.
std::string explain(const Line& line);

} // namespace nianbao::text

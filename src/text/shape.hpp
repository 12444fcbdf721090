// Styled runs → clusters and glyphs, each from the first face of its chain that has it.
#pragma once

#include <span>

#include "text/line.hpp"

namespace nianbao::text {

// Valid UTF-8 in. Never throws for a missing character: it is listed in ShapedText::missing and its
// cluster has no glyphs. Of the style, what changes glyphs counts here: scientific_full_stop.
ShapedText shape(std::span<const StyledRun> runs, const FontSet& fonts, const LineStyle& style = {});

// The narrowest measure in which nothing overflows: the widest unbreakable run (min-content), and the
// width on one line (max-content). For column widths.
struct TextWidths {
    Length narrowest = {}, widest = {};
};
TextWidths widths(const ShapedText& text, const LineOptions& options);

}  // namespace nianbao::text

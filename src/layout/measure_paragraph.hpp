// Paragraphs, headings, lists and signatures → strips, one per line.
#pragma once

#include "layout/measurement.hpp"

namespace nianbao::layout {

// A text as one stretch of lines.
struct LineBlock {
    Runs runs = {};
    const ParagraphStyle* style = nullptr;
    Origin origin = {};
    bool held_together = false;  // no page end inside
    BreakAppeal before = BreakAppeal::good;
    Length measure = {};         // zero: the width of a column, or of the type area
    Length space_before = {};
};

// Breaks the block and adds its lines as strips, without what stands between blocks.
// Throws LayoutError (LINE-TOO-WIDE).
void add_lines(Measurement& desk, LineBlock block);

void measure(Measurement& desk, const Paragraph& block);
void measure(Measurement& desk, const Heading& block);
void measure(Measurement& desk, const List& block);
void measure(Measurement& desk, const Signature& block);

}  // namespace nianbao::layout

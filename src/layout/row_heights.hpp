// Heights of rows, and rows taller than a page cut into slices of lines.
#pragma once

#include "layout/measured.hpp"

namespace nianbao::layout {

// Fills slices and first_slice of a table whose cells have their lines. `page` is the height that
// solid strips have on a page. Throws LayoutError (TABLE-HEADER-TALL).
void add_slices(MeasuredTable& table, Length page);

// The header rows.
Length header_height(const MeasuredTable& table);

// Appeals of a page end before each slice of the body, 0 for header rows: never directly after a bar,
// a header or a row kept with the next, not with a single row left on either side, not where the text
// of a spanning cell would be cut.
std::vector<BreakAppeal> slice_appeals(const MeasuredTable& table, bool keep_whole);

}  // namespace nianbao::layout

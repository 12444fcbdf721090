// Heights of rows, and rows higher than half a page cut into slices of lines.
#pragma once

#include "layout/measured.hpp"

namespace nianbao::layout {

// Fills slices and first_slice of a table whose cells have their lines. `page` is the height that
// solid strips have on a page. Throws LayoutError (TABLE-HEADER-TALL).
void add_slices(MeasuredTable& table, Length page);

// What a page that goes on with the table repeats above it: marks and header rows; and below it, when
// it ends before the footer: the footer rows, if they are repeated.
Length head_height(const MeasuredTable& table);
Length foot_height(const MeasuredTable& table);

// Appeals of a page end before each slice of the body, 0 for header rows: never directly after a bar,
// a header or a row kept with the next, not with a single row left on either side, not where the text
// of a spanning cell would be cut, not before or in the footer.
std::vector<BreakAppeal> slice_appeals(const MeasuredTable& table, Length page, bool keep_whole);

}  // namespace nianbao::layout

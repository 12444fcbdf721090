// The texts of a table's cells in lines, at the widths found for it.
#pragma once

#include "layout/choose_fit.hpp"

namespace nianbao::layout {

// The table with its cells broken to their widths, without rows. The runs of cells are still the piece's:
// a table that is only tried needs them again. Throws LayoutError for a table in a cell that does not
// fit (CELL-TOO-NARROW, TABLE-TOO-WIDE, TABLE-HEADER-TALL).
MeasuredTable broken_table(Measurement& desk, const FittedPiece& piece, const FittedTable& fitted);

}  // namespace nianbao::layout

// Widths of automatic columns that make the table low.
#pragma once

#include <span>
#include <vector>

#include "layout/table_grid.hpp"

namespace nianbao::layout {

// Text of a cell in one automatic column, and the row it stands in.
struct CellDemand {
    std::uint32_t row = 0, column = 0;  // column: among the automatic ones
    Length text = {};                   // on one line, without padding
};

// What the heights of rows follow from.
struct RowDemands {
    std::vector<CellDemand> cells = {};  // in order of their rows
    Length size = {};                    // Han break after any character: lines are whole characters
    Length padding = {};                 // left and right together
    std::int64_t least_lines = 1;        // that a row has anyway
};

// Begins at the narrowest and gives width, step by step, to the columns whose next step saves the most
// lines per point, while `spare` lasts and no column is wider than its widest. Of a long table a
// sample of rows decides.
std::vector<Length> lowest_widths(std::span<const ContentWidths> contents, const RowDemands& demands, Length spare);

}  // namespace nianbao::layout

// A table split by columns: pieces that each begin with the key columns.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "document/table_cells.hpp"

namespace nianbao::layout {

// Columns [first, last) of a piece, besides the key columns.
struct ColumnRange {
    std::size_t first = 0, last = 0;
};

struct TablePiece {
    std::unique_ptr<const Table> table = {};   // the key columns and its own; cells cut to them
    std::vector<std::size_t> sources = {};     // for each cell: that of the whole table
    std::vector<bool> copies = {};             // an earlier piece shows the cell already
};

// As few ranges as fit beside the key columns, of like width; empty: some column does not fit.
std::vector<ColumnRange> split_ranges(std::span<const Length> needs, std::size_t keys, Length measure);

std::vector<TablePiece> split_columns(
    const Table& table, std::span<const document::GridCell> cells, std::span<const ColumnRange> ranges
);

}  // namespace nianbao::layout

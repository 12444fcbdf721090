// A table with its texts broken to the widths of its cells.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <nianbao/paged_document.hpp>

#include "document/table_cells.hpp"
#include "layout/cell_runs.hpp"
#include "layout/measured_lines.hpp"

namespace nianbao::layout {

struct CellContents;
struct DiagonalHead;

// A cell with its text broken to the width of the cell.
struct MeasuredCell {
    document::GridCell at = {};
    CellLines lines = {};
    Length left = {};         // of the lines, from the left edge of the cell
    NodeId node = artifact;
    std::shared_ptr<CellContents> contents = {};  // null: nothing but a text
};

// A row, or a line of a row that is higher than half a page: one strip.
struct RowSlice {
    std::uint32_t row = 0;
    Length height = {};
};

struct MeasuredTable {
    const Table* table = nullptr;
    const TableStyle* style = nullptr;
    Length size = {}, line_height = {};              // after shrinking
    Insets padding = {};
    std::vector<Length> edges = {};                  // of the columns, from the left of the type area
    std::vector<MeasuredCell> cells = {};
    CellRuns runs = {};
    std::vector<std::shared_ptr<const text::Digits>> digits = {};  // that its numbers are put together from
    std::uint32_t runs_before = 0;                   // in Measured::runs: of what is read before the table
    std::vector<std::uint32_t> owners = {};          // cell of each slot, row by row
    std::vector<RowSlice> slices = {};
    std::vector<std::uint32_t> first_slice = {};     // of each row, and one past the last
    std::int32_t header_group = -1;
    std::vector<MeasuredLine> marks = {};            // 续表 and the unit, above each further part; the
    Length marks_height = {};                        // baselines from the top of the first of them

    std::uint32_t columns() const { return static_cast<std::uint32_t>(edges.size() - 1); }
    std::uint32_t owner(std::uint32_t row, std::uint32_t column) const { return owners[row * columns() + column]; }
    std::uint32_t header_rows() const { return static_cast<std::uint32_t>(table->header_rows); }
    std::uint32_t footer_row() const { return static_cast<std::uint32_t>(table->rows.size()) - static_cast<std::uint32_t>(table->footer_rows); }
    std::uint32_t header_end() const { return first_slice[header_rows()]; }    // one past its last slice
    // One past the last row, or slice, that stands again on every page; 0 when the header stands once.
    std::uint32_t repeated_rows() const { return table->repeat_header ? header_rows() : 0; }
    std::uint32_t repeated_end() const { return first_slice[repeated_rows()]; }
    std::uint32_t footer_begin() const { return first_slice[footer_row()]; }  // its first slice
    std::uint32_t slice_begin(const MeasuredCell& cell) const { return first_slice[cell.at.row]; }
    std::uint32_t slice_end(const MeasuredCell& cell) const { return first_slice[cell.at.row + cell.at.rows]; }
    // Lines that fit into a stretch of a cell of that height; a cut edge needs no padding.
    std::int64_t capacity(const MeasuredCell& cell, std::int64_t millipoints, bool has_top, bool has_bottom) const;
    const Insets& padding_of(const MeasuredCell& cell) const { return document::padding_of(cell.at, padding); }
};

// A table in a cell.
struct NestedTable {
    std::int64_t line = 0, lines = 0;  // of the cell, in whose room it stands
    MeasuredTable table = {};
};

// What stands in a cell in the room of lines that are empty.
struct CellContents {
    std::vector<NestedTable> nested = {};
    std::shared_ptr<const DiagonalHead> diagonal = {};
};

}  // namespace nianbao::layout

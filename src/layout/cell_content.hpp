// What a cell holds besides one text: labels at diagonals, further paragraphs, tables.
#pragma once

#include <cstddef>
#include <span>

#include "layout/choose_fit.hpp"

namespace nianbao::layout {

// The texts of the cells in the looks of the table: a cell that holds labels or blocks in parts, with runs and nodes for
// each: a paragraph each, below the cell's node, and tables with all that belongs to them. Throws LayoutError
// CELL-CONTENT (labels beside a text or blocks, or other than two or three of them), and the faults of the tables' grids.
TableTexts texts_of(Measurement& desk, const Table& table, const FittedPiece& piece);

// The same of a piece of a table split by columns, with the parts of the whole; `sources`: the cell of the whole for
// each of the piece.
TableTexts texts_of_piece(Measurement& desk, const FittedPiece& piece, const FittedPiece& whole, std::span<const std::size_t> sources);

// What a cell needs at least and at most, by what it holds.
text::TextWidths widths_of_parts(Measurement& desk, TableTexts& texts, std::size_t cell, Length size);

}  // namespace nianbao::layout

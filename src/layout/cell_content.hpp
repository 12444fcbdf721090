// What a cell holds besides one text: labels at diagonals, further paragraphs, tables.
#pragma once

#include <vector>

#include "layout/choose_fit.hpp"

namespace nianbao::layout {

// Whether a cell holds labels or blocks, in parts.
bool has_parts(const Cell& cell);

// The look of a cell's text: the style it names, else the table's; spread evenly when the cell says so.
TextStyle text_look(const Measurement& desk, const TableStyle& style, const Cell& cell, const Origin& origin);

// Adds runs, parts and nodes of the cells that hold parts: a paragraph each, below the cell's node, and
// tables with all that belongs to them. Throws LayoutError CELL-CONTENT (labels beside a text or blocks, or
// other than two or three of them), and the faults of the tables' grids.
void add_parts(Measurement& desk, FittedPiece& table);

// Takes the parts of a piece of a table split by columns from the whole; `sources`: the cell of the whole
// for each of the piece.
void copy_parts(const FittedPiece& whole, const std::vector<std::size_t>& sources, FittedPiece& piece);

// What a cell needs at least and at most, by what it holds.
text::TextWidths widths_of_parts(Measurement& desk, TableTexts& texts, std::size_t cell, Length size);

}  // namespace nianbao::layout

// Type size and column widths of a table: its cells shaped in the one size in which every word fits.
#pragma once

#include <vector>

#include "layout/measurement.hpp"

namespace nianbao::layout {

// A table whose words fit their cells; texts are shaped, lines not yet broken.
struct FittedTable {
    Length size = {}, line_height = {};
    Insets padding = {};
    bool tight = false;                      // centred cells have hardly any padding at their sides
    std::vector<Length> edges = {};          // of the columns, from the left of the type area
    std::vector<text::ShapedText> texts = {};  // each text once: most cells of a report say 0
    std::vector<std::size_t> text_of_cell = {};
};

// The texts of the cells, as runs in the table's size, and the table they belong to.
struct TableTexts {
    const Table* table = nullptr;
    const TableStyle* style = nullptr;
    const std::vector<document::GridCell>* cells = nullptr;
    std::vector<Runs> runs = {};  // one per cell
};

// A word wider than its cell makes the whole table smaller: in steps of half a point to 9 pt, then
// with less padding beside centred texts, then to 7.5 pt. `texts.runs` come back in the size found. Throws LayoutError
// (TABLE-TOO-WIDE, CELL-TOO-NARROW).
FittedTable fit_table(Measurement& desk, TableTexts& texts);

// Where the text of a cell may stand: distance from its left edge, and width. Tight: a centred text
// may come nearer to the rules beside it.
struct Inner {
    Length left = {}, width = {};
};
Inner inner_of(const FittedTable& table, const document::GridCell& cell, Align align, bool tight);

Align align_of(const Table& table, const document::GridCell& cell);

}  // namespace nianbao::layout

// Cells of a table on its grid: where each stands, and whether rows fill the grid and spans fit.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/document.hpp>

namespace nianbao::document {

// A cell at its place; spans are at least 1 and stay inside the grid.
struct GridCell {
    std::uint32_t row = 0, column = 0, rows = 1, columns = 1;
    const Cell* cell = nullptr;  // of the table asked about
    // Told once of the cell, for every step asks again and the cells of a long table lie far apart.
    Align align : 8 = Align::center;  // its own, else the column's
    VerticalAlign valign : 8 = VerticalAlign::middle;
    HeaderScope header : 8 = HeaderScope::none;
    bool vertical : 1 = false;
    bool padded : 1 = false;   // has a padding of its own
    bool shaded : 1 = false;   // shaded, or in a colour of its own
    bool ruled : 1 = false;    // names rules for its edges
    bool in_parts : 1 = false; // holds labels at diagonals or blocks
    bool styled : 1 = false;   // names a text style, or is spread
    int level = 0;
    std::uint32_t last_row() const { return row + rows - 1; }
    std::uint32_t last_column() const { return column + columns - 1; }
};

// The padding that cell has in a table of that padding.
inline const Insets& padding_of(const GridCell& cell, const Insets& of_table) {
    return cell.padded ? *cell.cell->padding : of_table;
}

// The cells in reading order, each slot of the grid covered by exactly one. Throws LayoutError naming
// the table and the row: TABLE-NO-COLUMNS, TABLE-NO-ROWS, TABLE-HEADER-ROWS, TABLE-SPAN, TABLE-ROW-LONG,
// TABLE-ROW-SHORT, TABLE-SPAN-DOWN, TABLE-SPAN-OVERLAP, TABLE-HEADER-SPAN,
// TABLE-FOOTER-ROWS, TABLE-FOOTER-SPAN, TABLE-KEY-COLUMNS.
std::vector<GridCell> cells_on_grid(const Table& table);

// Cells that begin in the first columns, below the header rows, become headers of their rows unless they
// are headers already. Throws LayoutError as above.
void make_row_headers(Table& table, int columns);

// How a table is called in messages: its caption, else its summary, else "".
std::string name_of(const Table& table);

}  // namespace nianbao::document

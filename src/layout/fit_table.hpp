// Type size and column widths of a table: its cells shaped in the one size in which every word fits.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "layout/shape_cells.hpp"

namespace nianbao::layout {

// A table whose words fit their cells; texts are shaped, lines not yet broken.
struct FittedTable {
    Length size = {}, line_height = {};
    Insets padding = {};
    Length clear = {};               // of the rules beside centred cells; zero: as far as their padding
    std::vector<Length> edges = {};  // of the columns, from the left of the type area
    Length rule = {}, frame = {};    // what rules take of a cell at its sides inside the table, and at its edges
    FittedTexts texts = {};
};

// The word that is wider than its cell, or the columns that are wider than the type area.
struct TableOverflow {
    static constexpr std::size_t whole_table = static_cast<std::size_t>(-1);
    std::size_t cell = whole_table;
    Length needed = {}, available = {};
};

// How a table may be fitted.
struct FitOptions {
    Length measure = {};
    Length size = {};  // the only one to try; zero: from the style's
    // Whether a table whose shares were widened will do; none = any. Asked for each size.
    std::function<bool(const FittedTable&)> accept = {};
};

struct TableFit {
    std::optional<FittedTable> table = {};
    TableOverflow overflow = {};  // of the last size tried, when no table
    std::size_t widest_word = TableOverflow::whole_table;  // that made the table smaller
};

// A word wider than its cell makes the whole table smaller: in steps of half a point to 9 pt, then
// with less padding beside centred texts, then with less padding and shares that give way to what the
// others hold, to 7.5 pt. `texts.runs` come back in the size found.
TableFit fit_table(Measurement& desk, TableTexts& texts, const FitOptions& options);

// Sizes from the style's to 7.5 pt, largest first.
std::vector<Length> sizes_from(Length size);

// What each column needs at least in that size: its words, and two Han.
std::vector<Length> column_needs(Measurement& desk, TableTexts& texts, Length size);

// LayoutError CELL-TOO-NARROW or TABLE-TOO-WIDE.
[[noreturn]] void fail_fit(const TableTexts& texts, const TableOverflow& overflow);

// Warns (TABLE-SMALL-TYPE) of a table below 9 pt.
void warn_of_size(Measurement& desk, const TableTexts& texts, const TableFit& fit);

// Where the text of a cell may stand: distance from its left edge, and width. `clear`: a centred text may come as near
// to the rules beside it; zero: it keeps its padding.
struct Inner {
    Length left = {}, width = {};
};
Inner inner_of(const FittedTable& table, const document::GridCell& cell, Align align, Length clear);

// A centred head that stands on one line when it comes as near to its rules does so: 自然人.
inline constexpr Length head_clear = Length::millipoints(250);

// Where the lines of the cell stand; what is no number stands in the middle of a column of numbers.
Align align_of(const document::GridCell& cell);

}  // namespace nianbao::layout

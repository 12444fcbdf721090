// Column widths of a table: fixed, automatic by content, and shares of the rest.
#pragma once

#include <span>
#include <vector>

#include <nianbao/document.hpp>

namespace nianbao::layout {

// What a column's content asks for; only automatic columns need it.
struct ContentWidths {
    Length narrowest = {}, widest = {};
};

// Content of a cell over one or more columns, padding included.
struct CellContent {
    std::size_t column = 0, columns = 1;
    ContentWidths widths = {};
};

// Content of columns from that of their cells; what a spanning cell lacks goes to its automatic
// columns in equal parts.
std::vector<ContentWidths> content_of_columns(std::span<const Column> columns, std::span<const CellContent> cells);

struct RowDemands;

// Widths that add up to `measure` exactly when any column is a share or automatic. Sum above `measure`:
// the columns need more than there is; the caller decides. Automatic columns make the table low when
// `demands` tells what their rows hold, else they widen in proportion to what they lack.
std::vector<Length> column_widths(
    std::span<const Column> columns, std::span<const ContentWidths> contents, Length measure,
    const RowDemands* demands = nullptr
);

// Shares that leave no column narrower than its content: the others give way. Columns of like share
// stay alike, if there is room, or else only those that need it widen. Fixed columns keep their width,
// automatic ones their narrowest.
std::vector<Length> widened_widths(
    std::span<const Column> columns, std::span<const ContentWidths> contents, Length measure, bool alike
);

// `total` in the proportions of `parts`, rounded by largest remainder, so that the pieces add up.
std::vector<Length> divided(Length total, std::span<const std::int64_t> parts);

}  // namespace nianbao::layout

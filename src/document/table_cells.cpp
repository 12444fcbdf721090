// Cells of a table on its grid, filled row by row from the left as HTML does.
#include "document/table_cells.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <nianbao/error.hpp>

#include "base/messages.hpp"

namespace nianbao::document {

namespace {

class Grid {
public:
    explicit Grid(const Table& table)
        : table_(table), columns_(table.columns.size()), rows_(table.rows.size()),
          taken_(columns_ * rows_, false) {}

    std::vector<GridCell> fill() {
        check_shape();
        std::size_t count = 0;
        for (const Row& row : table_.rows) count += row.cells.size();
        cells_.reserve(count);
        for (std::size_t row = 0; row < rows_; ++row) fill_row(row);
        return std::move(cells_);
    }

private:
    void check_shape() const {
        if (columns_ == 0) fail("TABLE-NO-COLUMNS", 0);
        if (rows_ == 0) fail("TABLE-NO-ROWS", 0);
        if (table_.header_rows < 0 || static_cast<std::size_t>(table_.header_rows) > rows_)
            fail("TABLE-HEADER-ROWS", 0);
        if (table_.footer_rows < 0 || static_cast<std::size_t>(table_.footer_rows) > rows_ - header_end())
            fail("TABLE-FOOTER-ROWS", 0);
        if (table_.key_columns < 0) fail("TABLE-KEY-COLUMNS", 0);
    }

    void fill_row(std::size_t row) {
        std::size_t column = next_free(row, 0);
        for (const Cell& cell : table_.rows[row].cells) {
            if (cell.rows < 1 || cell.columns < 1) fail("TABLE-SPAN", row);
            if (column >= columns_) fail("TABLE-ROW-LONG", row);
            place(cell, row, column);
            column = next_free(row, column + static_cast<std::size_t>(cell.columns));
        }
        if (column < columns_) fail("TABLE-ROW-SHORT", row);
    }

    void place(const Cell& cell, std::size_t row, std::size_t column) {
        const auto rows = static_cast<std::size_t>(cell.rows);
        const auto columns = static_cast<std::size_t>(cell.columns);
        if (column + columns > columns_) fail("TABLE-ROW-LONG", row);
        if (row + rows > rows_) fail("TABLE-SPAN-DOWN", row);
        if (row < header_end() && row + rows > header_end()) fail("TABLE-HEADER-SPAN", row);
        if (row < footer_begin() && row + rows > footer_begin()) fail("TABLE-FOOTER-SPAN", row);
        for (std::size_t r = row; r < row + rows; ++r)
            for (std::size_t c = column; c < column + columns; ++c) {
                if (taken_[r * columns_ + c]) fail("TABLE-SPAN-OVERLAP", row);
                taken_[r * columns_ + c] = true;
            }
        GridCell& at = cells_.emplace_back();
        at.row = static_cast<std::uint32_t>(row);
        at.column = static_cast<std::uint32_t>(column);
        at.rows = static_cast<std::uint32_t>(rows);
        at.columns = static_cast<std::uint32_t>(columns);
        tell_of(cell, at);
    }

    void tell_of(const Cell& cell, GridCell& at) const {
        at.cell = &cell;
        at.align = cell.align.value_or(table_.columns[at.column].align);
        at.valign = cell.valign;
        at.header = cell.header;
        at.vertical = cell.vertical;
        at.padded = cell.padding.has_value();
        at.shaded = cell.shaded || cell.shade;
        at.ruled = !(cell.rules == EdgeRules{});
        at.in_parts = !cell.diagonal.empty() || !cell.blocks.empty();
        at.styled = !cell.style.empty() || cell.spread != Em{};
        at.level = cell.level;
    }

    std::size_t header_end() const { return static_cast<std::size_t>(table_.header_rows); }
    std::size_t footer_begin() const { return rows_ - static_cast<std::size_t>(table_.footer_rows); }

    std::size_t next_free(std::size_t row, std::size_t column) const {
        while (column < columns_ && taken_[row * columns_ + column]) ++column;
        return column;
    }

    [[noreturn]] void fail(std::string_view id, std::size_t row) const {
        const std::string& row_pointer =
            row < rows_ ? table_.rows[row].origin.pointer : table_.origin.pointer;
        const std::string& where = row_pointer.empty() ? table_.origin.pointer : row_pointer;
        throw LayoutError(
            std::string(id), where,
            say(id, {{"table", name_of(table_)}, {"row", row + 1}, {"columns", columns_}}), {}, {}
        );
    }

    const Table& table_;
    std::size_t columns_, rows_;
    std::vector<bool> taken_;
    std::vector<GridCell> cells_ = {};
};

}  // namespace

std::vector<GridCell> cells_on_grid(const Table& table) {
    return Grid(table).fill();
}

void make_row_headers(Table& table, int columns) {
    const auto cells = cells_on_grid(table);
    auto at = cells.begin();
    for (Row& row : table.rows)
        for (Cell& cell : row.cells) {
            const bool head = at->column < static_cast<std::uint32_t>(columns) && at->row >= static_cast<std::uint32_t>(table.header_rows);
            if (head && cell.header == HeaderScope::none) cell.header = HeaderScope::row;
            ++at;
        }
}

std::string name_of(const Table& table) {
    if (!table.caption.empty()) return table.caption.plain();
    // The summary of an official table is "name：what it holds".
    return table.summary.empty() ? table.origin.pointer : table.summary.substr(0, table.summary.find("："));
}

}  // namespace nianbao::document

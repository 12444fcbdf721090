// Heights of rows from the lines of their cells, and where a page may end between them.
#include "layout/row_heights.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/cut_cell.hpp"

namespace nianbao::layout {

std::int64_t MeasuredTable::capacity(
    const MeasuredCell& cell, std::int64_t millipoints, bool has_top, bool has_bottom
) const {
    if (has_top) millipoints -= padding_of(cell).top.count();
    if (has_bottom) millipoints -= padding_of(cell).bottom.count();
    return std::max<std::int64_t>(millipoints, 0) / line_height.count();
}

namespace {

// Height that the lines of a cell need, with padding.
Length text_height(const MeasuredTable& table, const MeasuredCell& cell) {
    if (cell.lines.empty()) return {};
    const Insets& padding = table.padding_of(cell);
    return table.line_height * std::ssize(cell.lines) + padding.top + padding.bottom;
}

// In millipoints of 64 bits: a long table is higher than a Length may be.
std::int64_t sum(const std::vector<Length>& heights, std::size_t first, std::size_t count) {
    std::int64_t total = 0;
    for (std::size_t i = first; i < first + count; ++i) total += heights[i].count();
    return total;
}

// What is left over by the division goes to the last rows.
void share_out(std::int64_t millipoints, std::span<Length> heights) {
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const std::int64_t part = millipoints / static_cast<std::int64_t>(heights.size() - i);
        heights[i] += Length::millipoints(part);
        millipoints -= part;
    }
}

// A spanning cell of the body higher than a third of `room` gets a line more for each page end that may cut it: a
// cut that falls between two lines of the cell costs one.
std::vector<Length> row_heights(const MeasuredTable& table, Length room) {
    const std::vector<Row>& rows = table.table->rows;
    std::vector<Length> heights;
    for (const Row& row : rows) heights.push_back(std::max(row.min_height, table.style->min_row_height));
    for (const MeasuredCell& cell : table.cells)
        if (cell.at.rows == 1)
            heights[cell.at.row] = std::max(heights[cell.at.row], text_height(table, cell));
    // A spanning cell gives its surplus to its rows alike; cells that end earlier come first.
    std::vector<const MeasuredCell*> spanning;
    for (const MeasuredCell& cell : table.cells)
        if (cell.at.rows > 1) spanning.push_back(&cell);
    std::stable_sort(spanning.begin(), spanning.end(),
                     [](auto* a, auto* b) { return a->at.last_row() < b->at.last_row(); });
    for (const MeasuredCell* cell : spanning) {
        Length needed = text_height(table, *cell);
        const bool in_body = cell->at.row >= table.repeated_rows() && (cell->at.row < table.footer_row() || !table.table->repeat_footer);
        if (in_body && 3 * std::int64_t{needed.count()} > room.count()) needed += table.line_height * (needed.count() / room.count() + 1);
        const std::int64_t lacking = needed.count() - sum(heights, cell->at.row, cell->at.rows);
        if (lacking > 0) share_out(lacking, std::span(heights).subspan(cell->at.row, cell->at.rows));
    }
    return heights;
}

[[noreturn]] void fail_header(const MeasuredTable& table, Length needed, Length available) {
    throw LayoutError(
        "TABLE-HEADER-TALL", table.table->origin.pointer,
        say("TABLE-HEADER-TALL", {{"table", document::name_of(*table.table)},
                                  {"needed", to_string(needed)},
                                  {"available", to_string(available)}}),
        needed, available
    );
}

// Whether a cell of the row holds what no page end may cut: a table, or labels at diagonals.
bool holds_whole(const MeasuredTable& table, std::uint32_t row) {
    for (std::uint32_t c = 0; c < table.columns(); ++c) {
        const MeasuredCell& cell = table.cells[table.owner(row, c)];
        if (cell.contents) return true;
    }
    return false;
}

// A row higher than `most` becomes slices of one line each; the first and the last have the padding.
void add_row(MeasuredTable& table, std::uint32_t row, Length height, Length most) {
    if (height <= most) {
        table.slices.push_back({row, height});
        return;
    }
    Insets padding = table.padding;
    for (std::uint32_t c = 0; c < table.columns(); ++c) {
        const Insets& of_cell = table.padding_of(table.cells[table.owner(row, c)]);
        padding.top = std::max(padding.top, of_cell.top);
        padding.bottom = std::max(padding.bottom, of_cell.bottom);
    }
    const Length first = padding.top + table.line_height;
    const std::int64_t lines = (height - padding.top - padding.bottom).count() / table.line_height.count();
    table.slices.push_back({row, first});
    for (std::int64_t i = 2; i < lines; ++i) table.slices.push_back({row, table.line_height});
    table.slices.push_back({row, height - first - table.line_height * std::max<std::int64_t>(lines - 2, 0)});
}

}  // namespace

void add_slices(MeasuredTable& table, Length page) {
    const auto header_rows = static_cast<std::size_t>(table.repeated_rows());
    std::vector<Length> heights = row_heights(table, page);
    const std::int64_t foot = table.table->repeat_footer ? sum(heights, table.footer_row(), heights.size() - table.footer_row()) : 0;
    const std::int64_t repeated = sum(heights, 0, header_rows) + table.marks_height.count() + foot;
    const Length beside = Length::millipoints(std::min<std::int64_t>(repeated, 2 * page.count()));
    const Length room = page - beside;
    const Length least = 2 * table.line_height + table.padding.top + table.padding.bottom;
    if (room < least) fail_header(table, beside + least, page);
    if (beside > Length{}) heights = row_heights(table, room);
    for (std::size_t row = 0; row < heights.size(); ++row) {
        const bool in_body = row >= header_rows && (row < table.footer_row() || !table.table->repeat_footer);
        table.first_slice.push_back(static_cast<std::uint32_t>(table.slices.size()));
        // A row of half a page may be cut too, where nothing better ends the page.
        const Length most = holds_whole(table, static_cast<std::uint32_t>(row)) ? room : room / 2;
        add_row(table, static_cast<std::uint32_t>(row), heights[row], in_body ? most : page);
    }
    table.first_slice.push_back(static_cast<std::uint32_t>(table.slices.size()));
}

namespace {

Length height_of(const MeasuredTable& table, std::uint32_t first, std::uint32_t last) {
    Length height;
    for (std::uint32_t i = first; i < last; ++i) height += table.slices[i].height;
    return height;
}

}  // namespace

Length head_height(const MeasuredTable& table) {
    return table.marks_height + height_of(table, 0, table.repeated_end());
}

Length foot_height(const MeasuredTable& table) {
    if (!table.table->repeat_footer) return {};
    return height_of(table, table.footer_begin(), static_cast<std::uint32_t>(table.slices.size()));
}

namespace {

class Appeals {
public:
    Appeals(const MeasuredTable& table, Length page, bool keep_whole)
        : table_(table), room_(page - head_height(table) - foot_height(table)), free_(keep_whole ? BreakAppeal::poor : BreakAppeal::good) {
        std::int64_t y = 0;
        for (const RowSlice& slice : table.slices) {
            tops_.push_back(y);
            y += slice.height.count();
        }
        tops_.push_back(y);
    }

    std::vector<BreakAppeal> all() {
        const auto count = static_cast<std::uint32_t>(table_.slices.size());
        appeals_.assign(count, free_);
        if (count > 0) appeals_.front() = BreakAppeal::good;  // a table that is to be whole goes to the next page
        for (std::uint32_t i = 0; i < count; ++i) worsen(i, by_rows(i));
        for (const MeasuredCell& cell : table_.cells)
            if (cell.at.rows > 1) {
                if (table_.table->keep_groups) keep_group(cell);
                if (!cell.lines.empty()) worsen_inside(cell);
            }
        return std::move(appeals_);
    }

private:
    void worsen(std::uint32_t slice, BreakAppeal to) { appeals_[slice] = std::min(appeals_[slice], to); }

    BreakAppeal by_rows(std::uint32_t slice) const {
        const std::uint32_t row = table_.slices[slice].row;
        const std::uint32_t header = table_.header_rows(), footer = table_.footer_row();
        if (slice == 0) return BreakAppeal::good;
        if (slice != table_.first_slice[row]) return inside_row(slice, row);
        // A page that ends here would show a header or a footer alone, which is worse than any other.
        if ((row == header && row == table_.repeated_rows()) || (row >= footer && table_.table->repeat_footer)) return BreakAppeal::unfit;
        if (row == header) return BreakAppeal::never;
        if (row < header || row >= footer || table_.table->rows[row - 1].keep_with_next) return BreakAppeal::never;
        if (row == header + 1 || row + 1 == footer || (is_bar(row - 1) && !is_bar(row))) return BreakAppeal::last_resort;
        return free_;
    }

    // One cell over all columns, which heads the rows below it.
    bool is_bar(std::uint32_t row) const {
        const MeasuredCell& cell = table_.cells[table_.owner(row, 0)];
        return table_.columns() > 1 && cell.at.columns == table_.columns() && cell.at.rows == 1 && !cell.lines.empty();
    }

    // At least two lines of a cut row on either side; a row that a page holds is better not cut.
    BreakAppeal inside_row(std::uint32_t slice, std::uint32_t row) const {
        const std::uint32_t begin = table_.first_slice[row], end = table_.first_slice[row + 1];
        if (slice == begin + 1 || slice + 1 == end) return BreakAppeal::last_resort;
        if (tops_[end] - tops_[begin] > room_.count()) return free_;
        return free_ == BreakAppeal::good ? BreakAppeal::poor : BreakAppeal::last_resort;
    }

    // The rows of a spanning cell that fit a page together stay together (Table::keep_groups).
    void keep_group(const MeasuredCell& cell) {
        const std::uint32_t begin = table_.slice_begin(cell), end = table_.slice_end(cell);
        if (cell.at.row < table_.repeated_rows() || tops_[end] - tops_[begin] > room_.count()) return;
        for (std::uint32_t i = begin + 1; i < end; ++i) worsen(i, BreakAppeal::last_resort);
    }

    void worsen_inside(const MeasuredCell& cell) {
        const std::uint32_t begin = table_.slice_begin(cell), end = table_.slice_end(cell);
        const std::int64_t lines = std::ssize(cell.lines);
        for (std::uint32_t i = begin + 1; i < end; ++i) {
            const std::array<std::int64_t, 2> capacities = {
                table_.capacity(cell, tops_[i] - tops_[begin], true, false),
                table_.capacity(cell, tops_[end] - tops_[i], false, true)};
            const bool whole_above = capacities[0] >= lines;
            const bool whole_below = capacities[1] >= lines;
            if (divide_lines(lines, capacities, false).empty()) worsen(i, BreakAppeal::unfit);
            else if (!whole_above || (cell.at.cell->repeat_label && !whole_below)) worsen(i, BreakAppeal::poor);
        }
    }

    const MeasuredTable& table_;
    Length room_;  // of rows on a page
    BreakAppeal free_;
    std::vector<std::int64_t> tops_ = {};
    std::vector<BreakAppeal> appeals_ = {};
};

}  // namespace

std::vector<BreakAppeal> slice_appeals(const MeasuredTable& table, Length page, bool keep_whole) {
    return Appeals(table, page, keep_whole).all();
}

}  // namespace nianbao::layout

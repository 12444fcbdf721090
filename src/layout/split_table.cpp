// Pieces of a table: cells that reach over a cut stand in both pieces.
#include "layout/split_table.hpp"

#include <algorithm>
#include <cstdint>

#include "layout/sum_of.hpp"

namespace nianbao::layout {

namespace {

// Ranges filled from the left; empty when a column is wider than `room`.
std::vector<ColumnRange> filled(std::span<const Length> needs, std::size_t keys, Length room) {
    std::vector<ColumnRange> out;
    Length width;
    for (std::size_t i = keys; i < needs.size(); ++i) {
        if (needs[i] > room) return {};
        if (out.empty() || width + needs[i] > room) {
            out.push_back({i, i});
            width = {};
        }
        width += needs[i];
        out.back().last = i + 1;
    }
    return out;
}

class Piece {
public:
    Piece(const Table& whole, ColumnRange range) {
        const auto keys = static_cast<std::size_t>(whole.key_columns);
        for (std::size_t i = 0; i < keys; ++i) columns_.push_back(i);
        for (std::size_t i = range.first; i < range.last; ++i) columns_.push_back(i);
        table_ = std::make_unique<Table>(whole);
        table_->columns.clear();
        table_->keep_whole = true;  // a reader has enough to follow
        if (!table_->continued) table_->continued.emplace();  // no part stands without a name
        for (const std::size_t column : columns_) table_->columns.push_back(whole.columns[column]);
        for (Row& row : table_->rows) row.cells.clear();
    }

    TablePiece cut(std::span<const document::GridCell> cells, std::vector<bool>& shown) {
        TablePiece out;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const document::GridCell& cell = cells[i];
            const auto covered = std::count_if(columns_.begin(), columns_.end(), [&](std::size_t column) {
                return column >= cell.column && column <= cell.last_column();
            });
            if (covered == 0) continue;
            Cell part = *cell.cell;
            part.columns = static_cast<int>(covered);
            table_->rows[cell.row].cells.push_back(std::move(part));
            out.sources.push_back(i);
            out.copies.push_back(shown[i]);
            shown[i] = true;
        }
        out.table = std::move(table_);
        return out;
    }

private:
    std::vector<std::size_t> columns_ = {};  // of the whole table
    std::unique_ptr<Table> table_ = {};
};

}  // namespace

std::vector<ColumnRange> split_ranges(std::span<const Length> needs, std::size_t keys, Length measure) {
    keys = std::min(keys, needs.size());
    const Length room = measure - sum_of(needs.first(keys));
    std::vector<ColumnRange> best = filled(needs, keys, room);
    if (best.size() < 2) return best;
    // The narrowest room that needs no more pieces makes them alike.
    std::int32_t low = 0, high = room.count();
    while (low + 1 < high) {
        const std::int32_t middle = low + (high - low) / 2;
        auto found = filled(needs, keys, Length::millipoints(middle));
        const bool as_few = !found.empty() && found.size() == best.size();
        (as_few ? high : low) = middle;
        if (as_few) best = std::move(found);
    }
    return best;
}

std::vector<TablePiece> split_columns(
    const Table& table, std::span<const document::GridCell> cells, std::span<const ColumnRange> ranges
) {
    std::vector<TablePiece> out;
    std::vector<bool> shown(cells.size(), false);
    for (const ColumnRange& range : ranges) out.push_back(Piece(table, range).cut(cells, shown));
    return out;
}

}  // namespace nianbao::layout

// Each way of setting a wide table is tried in turn.
#include "layout/choose_fit.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "base/messages.hpp"
#include "layout/cell_content.hpp"
#include "layout/split_table.hpp"

namespace nianbao::layout {

namespace {

class Choosing {
public:
    using FitsPage = std::function<bool(const FittedPiece&, const FittedTable&)>;

    Choosing(Measurement& desk, FittedPiece whole, const FitsPage& fits_page)
        : desk_(desk), whole_(std::move(whole)), fits_page_(fits_page) {}

    ChosenFit run() {
        const Turned turned = table_.turned;
        const bool upright = turned != Turned::always, across = turned != Turned::never;
        TableOverflow overflow;
        bool fitted = upright && fit(false, table_.keep_whole, overflow);
        if (!fitted && across) {
            TableOverflow of_turned;
            fitted = fit(true, false, of_turned);
            if (!upright) overflow = of_turned;
            if (fitted && upright) warn("TABLE-TURNED");
        }
        // Wide enough only with other shares, which makes it higher than a page.
        if (!fitted && upright && table_.keep_whole) fitted = fit(false, false, overflow);
        if (!fitted && upright) fitted = split(false);
        if (!fitted && across) fitted = split(true);
        if (!fitted) fail_fit(whole_.texts, overflow);
        return std::move(chosen_);
    }

private:
    bool fit(bool turned, bool on_one_page, TableOverflow& overflow) {
        FitOptions options{.measure = desk_.geometry.measure(turned)};
        if (on_one_page) options.accept = [&](const FittedTable& found) { return fits_page_(whole_, found); };
        TableFit found = fit_table(desk_, whole_.texts, options);
        overflow = found.overflow;
        if (!found.table) return false;
        warn_of_size(desk_, whole_.texts, found);
        whole_.fitted = std::move(*found.table);
        chosen_.turned = turned;
        chosen_.pieces.push_back(std::move(whole_));
        return true;
    }

    // The largest size in which every column fits beside the key columns.
    bool split(bool turned) {
        const auto keys = static_cast<std::size_t>(table_.key_columns);
        if (keys + 1 >= table_.columns.size()) return false;
        const Length measure = desk_.geometry.measure(turned);
        for (const Length size : sizes_from(style_.text.size)) {
            const auto ranges = split_ranges(column_needs(desk_, whole_.texts, size), keys, measure);
            if (ranges.size() < 2 || !fit_pieces(ranges, size, measure)) continue;
            chosen_.turned = turned;
            warn("TABLE-SPLIT");
            if (turned && table_.turned != Turned::always) warn("TABLE-TURNED");
            return true;
        }
        return false;
    }

    bool fit_pieces(std::span<const ColumnRange> ranges, Length size, Length measure) {
        chosen_.pieces.clear();
        for (TablePiece& cut : split_columns(table_, whole_.cells, ranges)) {
            FittedPiece piece;
            piece.table = std::move(cut.table);
            piece.cells = document::cells_on_grid(*piece.table);
            for (std::size_t i = 0; i < piece.cells.size(); ++i)
                piece.nodes.push_back(cut.copies[i] ? artifact : whole_.nodes[cut.sources[i]]);
            piece.texts = texts_of_piece(desk_, piece, whole_, cut.sources);
            TableFit found = fit_table(desk_, piece.texts, {.measure = measure, .size = size});
            if (!found.table) return false;
            piece.fitted = std::move(*found.table);
            chosen_.pieces.push_back(std::move(piece));
        }
        return true;
    }

    void warn(std::string_view id) {
        desk_.out.warnings.push_back({std::string(id), table_.origin.pointer,
                                      say(id, {{"table", document::name_of(table_)}, {"parts", chosen_.pieces.size()}})});
    }

    Measurement& desk_;
    FittedPiece whole_;
    const FitsPage& fits_page_;
    const Table& table_ = *whole_.texts.table;
    const TableStyle& style_ = *whole_.texts.style;
    ChosenFit chosen_ = {};
};

}  // namespace

ChosenFit choose_fit(Measurement& desk, FittedPiece whole, const Choosing::FitsPage& fits_page) {
    return Choosing(desk, std::move(whole), fits_page).run();
}

}  // namespace nianbao::layout

// One size per table: found by trying, largest first (formats e.5).
#include "layout/fit_table.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/table_grid.hpp"

namespace nianbao::layout {

using namespace literals;

namespace {

constexpr Length step = 0.5_pt;
constexpr Length preferred_floor = 9_pt;  // smaller is hard to read in print
constexpr Length floor = 7.5_pt;          // spec/typesetting 3.2, P1 13
constexpr Length tight_padding = 0.5_pt;

// One setting to try.
struct Setting {
    Length size = {};
    bool tight = false;
};

std::vector<Setting> settings_from(Length size) {
    std::vector<Setting> out = {{size, false}};
    const auto steps_to = [&](Length least, Length from, bool tight) {
        for (Length s = from; s >= least; s -= step) out.push_back({s, tight});
    };
    steps_to(preferred_floor, size - step, false);
    steps_to(preferred_floor, size, true);
    steps_to(floor, std::min(size, preferred_floor) - step, true);
    return out;
}

constexpr std::size_t whole_table = static_cast<std::size_t>(-1);

// The word that is wider than its cell, or the columns that are wider than the type area.
struct Overflow {
    std::size_t cell = whole_table;
    Length needed = {}, available = {};
};

class Fitting {
public:
    Fitting(Measurement& desk, TableTexts& texts) : desk_(desk), texts_(texts) {}

    FittedTable run() {
        const Length wanted = texts_.style->text.size;
        std::optional<Overflow> overflow;
        std::size_t widest_word = 0;  // that did not fit in the setting before
        const auto settings = settings_from(wanted);
        for (const Setting& setting : settings) {
            if (overflow && &setting != &settings.back() && hopeless(setting, *overflow)) continue;
            set_size(setting.size);
            overflow = try_setting(setting);
            if (!overflow) {
                if (setting.size < std::min(wanted, preferred_floor)) warn(widest_word);
                return std::move(table_);
            }
            widest_word = overflow->cell;
        }
        fail(*overflow);
    }

private:
    void set_size(Length size) {
        if (size == table_.size) return;
        table_.size = size;
        const Length line_height = texts_.style->line_height.scaled(size.count(), texts_.style->text.size.count());
        table_.line_height = std::max(line_height, size);
        table_.texts.clear();
        table_.text_of_cell.clear();
        widths_.clear();
        known_.clear();
        for (Runs& runs : texts_.runs) {
            for (text::StyledRun& run : runs) run.style.size = size;
            table_.text_of_cell.push_back(shaped(runs));
        }
    }

    // The index of the text, shaped now unless a cell before says the same in the same look. A text
    // with a missing character is shaped for each cell, so that each place is named.
    std::size_t shaped(const Runs& runs) {
        const std::size_t index = table_.texts.size();
        if (runs.size() == 1) {
            const text::StyledRun& run = runs.front();
            const auto [known, is_new] = known_.try_emplace(
                {run.text, run.language, run.style.font, run.style.tracking.thousandths, run.style.spread.thousandths}, index
            );
            if (!is_new && table_.texts[known->second].missing.empty()) return known->second;
        }
        table_.texts.push_back(desk_.shape(runs, texts_.style->lines));
        widths_.push_back(runs.empty() ? text::TextWidths{} : text::widths(table_.texts.back(), {.style = texts_.style->lines}));
        return index;
    }

    const text::TextWidths& widths_of(std::size_t cell) const { return widths_[table_.text_of_cell[cell]]; }

    std::optional<Overflow> try_setting(const Setting& setting) {
        table_.padding = texts_.style->padding;
        table_.tight = setting.tight;
        tried_ = setting;
        set_edges();
        const Length whole = table_.edges.back() - table_.edges.front();
        if (whole > desk_.geometry.width) return Overflow{whole_table, whole, desk_.geometry.width};
        std::optional<Overflow> worst;
        for (std::size_t i = 0; i < texts_.runs.size(); ++i) {
            const Length needed = widths_of(i).narrowest, available = inner_at(i).width;
            if (needed > available && (!worst || needed - available > worst->needed - worst->available))
                worst = Overflow{i, needed, available};
        }
        return worst;
    }

    // Widths follow the size, so a setting that cannot help need not be shaped.
    bool hopeless(const Setting& setting, const Overflow& overflow) const {
        if (overflow.cell == whole_table) return !has_automatic();
        if (has_automatic()) return false;
        const Length needed = overflow.needed.scaled(setting.size.count(), tried_.size.count());
        const document::GridCell& at = (*texts_.cells)[overflow.cell];
        const Length available = inner_of(table_, at, align_of(*texts_.table, at), setting.tight).width;
        return needed > available + Length::millipoints(10);  // widths are rounded glyph by glyph
    }

    Inner inner_at(std::size_t cell) const {
        const document::GridCell& at = (*texts_.cells)[cell];
        return inner_of(table_, at, align_of(*texts_.table, at), table_.tight);
    }

    bool has_automatic() const {
        const auto& columns = texts_.table->columns;
        return std::any_of(columns.begin(), columns.end(),
                           [](const Column& c) { return std::holds_alternative<Auto>(c.width); });
    }

    void set_edges() {
        const std::vector<Column>& columns = texts_.table->columns;
        const Length measure = desk_.geometry.width;
        std::vector<ContentWidths> contents(columns.size());
        if (has_automatic()) contents = content_of_columns(columns, cell_contents());
        const auto widths = column_widths(columns, contents, measure);
        table_.edges.assign(1, Length{});
        for (const Length width : widths) table_.edges.push_back(table_.edges.back() + width);
        // A table narrower than the type area stands in its middle.
        const Length beside = (measure - table_.edges.back()) / 2;
        for (Length& edge : table_.edges) edge += beside;
    }

    // Han can break anywhere, but a column of one character is no column: two at least.
    std::vector<CellContent> cell_contents() const {
        std::vector<CellContent> out;
        const Length padding = table_.padding.left + table_.padding.right;
        for (std::size_t i = 0; i < texts_.runs.size(); ++i) {
            const document::GridCell& cell = (*texts_.cells)[i];
            const text::TextWidths& text = widths_of(i);
            const Length narrowest = std::max(text.narrowest, std::min(2 * table_.size, text.widest));
            out.push_back({cell.column, cell.columns, {narrowest + padding, text.widest + padding}});
        }
        return out;
    }

    std::string text_of(std::size_t cell) const {
        return cell == whole_table ? "" : shortened((*texts_.cells)[cell].cell->text.plain());
    }

    void warn(std::size_t cell) {
        desk_.out.warnings.push_back(
            {"TABLE-SMALL-TYPE", texts_.table->origin.pointer,
             say("TABLE-SMALL-TYPE", {{"table", document::name_of(*texts_.table)},
                                      {"text", text_of(cell)},
                                      {"size", to_string(table_.size)}})}
        );
    }

    [[noreturn]] void fail(const Overflow& overflow) const {
        if (overflow.cell == whole_table) fail_width(overflow.needed, overflow.available);
        const document::GridCell& at = (*texts_.cells)[overflow.cell];
        const Runs& runs = texts_.runs[overflow.cell];
        throw LayoutError(
            "CELL-TOO-NARROW", runs.empty() ? texts_.table->origin.pointer : runs.front().origin.pointer,
            say("CELL-TOO-NARROW", {{"table", document::name_of(*texts_.table)},
                                    {"row", std::size_t{at.row} + 1},
                                    {"text", text_of(overflow.cell)},
                                    {"needed", to_string(overflow.needed)},
                                    {"available", to_string(overflow.available)}}),
            overflow.needed, overflow.available
        );
    }

    [[noreturn]] void fail_width(Length needed, Length available) const {
        throw LayoutError(
            "TABLE-TOO-WIDE", texts_.table->origin.pointer,
            say("TABLE-TOO-WIDE", {{"table", document::name_of(*texts_.table)},
                                   {"needed", to_string(needed)},
                                   {"available", to_string(available)}}),
            needed, available
        );
    }

    Measurement& desk_;
    TableTexts& texts_;
    FittedTable table_ = {};
    Setting tried_ = {};
    std::vector<text::TextWidths> widths_ = {};  // of table_.texts
    std::map<std::tuple<std::string, std::string, FontRole, std::int32_t, std::int32_t>, std::size_t> known_ = {};
};

}  // namespace

FittedTable fit_table(Measurement& desk, TableTexts& texts) {
    return Fitting(desk, texts).run();
}

Inner inner_of(const FittedTable& table, const document::GridCell& cell, Align align, bool tight) {
    const Length outer = table.edges[cell.column + cell.columns] - table.edges[cell.column];
    const Length least = tight && align == Align::center ? tight_padding : std::max(table.padding.left, table.padding.right);
    const Length left = std::min(least, table.padding.left), right = std::min(least, table.padding.right);
    return {left, outer - left - right};
}

Align align_of(const Table& table, const document::GridCell& cell) {
    return cell.cell->align.value_or(table.columns[cell.column].align);
}

}  // namespace nianbao::layout

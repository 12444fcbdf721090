// One size per table: found by trying, largest first (formats e.5).
#include "layout/fit_table.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/lowest_widths.hpp"
#include "layout/cell_content.hpp"
#include "layout/number_columns.hpp"
#include "layout/sum_of.hpp"
#include "layout/table_grid.hpp"
#include "text/upright.hpp"

namespace nianbao::layout {

using namespace literals;

namespace {

constexpr Length step = 0.5_pt;
constexpr Length preferred_floor = 9_pt;  // smaller is hard to read in print
constexpr Length floor = 7.5_pt;          // spec/typesetting 3.2, P1 13
constexpr Length tight_clear = 0.75_pt;  // nearer, numbers of neighbouring cells would read as one
constexpr Length narrow_padding = 1.5_pt;  // at the sides of all cells, when shares give way

// What shares do with a word that is wider than its column.
enum class Shares { given, alike, apart };

// One setting to try.
struct Setting {
    Length size = {};
    bool tight = false;
    Shares shares = Shares::given;
};

std::vector<Setting> settings_from(Length size, bool has_shares) {
    std::vector<Setting> out = {{size, false}};
    const auto steps_to = [&](Length least, Length from, bool tight, Shares shares) {
        for (Length s = from; s >= least; s -= step) out.push_back({s, tight, shares});
    };
    steps_to(preferred_floor, size - step, false, Shares::given);
    steps_to(preferred_floor, size, true, Shares::given);
    const Length small = std::min(size, preferred_floor);
    if (has_shares) steps_to(floor, small, false, Shares::alike);
    if (has_shares) steps_to(floor, small, false, Shares::apart);
    if (has_shares) steps_to(floor, small, true, Shares::apart);
    else steps_to(floor, small - step, true, Shares::given);
    return out;
}

std::vector<Setting> settings_of(Length size) {
    return {{size, false, Shares::given}, {size, true, Shares::given}, {size, false, Shares::alike}, {size, false, Shares::apart}};
}

constexpr std::size_t whole_table = TableOverflow::whole_table;

// The sides that keep a text so far from the rules beside its cell.
Insets least_sides(const FittedTable& table, std::size_t columns, const document::GridCell& cell, Length clear) {
    Insets sides;
    sides.left = clear + (cell.column == 0 ? table.frame : table.rule);
    sides.right = clear + (cell.column + cell.columns == columns ? table.frame : table.rule);
    return sides;
}

class Fitting {
public:
    Fitting(Measurement& desk, TableTexts& texts, const FitOptions& options)
        : desk_(desk), texts_(texts), options_(options) {
        const TableStyle& style = *texts.style;
        if (style.column_rules) table_.rule = style.rule_width / 2;  // the other half lies in the cell beside
        if (style.side_rules) table_.frame = style.outer_rule_width;
    }

    std::vector<Length> needs(Length size) {
        set_size(size);
        table_.padding = texts_.style->padding;
        table_.clear = {};
        narrow_sides();
        std::vector<Length> out(texts_.table->columns.size());
        for (std::size_t i = 0; i < texts_.runs.size(); ++i) {
            const document::GridCell& cell = texts_.cells[i];
            if (cell.columns > 1) continue;
            const Length words = std::max(widths_[i].narrowest, std::min(2 * size, widths_[i].widest));
            out[cell.column] = std::max(out[cell.column], words + sides_of(cell));
        }
        for (std::size_t i = 0; i < out.size(); ++i)
            if (const auto* fixed = std::get_if<Length>(&texts_.table->columns[i].width)) out[i] = *fixed;
        return out;
    }

    TableFit run() {
        TableFit out;
        std::optional<TableOverflow> overflow;
        const auto settings = options_.size > Length{} ? settings_of(options_.size)
                                                       : settings_from(texts_.style->text.size, has<Share>());
        for (const Setting& setting : settings) {
            if (overflow && &setting != &settings.back() && hopeless(setting, *overflow)) continue;
            desk_.watch.go_on();
            set_size(setting.size);
            const auto found = try_setting(setting);
            if (!found && setting.shares != Shares::given && options_.accept && !options_.accept(table_)) continue;
            if (!found) {
                out.table = std::move(table_);
                return out;
            }
            overflow = found;
            out.overflow = *overflow;
            out.widest_word = overflow->cell == whole_table ? widest_cell() : overflow->cell;
        }
        return out;
    }

private:
    void set_size(Length size) {
        if (size == table_.size) return;
        table_.size = size;
        const Length line_height = texts_.style->line_height.scaled(size.count(), texts_.style->text.size.count());
        table_.line_height = std::max(line_height, size);
        const auto columns = std::max<std::int64_t>(std::ssize(texts_.table->columns), 1);
        table_.texts = shape_cells(desk_, texts_, size, options_.measure / columns);
        find_widths();
    }

    // Of a table whose columns are too wide together.
    std::size_t widest_cell() const {
        const auto narrower = [](const text::TextWidths& a, const text::TextWidths& b) { return a.narrowest < b.narrowest; };
        return static_cast<std::size_t>(std::max_element(widths_.begin(), widths_.end(), narrower) - widths_.begin());
    }

    // Those of its text in lines, but for numbers on a common point, upright texts and cells in parts.
    void find_widths() {
        const NumberColumns numbers(texts_, table_);
        widths_.clear();
        widths_.reserve(texts_.cells.size());
        for (std::size_t i = 0; i < texts_.cells.size(); ++i) {
            text::TextWidths widths = table_.texts.of(i).widths;
            if (texts_.cells[i].in_parts) {
                widths = widths_of_parts(desk_, texts_, i, table_.size);
            } else if (texts_.cells[i].vertical) {
                const auto upright = text::upright_widths(*table_.texts.shape_of(i));
                widths = {upright.narrowest, upright.widest};
            } else if (const auto block = numbers.width(i)) {
                widths = {*block, *block};
            }
            widths_.push_back(widths);
        }
    }

    std::optional<TableOverflow> try_setting(const Setting& setting) {
        table_.padding = texts_.style->padding;
        table_.clear = setting.tight ? tight_clear : Length{};
        if (setting.shares != Shares::given) narrow_sides();
        tried_ = setting;
        set_edges(setting.shares);
        const Length whole = table_.edges.back() - table_.edges.front();
        if (whole > options_.measure) return TableOverflow{whole_table, whole, options_.measure};
        std::optional<TableOverflow> worst;
        for (std::size_t i = 0; i < texts_.runs.size(); ++i) {
            const Length needed = widths_[i].narrowest, available = inner_at(i).width;
            if (needed > available && (!worst || needed - available > worst->needed - worst->available))
                worst = TableOverflow{i, needed, available};
        }
        return worst;
    }

    // Widths follow the size, so a setting that cannot help need not be shaped.
    bool hopeless(const Setting& setting, const TableOverflow& overflow) const {
        if (setting.shares != Shares::given) return false;
        if (overflow.cell == whole_table) return !has<Auto>();
        if (has<Auto>()) return false;
        const Length needed = overflow.needed.scaled(setting.size.count(), tried_.size.count());
        const document::GridCell& at = texts_.cells[overflow.cell];
        const Length available = inner_of(table_, at, align_of(at), setting.tight ? tight_clear : Length{}).width;
        return needed > available + Length::millipoints(10);  // widths are rounded glyph by glyph
    }

    Inner inner_at(std::size_t cell) const {
        const document::GridCell& at = texts_.cells[cell];
        return inner_of(table_, at, align_of(at), table_.clear);
    }

    template <typename Width>
    bool has() const {
        const auto& columns = texts_.table->columns;
        return std::any_of(columns.begin(), columns.end(),
                           [](const Column& c) { return std::holds_alternative<Width>(c.width); });
    }

    void narrow_sides() {
        table_.padding.left = std::min(table_.padding.left, narrow_padding);
        table_.padding.right = std::min(table_.padding.right, narrow_padding);
    }

    void set_edges(Shares shares) {
        table_.edges.assign(1, Length{});
        for (const Length width : widths(shares)) table_.edges.push_back(sum_of(table_.edges.back().count(), width.count()));
        // A table narrower than the type area stands in its middle.
        const Length beside = (options_.measure - table_.edges.back()) / 2;
        for (Length& edge : table_.edges) edge += beside;
    }

    std::vector<Length> widths(Shares shares) const {
        const std::vector<Column>& columns = texts_.table->columns;
        const Length measure = options_.measure;
        if (shares != Shares::given) return widened_widths(columns, contents(2), measure, shares == Shares::alike);
        if (!has<Auto>()) return column_widths(columns, std::vector<ContentWidths>(columns.size()), measure);
        const RowDemands demands = row_demands();
        // Heads of four characters a line are read at a glance, if there is room for them.
        const auto roomy = column_widths(columns, contents(4), measure, &demands);
        if (sum_of(roomy) <= measure) return roomy;
        return column_widths(columns, contents(2), measure, &demands);
    }

    // Han can break anywhere, but a column of one character is no column: two at least.
    std::vector<ContentWidths> contents(std::int64_t head_characters) const {
        std::vector<CellContent> cells;
        for (std::size_t i = 0; i < texts_.runs.size(); ++i) {
            const document::GridCell& cell = texts_.cells[i];
            const text::TextWidths& text = widths_[i];
            const bool head = cell.row < static_cast<std::uint32_t>(texts_.table->header_rows);
            const Length least = table_.size * (head ? head_characters : 2);
            const Length padding = sides_of(cell);
            const Length narrowest = std::max(text.narrowest, std::min(least, text.widest));
            cells.push_back({cell.column, cell.columns, {narrowest + padding, text.widest + padding}});
        }
        return content_of_columns(texts_.table->columns, cells);
    }

    // Padding at the sides of a cell.
    Length sides_of(const document::GridCell& cell) const {
        const Insets& padding = document::padding_of(cell, table_.padding);
        if (table_.clear == Length{} || align_of(cell) != Align::center) return padding.left + padding.right + table_.size * cell.level;
        const Insets least = least_sides(table_, texts_.table->columns.size(), cell, table_.clear);
        return std::min(least.left, padding.left) + std::min(least.right, padding.right);
    }

    RowDemands row_demands() const {
        const std::vector<Column>& columns = texts_.table->columns;
        std::vector<std::uint32_t> number(columns.size(), 0);  // among the automatic ones
        for (std::size_t i = 0, next = 0; i < columns.size(); ++i)
            if (std::holds_alternative<Auto>(columns[i].width)) number[i] = static_cast<std::uint32_t>(next++);
        RowDemands out{.size = table_.size, .padding = table_.padding.left + table_.padding.right};
        const Length least = texts_.style->min_row_height - table_.padding.top - table_.padding.bottom;
        out.least_lines = std::max<std::int64_t>(1, least.count() / table_.line_height.count());
        for (std::size_t i = 0; i < texts_.runs.size(); ++i) {
            const document::GridCell& cell = texts_.cells[i];
            if (cell.rows > 1 || cell.columns > 1 || !std::holds_alternative<Auto>(columns[cell.column].width)) continue;
            out.cells.push_back({cell.row, number[cell.column], widths_[i].widest});
        }
        return out;
    }

    Measurement& desk_;
    TableTexts& texts_;
    const FitOptions& options_;
    FittedTable table_ = {};
    Setting tried_ = {};
    std::vector<text::TextWidths> widths_ = {};  // of each cell
};

std::string text_of(const TableTexts& texts, std::size_t cell) {
    if (cell == whole_table) return "";
    const Cell& source = *texts.cells[cell].cell;
    std::string text = source.text.plain();
    for (const Text& label : source.diagonal) text += (text.empty() ? "" : "／") + label.plain();
    return shortened(text);
}

}  // namespace

TableFit fit_table(Measurement& desk, TableTexts& texts, const FitOptions& options) {
    return Fitting(desk, texts, options).run();
}

std::vector<Length> column_needs(Measurement& desk, TableTexts& texts, Length size) {
    return Fitting(desk, texts, {}).needs(size);
}

std::vector<Length> sizes_from(Length size) {
    std::vector<Length> out = {size};
    for (Length s = size - step; s >= floor; s -= step) out.push_back(s);
    return out;
}

void warn_of_size(Measurement& desk, const TableTexts& texts, const TableFit& fit) {
    if (fit.table->size >= std::min(texts.style->text.size, preferred_floor)) return;
    desk.out.warnings.push_back(
        {"TABLE-SMALL-TYPE", texts.table->origin.pointer,
         say("TABLE-SMALL-TYPE", {{"table", document::name_of(*texts.table)},
                                  {"text", text_of(texts, fit.widest_word)},
                                  {"size", to_string(fit.table->size)}})}
    );
}

void fail_fit(const TableTexts& texts, const TableOverflow& overflow) {
    const std::string table = document::name_of(*texts.table);
    const std::string needed = to_string(overflow.needed), available = to_string(overflow.available);
    if (overflow.cell == whole_table)
        throw LayoutError(
            "TABLE-TOO-WIDE", texts.table->origin.pointer,
            say("TABLE-TOO-WIDE", {{"table", table}, {"needed", needed}, {"available", available}}),
            overflow.needed, overflow.available
        );
    const RunSpan runs = texts.runs[overflow.cell];
    throw LayoutError(
        "CELL-TOO-NARROW", runs.empty() ? texts.table->origin.pointer : runs.front().origin.pointer,
        say("CELL-TOO-NARROW", {{"table", table},
                                {"row", std::size_t{texts.cells[overflow.cell].row} + 1},
                                {"text", text_of(texts, overflow.cell)},
                                {"needed", needed},
                                {"available", available}}),
        overflow.needed, overflow.available
    );
}

Inner inner_of(const FittedTable& table, const document::GridCell& cell, Align align, Length clear) {
    const Length outer = table.edges[cell.column + cell.columns] - table.edges[cell.column];
    const Insets& padding = document::padding_of(cell, table.padding);
    if (clear > Length{} && align == Align::center) {
        const Insets least = least_sides(table, table.edges.size() - 1, cell, clear);
        const Length left = std::min(least.left, padding.left);
        return {left, outer - left - std::min(least.right, padding.right)};
    }
    const Length left = padding.left + (align == Align::center ? Length{} : table.size * cell.level);
    return {left, outer - left - padding.right};
}

Align align_of(const document::GridCell& cell) {
    return cell.align == Align::digit || cell.align == Align::decimal ? Align::center : cell.align;
}

}  // namespace nianbao::layout

// One page's part of a table: shading, rules closed all round, texts centred in what is seen of them.
#include "layout/place_table.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/diagonal_head.hpp"
#include "layout/row_heights.hpp"

namespace nianbao::layout {

PlacedTable::PlacedTable(const MeasuredTable& table, std::vector<TablePart> parts, const std::vector<Runs>& runs)
    : table_(table), parts_(std::move(parts)), runs_(runs) {
    if (parts_.size() < 2) return;
    for (std::uint32_t i = 0; i < table.cells.size(); ++i)
        if (!table.cells[i].lines.empty()) divide(i);
}

namespace {

// Whether a page end would fall into a table of the cell, or between its diagonals.
bool cuts_what_is_whole(const MeasuredCell& cell, const std::vector<CutLines>& parts) {
    if (!cell.contents) return false;
    return std::any_of(parts.begin(), parts.end(), [&](const CutLines& part) {
        if (part.end == 0 || part.end == std::ssize(cell.lines)) return false;
        if (cell.contents->diagonal) return true;
        return std::any_of(cell.contents->nested.begin(), cell.contents->nested.end(), [&](const NestedTable& nested) {
            return part.end > nested.line && part.end < nested.line + nested.lines;
        });
    });
}

// A dash of an upright text stands in the first of its lines, the others are empty: no page end falls into it. Whether the
// parts have room for what goes to the next.
bool keep_dashes(const MeasuredCell& cell, RunSpan runs, std::span<const std::int64_t> capacities, std::vector<CutLines>& parts) {
    const std::int64_t lines = std::ssize(cell.lines);
    if (std::any_of(parts.begin(), parts.end(), [&](const CutLines& part) { return part.end - part.begin == lines; })) return true;
    std::vector<CutLines> moved = parts;
    text::Line scratch;
    const auto goes_on_in = [&](std::int64_t line) {
        return line < lines && cell.lines.line(static_cast<std::size_t>(line), runs, scratch).pieces.empty();
    };
    for (std::size_t i = 0; i + 1 < moved.size(); ++i) {
        while (moved[i].end > moved[i].begin && goes_on_in(moved[i].end)) --moved[i].end;
        moved[i + 1].begin = moved[i].end;
        moved[i + 1].end = std::min(lines, moved[i].end + std::max<std::int64_t>(capacities[i + 1], 0));
    }
    if (moved.back().end != lines) return false;
    parts = std::move(moved);
    return true;
}

// `most`: lines that the largest part of the cell holds.
[[noreturn]] void fail_split(const MeasuredTable& table, const MeasuredCell& cell, std::int64_t most) {
    const Length needed = table.line_height * std::ssize(cell.lines), available = table.line_height * most;
    const std::string& row = table.table->rows[cell.at.row].origin.pointer;
    throw LayoutError(
        "CELL-SPLIT", row.empty() ? table.table->origin.pointer : row,
        say("CELL-SPLIT", {{"table", document::name_of(*table.table)},
                           {"row", std::size_t{cell.at.row} + 1},
                           {"text", shortened(cell.at.cell->text.plain())},
                           {"needed", to_string(needed)},
                           {"available", to_string(available)}}),
        needed, available
    );
}

}  // namespace

// Notes the division of a cell that page ends cut.
void PlacedTable::divide(std::uint32_t index) {
    const MeasuredCell& cell = table_.cells[index];
    const std::uint32_t begin = table_.slice_begin(cell), end = table_.slice_end(cell);
    if (end - begin < 2) return;
    const auto first = std::partition_point(parts_.begin(), parts_.end(), [&](const TablePart& p) { return p.last <= begin; });
    if (first->last >= end) return;
    std::vector<std::int64_t> capacities;
    for (auto part = first; part != parts_.end() && part->first < end; ++part) {
        const std::uint32_t from = std::max(begin, part->first), to = std::min(end, part->last);
        std::int64_t height = 0;
        for (std::uint32_t i = from; i < to; ++i) height += table_.slices[i].height.count();
        capacities.push_back(table_.capacity(cell, height, from == begin, to == end));
    }
    auto lines = divide_lines(std::ssize(cell.lines), capacities, cell.at.cell->repeat_label);
    const bool divided = !lines.empty() && !cuts_what_is_whole(cell, lines)
                         && (!cell.at.vertical || keep_dashes(cell, table_.runs[index], capacities, lines));
    if (!divided) fail_split(table_, cell, *std::max_element(capacities.begin(), capacities.end()));
    divisions_.push_back({index, static_cast<std::size_t>(first - parts_.begin()), std::move(lines)});
}

CutLines PlacedTable::lines_in(std::uint32_t index, std::size_t part) const {
    const MeasuredCell& cell = table_.cells[index];
    const auto found = std::lower_bound(
        divisions_.begin(), divisions_.end(), index, [](const Division& d, std::uint32_t i) { return d.cell < i; }
    );
    // A cell of the header or the footer that a page end cuts stands whole where it is repeated.
    const bool is_cut = found != divisions_.end() && found->cell == index && part >= found->first
                        && part - found->first < found->lines.size();
    if (is_cut) return found->lines[part - found->first];
    const bool repeated = table_.slice_end(cell) <= parts_[part].first || table_.slice_begin(cell) >= parts_[part].last;
    return {.begin = 0, .end = std::ssize(cell.lines), .copy = repeated || parts_[part].copy};
}

// The slices seen in a part, repeated header rows first, repeated footer rows last.
std::vector<std::uint32_t> PlacedTable::slices_of(const TablePart& part) const {
    std::vector<std::uint32_t> slices;
    for (std::uint32_t i = 0; part.goes_on && i < table_.repeated_end(); ++i) slices.push_back(i);
    for (std::uint32_t i = part.first; i < part.last; ++i) slices.push_back(i);
    for (std::uint32_t i = table_.footer_begin(); part.breaks_off && i < table_.slices.size(); ++i) slices.push_back(i);
    return slices;
}

RuledGrid PlacedTable::grid_of(const TablePart& part, Length left) const {
    RuledGrid grid;
    for (const Length edge : table_.edges) grid.x.push_back(left + edge);
    grid.y.push_back(part.goes_on ? part.top - head_height(table_) + table_.marks_height : part.top);
    for (const std::uint32_t slice : slices_of(part)) {
        grid.y.push_back(grid.y.back() + table_.slices[slice].height);
        grid.rows.push_back(table_.slices[slice].row);
        for (std::uint32_t c = 0; c < table_.columns(); ++c)
            grid.owners.push_back(table_.owner(table_.slices[slice].row, c));
    }
    grid.cut_top = part.first > 0 && grid.rows.front() >= table_.repeated_rows();
    grid.cut_bottom = part.last < table_.slices.size() && grid.rows.back() < table_.footer_row();
    for (std::uint32_t c = 0; c < table_.columns() && grid.cut_bottom; ++c)
        grid.cuts_cell = grid.cuts_cell || table_.slice_end(table_.cells[grid.owner(grid.rows.size() - 1, c)]) > part.last;
    return grid;
}

// In reading order: each cell once, at the first of its slots that is seen.
std::vector<PlacedTable::Shown> PlacedTable::shown_in(std::size_t part, const RuledGrid& grid) const {
    std::vector<Shown> out;
    const auto slices = slices_of(parts_[part]);
    for (std::size_t r = 0; r < slices.size(); ++r)
        for (std::size_t c = 0; c < table_.columns(); ++c) {
            const std::uint32_t index = grid.owner(r, c);
            const MeasuredCell& cell = table_.cells[index];
            if (c != cell.at.column || (r > 0 && grid.owner(r - 1, c) == index)) continue;
            std::size_t last = r + 1;
            while (last < slices.size() && grid.owner(last, c) == index) ++last;
            const Point corner{grid.x[c], grid.y[r]};
            const Size size{grid.x[c + cell.at.columns] - corner.x, grid.y[last] - corner.y};
            out.push_back({.cell = index, .area = {corner, size},
                           .has_top = slices[r] == table_.slice_begin(cell), .lines = lines_in(index, part)});
        }
    return out;
}

void PlacedTable::draw(std::size_t part, Length left, PageCanvas& canvas) const {
    const RuledGrid grid = grid_of(parts_[part], left);
    if (parts_[part].goes_on) draw_marks({left, grid.y.front() - table_.marks_height}, canvas);
    const auto shown = shown_in(part, grid);
    canvas.expect(2 * shown.size());
    for (const Shown& each : shown)
        if (const auto shade = shade_of(each.cell)) canvas.draw(Fill{.area = each.area, .color = *shade});
    for (const Rule& rule : rules_of(grid, table_)) canvas.draw(rule);
    for (const Shown& each : shown)
        if (each.lines.begin < each.lines.end) draw_text(each, canvas);
}

// 续表 and the unit say again what stands above the first part.
void PlacedTable::draw_marks(Point corner, PageCanvas& canvas) const {
    for (const MeasuredLine& mark : table_.marks)
        canvas.draw(mark.line, runs_[mark.runs], {corner.x + mark.left, corner.y + mark.baseline}, true);
}

std::optional<Color> PlacedTable::shade_of(std::uint32_t index) const {
    if (!table_.cells[index].at.shaded) return std::nullopt;
    const Cell& cell = *table_.cells[index].at.cell;
    if (cell.shade) return cell.shade;
    return cell.shaded ? table_.style->shade : std::nullopt;
}

// The diagonals go from corner to corner of what the rules enclose; the labels keep to theirs.
void PlacedTable::draw_diagonal(const Shown& shown, PageCanvas& canvas) const {
    const MeasuredCell& cell = table_.cells[shown.cell];
    const DiagonalHead& head = *cell.contents->diagonal;
    const RunSpan runs = table_.runs[shown.cell];
    for (const Rule& rule : diagonals(shown.area, head.labels.size(), {table_.style->rule_width, table_.style->rule_color}))
        canvas.draw(rule);
    const auto corners = label_corners(head, shown.area, table_.line_height);
    for (std::size_t i = 0; i < head.labels.size(); ++i) {
        Point origin{corners[i].x, corners[i].y + rise()};
        for (const text::Line& line : head.labels[i].lines) {
            const Length indent = i == 0 ? Length{} : head.labels[i].width - line.width;
            canvas.draw(line, runs, {origin.x + indent, origin.y}, shown.lines.copy);
            origin.y += table_.line_height;
        }
    }
}

// The tables that begin at that line. What a cell of key columns holds is said once as well, by the first part of its
// table.
void PlacedTable::draw_nested_at(std::int64_t line, const Shown& shown, Point corner, PageCanvas& canvas) const {
    const MeasuredCell& cell = table_.cells[shown.cell];
    const bool copy = shown.lines.copy || cell.node == artifact;
    for (const NestedTable& nested : cell.contents->nested)
        if (nested.line == line) draw_nested(nested, corner, copy, canvas);
}

// In the middle of the lines whose room it takes.
void PlacedTable::draw_nested(const NestedTable& nested, Point corner, bool copy, PageCanvas& canvas) const {
    Length height;
    for (const RowSlice& slice : nested.table.slices) height += slice.height;
    const Length spare = table_.line_height * nested.lines - height;
    const TablePart whole{.last = static_cast<std::uint32_t>(nested.table.slices.size()), .top = corner.y + spare / 2, .copy = copy};
    PlacedTable(nested.table, {whole}, runs_).draw(0, corner.x, canvas);
}

void PlacedTable::draw_text(const Shown& shown, PageCanvas& canvas) const {
    const MeasuredCell& cell = table_.cells[shown.cell];
    const Length height = table_.line_height * (shown.lines.end - shown.lines.begin);
    const Length spare = shown.area.size.height - height;
    const bool runs_on = shown.lines.end - shown.lines.begin < std::ssize(cell.lines);
    const Insets& padding = table_.padding_of(cell);
    Length above = shown.has_top ? padding.top : Length{};
    if (!runs_on && cell.at.valign == VerticalAlign::middle) above = spare / 2;
    if (!runs_on && cell.at.valign == VerticalAlign::bottom) above = spare - padding.bottom;
    above = std::clamp(above, Length{}, std::max(Length{}, spare));
    Point origin{shown.area.left() + cell.left, shown.area.top() + above + rise()};
    if (cell.contents && cell.contents->diagonal) return draw_diagonal(shown, canvas);
    const RunSpan runs = table_.runs[shown.cell];
    text::Line scratch;
    for (std::int64_t i = shown.lines.begin; i < shown.lines.end; ++i) {
        if (cell.contents) draw_nested_at(i, shown, {origin.x, origin.y - rise()}, canvas);
        canvas.draw(cell.lines.line(static_cast<std::size_t>(i), runs, scratch), runs, origin, shown.lines.copy);
        origin.y += table_.line_height;
    }
}

}  // namespace nianbao::layout

// Table → strips: caption, unit, one per row, notes.
#include "layout/measure_table.hpp"

#include <utility>

#include "document/continued_mark.hpp"
#include "layout/break_cells.hpp"
#include "layout/cell_content.hpp"
#include "layout/choose_fit.hpp"
#include "layout/draw_marks.hpp"
#include "layout/measure_paragraph.hpp"
#include "layout/row_heights.hpp"
#include "layout/table_tags.hpp"
#include "text/break_lines.hpp"

namespace nianbao::layout {

namespace {

constexpr std::size_t no_strip = static_cast<std::size_t>(-1);

// A line block above or below the table; its looks are a paragraph style.
void add_beside(
    Measurement& desk, const Table& block, const Text& text, ParagraphStyle style, LineBlock lines, NodeId node
) {
    style.spans_columns = true;  // as the table does
    lines.style = &style;
    lines.origin = block.origin;
    lines.held_together = true;
    desk.append_runs(lines.runs, text, style.text, node, block.origin);
    add_lines(desk, std::move(lines));
}

// 计量单位 stands at the right edge of the table, `beside` of that of the type area.
ParagraphStyle unit_style(const Measurement& desk, const Table& block, Length beside) {
    ParagraphStyle style = desk.paragraph_style("note", block.origin);
    style.align = Align::end;
    style.first_indent = {};
    style.right_indent += beside;
    return style;
}

// Notes begin at the left edge of the table and are as wide, unless it is less than half the type area.
ParagraphStyle note_style(const Measurement& desk, const Table& block, Length beside, Length measure) {
    ParagraphStyle style = desk.paragraph_style("note", block.origin);
    style.left_indent += beside;
    if (4 * beside <= measure) style.right_indent += beside;
    return style;
}

// 表题 above, centred; 计量单位 above.
void add_above(Measurement& desk, const Table& block, Length measure, Length beside, NodeId caption) {
    LineBlock lines{.measure = measure};
    if (!block.caption.empty()) {
        add_beside(desk, block, block.caption, desk.paragraph_style("caption", block.origin), lines, caption);
        lines.before = BreakAppeal::never;
    }
    if (!block.unit.empty()) add_beside(desk, block, block.unit, unit_style(desk, block, beside), lines, caption);
}

// In millipoints of 64 bits: a long table is higher than a Length may be.
std::int64_t height_since(const Measurement& desk, std::size_t first_strip) {
    std::int64_t height = 0;
    for (std::size_t i = first_strip; i < desk.out.list.strips.size(); ++i) height += desk.out.list.strips[i].height.count();
    return height;
}

// Notes stay with the table. Where a table that is to be whole does not fit a page with them, the page ends before them.
void add_below(Measurement& desk, const Table& block, Length measure, Length beside, std::size_t first_strip, Length page) {
    const std::size_t first_note = desk.out.list.strips.size();
    const bool fits_alone = block.keep_whole && height_since(desk, first_strip) <= page.count();
    const ParagraphStyle style = note_style(desk, block, beside, measure);
    LineBlock lines{.before = BreakAppeal::never, .measure = measure};
    for (const Text& note : block.notes) {
        add_beside(desk, block, note, style, lines, desk.add_node(0, StructureKind::paragraph));
        lines.before = BreakAppeal::last_resort;
    }
    if (fits_alone && height_since(desk, first_strip) > page.count()) desk.out.list.strips[first_note].before = BreakAppeal::good;
}

// Lines of a mark, below those that the table has already.
void add_mark(Measurement& desk, MeasuredTable& table, const Text& text, const ParagraphStyle& style, Length measure) {
    if (text.empty()) return;
    Runs runs;
    desk.append_runs(runs, text, style.text, artifact, table.table->origin);
    const Length width = measure - style.left_indent - style.right_indent;
    auto lines = text::break_lines(desk.shape(runs, style.lines), {.measure = width, .align = style.align, .style = style.lines});
    const std::uint32_t kept = desk.keep_runs(std::move(runs));
    const Length baseline = (style.line_height - style.text.size) / 2 + style.text.size.scaled(880, 1000);
    for (text::Line& line : lines) {
        table.marks.push_back({.runs = kept, .line = std::move(line), .left = style.left_indent, .baseline = table.marks_height + baseline});
        table.marks_height += style.line_height;
    }
}

// 续表 centred, and the unit, above each further part of the table.
void add_marks(Measurement& desk, MeasuredTable& table, Length measure) {
    const Table& block = *table.table;
    add_mark(desk, table, document::continued_mark(block), desk.paragraph_style("caption", block.origin), measure);
    if (block.repeat_unit) add_mark(desk, table, block.unit, unit_style(desk, block, table.edges.front()), measure);
}

// The marks above a piece that is not the first of its table.
void add_marks_above(Measurement& desk, const MeasuredTable& table) {
    Length above;
    for (std::size_t i = 0; i < table.marks.size(); ++i) {
        MeasuredLine line = table.marks[i];
        const Length below = i + 1 < table.marks.size() ? table.marks[i + 1].baseline - line.baseline : table.marks_height - above;
        line.baseline -= above;
        above += below;
        desk.builder.add({.height = below, .before = i == 0 ? BreakAppeal::good : BreakAppeal::never, .solid = true},
                         {.kind = StripSource::Kind::line, .index = static_cast<std::uint32_t>(desk.out.lines.size())});
        desk.out.lines.push_back(std::move(line));
    }
}

// Rows in their heights, on pages of that orientation.
MeasuredTable measured(Measurement& desk, const FittedPiece& piece, const FittedTable& fitted, bool turned) {
    MeasuredTable table = broken_table(desk, piece, fitted);
    add_marks(desk, table, desk.geometry.measure(turned));
    add_slices(table, desk.geometry.solid_height(turned));
    return table;
}

bool fits(const MeasuredTable& table, Length room) {
    std::int64_t height = 0;
    for (const RowSlice& slice : table.slices) height += slice.height.count();
    return height <= room.count();
}

void add_rows(Measurement& desk, MeasuredTable& table, Length page, std::size_t first_strip) {
    const Length above = Length::millipoints(height_since(desk, first_strip));
    const std::uint32_t repeated = table.repeated_end();
    if (repeated > 0 || !table.marks.empty()) {
        table.header_group = static_cast<std::int32_t>(desk.out.list.headers.size());
        desk.out.list.headers.push_back({head_height(table)});
    }
    const Length foot = foot_height(table);
    const auto appeals = slice_appeals(table, page, table.table->keep_whole && fits(table, page - above));
    for (std::uint32_t i = 0; i < table.slices.size(); ++i) {
        Strip strip{.height = table.slices[i].height, .before = appeals[i], .solid = true};
        if (i == 0 && above > Length{}) strip.before = BreakAppeal::never;
        if (i > 0 && i >= repeated) strip.header_group = table.header_group;
        if (i >= repeated && i < table.footer_begin()) strip.foot = foot;
        desk.builder.add(strip, {.kind = StripSource::Kind::row,
                                 .index = static_cast<std::uint32_t>(desk.out.tables.size()),
                                 .slice = i});
    }
}

void check_marks(const MeasuredTable& table, std::size_t index) {
    const MeasuredCell& cell = table.cells[index];
    const RunSpan runs = table.runs[index];
    std::vector<text::Line> lines;
    text::Line scratch;
    for (std::size_t i = 0; i < cell.lines.size(); ++i) lines.push_back(cell.lines.line(i, runs, scratch));
    check_cell(lines, runs, {table.size, table.line_height, table.padding});
    const Length width = table.edges[cell.at.column + cell.at.columns] - table.edges[cell.at.column] - cell.left;
    for (const text::Line& line : lines) check_annotations(line, runs, width);
}

// Annotations have room and nodes, in the tables of cells too. What a copy says again has no nodes.
void settle_marks(Measurement& desk, MeasuredTable& table, bool copy = false) {
    for (const std::size_t cell : table.runs.marked()) {
        check_marks(table, cell);
        if (!copy) desk.tag_annotations(table.runs[cell]);
    }
    for (const MeasuredCell& cell : table.cells)
        if (cell.contents)
            for (NestedTable& nested : cell.contents->nested) settle_marks(desk, nested.table, copy || cell.node == artifact);
}

void add_piece(Measurement& desk, FittedPiece& piece, bool turned, std::size_t first_strip) {
    MeasuredTable table = measured(desk, piece, piece.fitted, turned);
    table.runs_before = static_cast<std::uint32_t>(desk.out.runs.size());
    table.runs = std::move(piece.texts.runs);
    settle_marks(desk, table);
    if (first_strip == no_strip) {
        desk.builder.space(table.style->space_before + table.line_height);
        first_strip = desk.out.list.strips.size();
        add_marks_above(desk, table);
    }
    add_rows(desk, table, desk.geometry.solid_height(turned), first_strip);
    desk.out.tables.push_back(std::move(table));
    if (piece.table) desk.out.pieces.push_back(std::move(piece.table));
}

}  // namespace

void measure(Measurement& desk, const Table& block) {
    FittedPiece whole;
    whole.cells = document::cells_on_grid(block);
    // A unit without a caption is read before the table.
    const bool unit_alone = block.caption.empty() && !block.unit.empty();
    const NodeId unit = unit_alone ? desk.add_node(0, StructureKind::paragraph) : artifact;
    TableTags tags = add_table_tags(desk, block, whole.cells);
    whole.nodes = std::move(tags.cells);
    whole.texts = texts_of(desk, block, whole);
    const TableStyle& style = *whole.texts.style;
    ChosenFit chosen = choose_fit(desk, std::move(whole), [&](const FittedPiece& piece, const FittedTable& fitted) {
        // Below its heading, which may end in a part of a line of the grid.
        const Length held = desk.builder.held_height();
        const Length above = held > Length{} ? held + desk.geometry.area.grid : Length{};
        return fits(measured(desk, piece, fitted, false), desk.geometry.solid_height(false) - above);
    });

    const Length measure = desk.geometry.measure(chosen.turned);
    const Length beside = chosen.pieces.front().fitted.edges.front();
    desk.builder.turn(chosen.turned);
    desk.builder.space(style.space_before);
    const std::size_t first_strip = desk.out.list.strips.size();
    add_above(desk, block, measure, beside, unit_alone ? unit : tags.caption);
    desk.end_lines(Measurement::Then::rows);
    for (FittedPiece& piece : chosen.pieces) add_piece(desk, piece, chosen.turned, &piece == &chosen.pieces.front() ? first_strip : no_strip);
    add_below(desk, block, measure, beside, first_strip, desk.geometry.solid_height(chosen.turned));
    if (block.move_whole && !block.keep_whole && chosen.pieces.size() == 1)
        desk.out.list.moving.push_back({static_cast<std::uint32_t>(first_strip), desk.builder.next_strip()});
    desk.builder.turn(false);
    desk.builder.end_block(true, style.space_after, false);
}

}  // namespace nianbao::layout

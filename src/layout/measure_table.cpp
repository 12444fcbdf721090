// Table → strips: caption, unit, one per row, notes.
#include "layout/measure_table.hpp"

#include <algorithm>
#include <utility>

#include "layout/fit_table.hpp"
#include "layout/measure_paragraph.hpp"
#include "layout/row_heights.hpp"
#include "layout/table_tags.hpp"
#include "text/break_lines.hpp"

namespace nianbao::layout {

namespace {

// A line block above or below the table; its looks are a paragraph style.
void add_beside(
    Measurement& desk, const Table& block, const Text& text, const ParagraphStyle& style, NodeId node, BreakAppeal before
) {
    LineBlock lines{.style = &style, .origin = block.origin, .held_together = true, .before = before};
    desk.append_runs(lines.runs, text, style.text, node, block.origin);
    add_lines(desk, std::move(lines));
}

// 表题 above, centred; 计量单位 above, at the right edge.
void add_above(Measurement& desk, const Table& block, NodeId caption) {
    BreakAppeal before = BreakAppeal::good;
    if (!block.caption.empty()) {
        add_beside(desk, block, block.caption, desk.paragraph_style("caption", block.origin), caption, before);
        before = BreakAppeal::never;
    }
    if (!block.unit.empty()) {
        ParagraphStyle style = desk.paragraph_style("note", block.origin);
        style.align = Align::end;
        style.first_indent = {};
        add_beside(desk, block, block.unit, style, caption, before);
    }
}

void add_below(Measurement& desk, const Table& block) {
    const ParagraphStyle& style = desk.paragraph_style("note", block.origin);
    BreakAppeal before = BreakAppeal::never;
    for (const Text& note : block.notes) {
        add_beside(desk, block, note, style, desk.add_node(0, StructureKind::paragraph), before);
        before = BreakAppeal::last_resort;
    }
}

TableTexts texts_of(
    Measurement& desk, const Table& block, const TableStyle& style, const std::vector<document::GridCell>& cells,
    const TableTags& tags
) {
    TableTexts out{.table = &block, .style = &style, .cells = &cells};
    out.runs.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = *cells[i].cell;
        const Origin& origin = block.rows[cells[i].row].origin;
        const TextStyle& base = cell.style.empty() ? style.text : desk.text_style(cell.style, origin);
        desk.append_runs(out.runs[i], cell.text, base, tags.cells[i], origin);
    }
    return out;
}

struct BrokenText {
    Inner inner = {};
    std::vector<text::Line> lines = {};
};

BrokenText broken(const text::ShapedText& shaped, const Inner& inner, Align align, const LineStyle& style) {
    // Centred heads look best in lines of like length, which three characters do not have.
    const bool balanced = align == Align::center && shaped.clusters.size() > 3;
    return {inner, text::break_lines(shaped, {.measure = inner.width, .align = align, .balanced = balanced, .style = style})};
}

// A centred text that stands on one line when it may come nearer to its rules does so: 自然人.
BrokenText best_broken(
    const FittedTable& fitted, const document::GridCell& at, const TableTexts& texts, const text::ShapedText& shaped
) {
    const Align align = align_of(*texts.table, at);
    const LineStyle& style = texts.style->lines;
    BrokenText usual = broken(shaped, inner_of(fitted, at, align, fitted.tight), align, style);
    if (align != Align::center || usual.lines.size() < 2) return usual;
    BrokenText tight = broken(shaped, inner_of(fitted, at, align, true), align, style);
    return tight.lines.size() == 1 ? tight : usual;
}

void break_cells(
    Measurement& desk, FittedTable& fitted, TableTexts& texts, const TableTags& tags, MeasuredTable& table
) {
    table.cells.reserve(texts.cells->size());
    for (std::size_t i = 0; i < texts.cells->size(); ++i) {
        const document::GridCell& at = (*texts.cells)[i];
        MeasuredCell cell{.at = at, .node = tags.cells[i]};
        if (!texts.runs[i].empty()) {
            const text::ShapedText& shaped = fitted.texts[fitted.text_of_cell[i]];
            BrokenText best = best_broken(fitted, at, texts, shaped);
            cell.lines = std::move(best.lines);
            cell.left = best.inner.left;
            cell.runs = desk.keep_runs(std::move(texts.runs[i]));
        }
        table.cells.push_back(std::move(cell));
    }
}

void fill_owners(MeasuredTable& table) {
    table.owners.resize(table.columns() * table.table->rows.size());
    for (std::uint32_t i = 0; i < table.cells.size(); ++i) {
        const document::GridCell& at = table.cells[i].at;
        for (std::uint32_t r = at.row; r <= at.last_row(); ++r)
            for (std::uint32_t c = at.column; c <= at.last_column(); ++c) table.owners[r * table.columns() + c] = i;
    }
}

bool fits_a_page(const Measurement& desk, const MeasuredTable& table, std::size_t first_strip) {
    std::int64_t height = 0;
    for (std::size_t i = first_strip; i < desk.out.list.strips.size(); ++i)
        height += desk.out.list.strips[i].height.count();
    for (const RowSlice& slice : table.slices) height += slice.height.count();
    return height <= desk.geometry.area.solid_height().count();
}

void add_rows(Measurement& desk, MeasuredTable& table, bool keep_whole, bool has_above) {
    const std::uint32_t header_end = table.first_slice[static_cast<std::size_t>(table.table->header_rows)];
    if (header_end > 0) {
        table.header_group = static_cast<std::int32_t>(desk.out.list.headers.size());
        desk.out.list.headers.push_back({header_height(table)});
    }
    const auto appeals = slice_appeals(table, keep_whole);
    for (std::uint32_t i = 0; i < table.slices.size(); ++i) {
        Strip strip{.height = table.slices[i].height, .before = appeals[i], .solid = true};
        if (i == 0 && has_above) strip.before = BreakAppeal::never;
        if (i >= header_end) strip.header_group = table.header_group;
        desk.builder.add(strip, {.kind = StripSource::Kind::row,
                                 .index = static_cast<std::uint32_t>(desk.out.tables.size()),
                                 .slice = i});
    }
}

}  // namespace

void measure(Measurement& desk, const Table& block) {
    const TableStyle& style = desk.table_style(block.style, block.origin);
    const auto cells = document::cells_on_grid(block);
    // A unit without a caption is read before the table.
    const bool unit_alone = block.caption.empty() && !block.unit.empty();
    const NodeId unit = unit_alone ? desk.add_node(0, StructureKind::paragraph) : artifact;
    const TableTags tags = add_table_tags(desk, block, cells);
    TableTexts texts = texts_of(desk, block, style, cells, tags);
    FittedTable fitted = fit_table(desk, texts);

    MeasuredTable table{.table = &block, .style = &style, .size = fitted.size, .line_height = fitted.line_height,
                        .padding = fitted.padding, .edges = fitted.edges};
    break_cells(desk, fitted, texts, tags, table);
    fill_owners(table);
    add_slices(table, desk.geometry.area.solid_height());

    desk.builder.space(style.space_before);
    const std::size_t first_strip = desk.out.list.strips.size();
    add_above(desk, block, unit_alone ? unit : tags.caption);
    const bool whole = block.keep_whole && fits_a_page(desk, table, first_strip);
    add_rows(desk, table, whole, !block.caption.empty() || !block.unit.empty());
    desk.out.tables.push_back(std::move(table));
    add_below(desk, block);
    desk.builder.end_block(true, style.space_after, false);
}

}  // namespace nianbao::layout

// Paragraphs, headings, lists and signatures → strips, one per line.
#include "layout/measure_paragraph.hpp"

#include <algorithm>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/utf8.hpp"
#include "layout/draw_marks.hpp"
#include "text/break_lines.hpp"

namespace nianbao::layout {

namespace {

StructureKind kind_of(Measurement& desk, const std::string& style_name, const ParagraphStyle& style) {
    if (style.heading_level) return desk.nest_heading(*style.heading_level);
    return style_name == "title" ? StructureKind::title : StructureKind::paragraph;
}

// Type larger than its line takes the lines it needs (标题占行).
Length line_height_for(const ParagraphStyle& style, const Runs& runs) {
    Length largest = style.text.size;
    for (const text::StyledRun& run : runs) largest = std::max(largest, run.style.size);
    Length height = style.line_height;
    while (height < largest) height += std::max(style.line_height, Length::millipoints(1000));
    return height;
}

BreakAppeal appeal_inside(const LineBlock& block, std::size_t line, std::size_t count) {
    if (block.held_together) return BreakAppeal::never;
    const auto foot = static_cast<std::size_t>(std::max(block.style->lines_kept_at_foot, 1));
    const auto head = static_cast<std::size_t>(std::max(block.style->lines_kept_at_head, 1));
    return line < foot || count - line < head ? BreakAppeal::last_resort : BreakAppeal::good;
}

void check_width(const text::Line& line, Length measure, const Origin& origin) {
    if (line.width <= measure) return;
    std::string text;
    for (const text::LinePiece& piece : line.pieces) text += piece.text;
    throw LayoutError(
        "LINE-TOO-WIDE", origin.pointer,
        say("LINE-TOO-WIDE", {{"text", shortened(text)}, {"needed", to_string(line.width)}, {"available", to_string(measure)}}),
        line.width, measure
    );
}

// Headings and type of other line height take whole lines of the grid, their own space before and after
// counted in (标题占行). Text with the grid's own lines has its lines on the grid instead.
bool takes_whole_lines(const LineBlock& block, Length height, Length grid) {
    if (!block.style->on_grid || grid <= Length{}) return false;
    return block.held_together || height.count() % grid.count() != 0;
}

// Blank above the first line that puts such a block in the middle of its lines.
Length blank_above(const ParagraphStyle& style, Length height, std::size_t lines, Length grid) {
    const std::int64_t needed = std::int64_t{height.count()} * static_cast<std::int64_t>(lines) +
                                style.space_before.count() + style.space_after.count();
    const std::int64_t over = needed % grid.count();
    return over == 0 ? Length{} : (grid - Length::millipoints(over)) / 2;
}

}  // namespace

void add_lines(Measurement& desk, LineBlock block) {
    const ParagraphStyle& style = *block.style;
    const Length width = block.measure > Length{} ? block.measure : desk.measure_of(style);
    const Length measure = width - style.left_indent - style.right_indent;
    auto lines = text::break_lines(
        desk.shape(block.runs, style.lines),
        {.measure = measure,
         .first_indent = style.first_indent,
         .hanging_indent = style.hanging_indent,
         .align = style.align,
         .last_line = style.last_line,
         .balanced = style.balanced,
         .style = style.lines}
    );
    const Length height = line_height_for(style, block.runs);
    // The Han em box (0.880 em above the baseline) stands in the middle of the line box.
    const Length baseline = (height - style.text.size) / 2 + style.text.size.scaled(880, 1000);
    const Length grid = desk.geometry.area.grid;
    const bool whole = takes_whole_lines(block, height, grid);
    const Length blank = whole ? blank_above(style, height, lines.size(), grid) : Length{};
    const Length space = std::exchange(block.space_before, Length{});
    if (!whole) desk.builder.space(space);
    const std::uint32_t runs = desk.keep_runs(std::move(block.runs));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        check_width(lines[i], measure, block.origin);
        const Length above = i == 0 ? blank : Length{};
        check_annotations(lines[i], desk.out.runs[runs], measure);
        desk.check_marks(lines[i], desk.out.runs[runs], baseline + above, height - baseline);
        Strip strip{.height = height + above, .snap = i == 0 && style.on_grid, .solid = !style.on_grid,
                    .in_column = !style.spans_columns};
        if (i == 0 && whole) strip.lead = space;
        strip.before = i == 0 ? block.before : appeal_inside(block, i, lines.size());
        desk.builder.add(strip, {.kind = StripSource::Kind::line, .index = static_cast<std::uint32_t>(desk.out.lines.size())});
        desk.out.lines.push_back({.runs = runs, .line = std::move(lines[i]), .left = style.left_indent, .baseline = baseline + above});
    }
}

void measure(Measurement& desk, const Paragraph& block) {
    const ParagraphStyle& style = desk.paragraph_style(block.style, block.origin);
    LineBlock lines{.style = &style, .origin = block.origin, .held_together = style.keep_with_next, .space_before = style.space_before};
    if (!block.text.empty()) {
        const NodeId node = desk.add_node(0, kind_of(desk, block.style, style));
        desk.append_runs(lines.runs, block.text, style.text, node, block.origin);
    }
    desk.builder.new_page(style.new_page);
    if (style.heading_level)
        desk.out.bookmarks.push_back({desk.builder.next_strip(), block.text.plain(), *style.heading_level});
    add_lines(desk, std::move(lines));
    desk.builder.end_block(style.on_grid, style.space_after, style.keep_with_next);
}

namespace {

// Whether a mark already stands between a heading and the text that goes on in the same line.
bool has_mark_between(const std::string& heading, const std::string& run_in) {
    constexpr std::u32string_view marks = U"。！？：；，、….!?:;,";
    const std::u32string before = utf8::to_utf32(heading), after = utf8::to_utf32(run_in);
    const auto is_mark = [&](char32_t c) { return marks.find(c) != std::u32string_view::npos; };
    return before.empty() || is_mark(before.back()) || is_mark(after.front());
}

void append_run_in(Measurement& desk, const Heading& block, const ParagraphStyle& style, Runs& runs, NodeId heading) {
    const ParagraphStyle& body = desk.paragraph_style("body", block.origin);
    if (!has_mark_between(block.text.plain(), block.run_in.plain()))
        desk.append_runs(runs, Text("。"), style.text, heading, block.origin);
    const NodeId paragraph = desk.add_node(0, StructureKind::paragraph);
    desk.append_runs(runs, block.run_in, body.text, paragraph, block.origin);
}

}  // namespace

void measure(Measurement& desk, const Heading& block) {
    const std::string numeral = desk.headings.next(block);
    const std::string name = block.style.empty() ? "heading-" + std::to_string(block.level) : block.style;
    ParagraphStyle style = desk.paragraph_style(name, block.origin);
    const bool alone = block.run_in.plain().empty();
    // A heading that runs in stands on the lines of its text (CLREQ 7.1.3.5).
    if (!alone) style.line_height = desk.paragraph_style("body", block.origin).line_height;
    const NodeId node = desk.add_node(0, desk.nest_heading(block.level));
    LineBlock lines{.style = &style, .origin = block.origin, .held_together = alone && style.keep_with_next,
                    .space_before = style.space_before};
    if (!numeral.empty()) desk.append_runs(lines.runs, Text(numeral), style.text, node, block.origin);
    desk.append_runs(lines.runs, block.text, style.text, node, block.origin);
    if (!alone) append_run_in(desk, block, style, lines.runs, node);
    desk.builder.new_page(style.new_page);
    desk.out.bookmarks.push_back({desk.builder.next_strip(), numeral + block.text.plain(), block.level});
    add_lines(desk, std::move(lines));
    desk.builder.end_block(style.on_grid, style.space_after, alone && style.keep_with_next);
}

void measure(Measurement& desk, const List& block) {
    if (block.items.empty()) return;
    const ParagraphStyle& list_style = desk.paragraph_style("list", block.origin);
    const NodeId list = desk.add_node(0, StructureKind::list);
    int number = 0;
    for (const List::Item& item : block.items) {
        const NodeId item_node = desk.add_node(list, StructureKind::list_item);
        const NodeId label = desk.add_node(item_node, StructureKind::list_label);
        const NodeId body = desk.add_node(item_node, StructureKind::list_body);
        Text numeral = document::list_numeral(block.numerals, ++number);
        for (const Paragraph& paragraph : item.paragraphs) {
            const ParagraphStyle& style =
                paragraph.style == "body" ? list_style : desk.paragraph_style(paragraph.style, paragraph.origin);
            LineBlock lines{.style = &style, .origin = paragraph.origin, .space_before = style.space_before};
            desk.append_runs(lines.runs, std::exchange(numeral, Text()), style.text, label, paragraph.origin);
            desk.append_runs(lines.runs, paragraph.text, style.text, desk.add_node(body, StructureKind::paragraph), paragraph.origin);
            desk.builder.new_page(style.new_page);
            add_lines(desk, std::move(lines));
            desk.builder.end_block(style.on_grid, style.space_after, style.keep_with_next);
        }
    }
}

namespace {

// Lines of one part of the signature: [first, last) of Measured::lines.
struct Part {
    std::size_t first = 0, last = 0;
    Length width = {};
    bool backward = false;  // text from right to left: the mirror image
};

// Begins a part `left` of the edge where its lines begin. What its lines bring as their own blank counts.
void indent(Measurement& desk, const Part& part, Length left, Length measure) {
    for (std::size_t i = part.first; i < part.last; ++i) {
        const text::Line& line = desk.out.lines[i].line;
        const Length edge = part.backward ? measure - left - (line.width - line.left) : left;
        desk.out.lines[i].left = edge - line.left;
    }
}

// Adds one part at the left edge; never parted from what stands above.
Part add_part(Measurement& desk, const ParagraphStyle& style, const Text& text, const Origin& origin) {
    Part part{.first = desk.out.lines.size()};
    if (!text.empty()) {
        LineBlock lines{.style = &style, .origin = origin, .held_together = true, .before = BreakAppeal::never};
        desk.append_runs(lines.runs, text, style.text, desk.add_node(0, StructureKind::paragraph), origin);
        add_lines(desk, std::move(lines));
    }
    part.last = desk.out.lines.size();
    for (std::size_t i = part.first; i < part.last; ++i) {
        const text::Line& line = desk.out.lines[i].line;
        part.width = std::max(part.width, line.width - line.left);
        part.backward = part.backward || line.left > Length{};  // start-aligned, so only from right to left
    }
    return part;
}

}  // namespace

// 落款, GB/T 9704—2012 7.3.5.2: the organ two em from the right edge, the date on the next line, two em
// further right; a date longer than the organ takes the two em from the right edge instead. From right to left the whole
// is mirrored (each script as it is wont, GB/T 9704—2012 clause 1).
void measure(Measurement& desk, const Signature& block) {
    ParagraphStyle style = desk.paragraph_style("signature", block.origin);
    const Length two_em = 2 * style.text.size, measure = desk.measure_of(style);
    const Length right = measure - style.right_indent - two_em;
    style.align = Align::start;
    style.right_indent += 2 * two_em;
    desk.builder.new_page(style.new_page);
    desk.builder.space(style.space_before);
    const Part organ = add_part(desk, style, block.organ, block.origin);
    const Part date = add_part(desk, style, block.date, block.origin);
    const bool date_leads = date.width > organ.width;
    const Length organ_left = date_leads ? right - date.width - two_em : right - organ.width;
    indent(desk, organ, organ_left, measure);
    indent(desk, date, organ.width == Length{} || date_leads ? right - date.width : organ_left + two_em, measure);
    desk.builder.end_block(style.on_grid, style.space_after, false);
}

}  // namespace nianbao::layout

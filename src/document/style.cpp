// StyleSheet::official(): the looks of GB/T 9704—2012 by role.
#include <nianbao/style.hpp>

#include <algorithm>

namespace nianbao {

using namespace literals;

namespace {

constexpr Length san_hao = 15.75_pt;   // 三号
constexpr Length er_hao = 22_pt;       // 二号
constexpr Length two_em = 2 * san_hao;
constexpr Length line = 29.621_pt;     // 行: 22 in 225 mm, GB/T 9704 5.2.3

ParagraphStyle body() {
    ParagraphStyle style;
    style.first_indent = two_em;
    return style;
}

// 结构层次序数, GB/T 9704 7.3.3: all in 三号, told apart by typeface.
ParagraphStyle heading(int level, FontRole font) {
    ParagraphStyle style = body();
    style.text.font = font;
    style.keep_with_next = true;
    style.heading_level = level;
    return style;
}

// 标题, 7.3.1: 二号小标宋, centred, lines balanced; never parted from its text.
ParagraphStyle title() {
    ParagraphStyle style;
    style.text = {.font = FontRole::title, .size = er_hao, .color = {}};
    style.align = Align::center;
    style.line_height = 35_pt;
    style.balanced = true;
    style.keep_with_next = true;
    style.lines_kept_at_foot = style.lines_kept_at_head = 9;
    style.spans_columns = true;
    style.space_after = line;
    return style;
}

ParagraphStyle centred(FontRole font) {
    ParagraphStyle style;
    style.text.font = font;
    style.align = Align::center;
    return style;
}

ParagraphStyle subtitle() {
    ParagraphStyle style = centred(FontRole::kai);
    style.spans_columns = true;
    return style;
}

// 附件, 7.3.7: the mark in 三号黑体 at the left edge of the first line.
ParagraphStyle annex_mark() {
    ParagraphStyle style;
    style.text.font = FontRole::hei;
    style.align = Align::start;
    style.keep_with_next = true;
    style.spans_columns = true;
    return style;
}

ParagraphStyle annex_title() {
    ParagraphStyle style = title();
    style.space_before = line;  // on the third line of the page
    style.heading_level = 1;
    return style;
}

// 表题 and 表注 belong to their table, not to the line grid.
ParagraphStyle small(FontRole font, Length size, Length line_height, Align align) {
    ParagraphStyle style;
    style.text = {.font = font, .size = size, .color = {}};
    style.align = align;
    style.line_height = line_height;
    style.on_grid = false;
    return style;
}

// In lines of like length, as a title is.
ParagraphStyle caption() {
    ParagraphStyle style = small(FontRole::hei, 12_pt, 20_pt, Align::center);
    style.balanced = true;
    return style;
}

ParagraphStyle signature() {
    ParagraphStyle style;
    style.align = Align::end;
    style.space_before = line;  // 空一行, 7.3.5.2
    return style;
}

// 目录, set as the text is: a line of a deeper level begins a character further in.
ParagraphStyle contents(int level) {
    ParagraphStyle style;
    style.align = Align::start;
    style.left_indent = (level - 1) * san_hao;
    style.hanging_indent = two_em;
    return style;
}

ParagraphStyle contents_title() {
    ParagraphStyle style = centred(FontRole::hei);
    style.spans_columns = true;
    style.keep_with_next = true;
    style.space_after = line;
    return style;
}

}  // namespace

// The rules of CY/T 170—2019: heavy above and below, light below the header.
TableStyle TableStyle::three_line() {
    TableStyle style;
    style.outer_rule_width = 1.5_pt;
    style.header_rule_width = 0.75_pt;
    style.cut_rule_width = 0.75_pt;
    style.row_rules = style.column_rules = style.side_rules = false;
    return style;
}

Size StyleSheet::type_area() const {
    const auto body = paragraphs.find("body");
    const Length size = (body == paragraphs.end() ? ParagraphStyle{} : body->second).text.size;
    const auto columns = std::max<std::int64_t>(page.columns, 1);
    Size area{page.paper.width - page.margins.left - page.margins.right,
              page.paper.height - page.margins.top - page.margins.bottom};
    if (page.characters > 0) area.width = page.characters * columns * size + (columns - 1) * page.column_gap;
    // From the head of the characters of the first line to the foot of those of the last.
    if (page.lines > 0) area.height = (page.lines - 1) * page.line_height + size;
    return area;
}

StyleSheet StyleSheet::official() {
    StyleSheet sheet;
    sheet.paragraphs = {
        {"annex-mark", annex_mark()},
        {"annex-title", annex_title()},
        {"body", body()},
        {"caption", caption()},
        {"contents-1", contents(1)},
        {"contents-2", contents(2)},
        {"contents-3", contents(3)},
        {"contents-4", contents(4)},
        {"contents-title", contents_title()},
        {"heading-1", heading(1, FontRole::hei)},
        {"heading-2", heading(2, FontRole::kai)},
        {"heading-3", heading(3, FontRole::fangsong)},
        {"heading-4", heading(4, FontRole::fangsong)},
        {"list", body()},
        {"note", small(FontRole::song, 10_pt, 15_pt, Align::justify)},
        {"signature", signature()},
        {"subtitle", subtitle()},
        {"title", title()},
    };
    TableStyle table;
    table.space_after = line / 2;  // with the way to the grid: about one blank line
    TableStyle three_line = TableStyle::three_line();
    three_line.space_after = table.space_after;
    sheet.tables = {{"table", table}, {"three-line", three_line}};
    for (const auto& [name, font] : {std::pair{"song", FontRole::song}, {"hei", FontRole::hei},
                                     {"kai", FontRole::kai}, {"fangsong", FontRole::fangsong}})
        sheet.texts[name] = {.font = font, .size = san_hao, .color = {}};
    return sheet;
}

}  // namespace nianbao

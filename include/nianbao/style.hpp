// How text, paragraphs, tables and pages look. The defaults are GB/T 9704—2012.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <nianbao/geometry.hpp>
#include <nianbao/line_style.hpp>

namespace nianbao {

enum class FontRole { song, hei, kai, fangsong, title };  // 宋体 黑体 楷体 仿宋 小标宋

// justify: 两端对齐. digit and decimal are of table columns: numbers stand on their last digit, or on the
// decimal point, as a block in the middle of the column, and all else is centred (CY/T 170—2019).
enum class Align { start, center, end, justify, digit, decimal };
enum class VerticalAlign { top, middle, bottom };

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;  // sRGB
    friend bool operator==(const Color&, const Color&) = default;
};

// A rule of a table (表线). Width zero: none.
struct RuleLook {
    Length width = {};
    Color color = {};
    friend bool operator==(const RuleLook&, const RuleLook&) = default;
};

// Rules named for the edges of one cell or row; an edge not named takes its rule from the row, then
// from the table's style. Where two meet, the heavier one named is drawn, once.
struct EdgeRules {
    std::optional<RuleLook> top = {}, right = {}, bottom = {}, left = {};
    friend bool operator==(const EdgeRules&, const EdgeRules&) = default;
};

struct TextStyle {
    FontRole font = FontRole::fangsong;
    Length size = Length::millipoints(15750);  // 三号
    Color color = {};
    Em tracking = {};  // 字距 between Han: widened (疏排) or, below zero, tightened (紧排); CLREQ 6.3.1
    Em spread = {};    // 均排: a run narrower than this is spread evenly to it, on one line; CLREQ 6.2.1.3
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// Whether a paragraph begins a page (另面起), or an odd page (单页起, with an empty page before it where needed).
enum class NewPage { no, page, odd_page };

// A paragraph of one role. Lengths are absolute: em was resolved when the style was read.
struct ParagraphStyle {
    TextStyle text = {};
    Align align = Align::justify;
    Align last_line = Align::start;        // of justified text; justify spreads it over the measure
    Length first_indent = {};              // 首行缩进, from the left edge of the measure
    Length hanging_indent = {};            // 悬挂缩进, of the lines below the first
    Length left_indent = {}, right_indent = {};
    Length line_height = Length::millipoints(29621);  // 行高: 225 mm / 22 lines
    Length space_before = {}, space_after = {};
    int lines_kept_at_foot = 2, lines_kept_at_head = 2;  // 页末 / 页首最少行数
    bool keep_with_next = false;           // never the last thing on a page
    bool balanced = false;                 // lines of like length, broken by sense (GB/T 9704 7.3.1)
    // The block begins and ends on the page's line grid: with its own space before and after it takes a
    // whole number of lines, its text in the middle of them (标题占行).
    bool on_grid = true;
    NewPage new_page = NewPage::no;
    bool spans_columns = false;            // across the page where its text stands in columns (通栏)
    std::optional<int> heading_level = {}; // 1 to 4: bookmark and H1 to H4
    LineStyle lines = {};
};

struct TableStyle {
    TextStyle text = {.font = FontRole::song, .size = Length::millipoints(10000), .color = {}};
    Length line_height = Length::millipoints(13000);
    Insets padding = {Length::millipoints(2000), Length::millipoints(2500), Length::millipoints(2000), Length::millipoints(2500)};
    Length rule_width = Length::millipoints(500);        // inner rules
    Length outer_rule_width = Length::millipoints(1000);  // 外框
    Color rule_color = {};
    bool row_rules = true;                               // between rows of the body
    bool column_rules = true;                            // between columns
    bool side_rules = true;                              // the frame's left and right
    std::optional<Length> header_rule_width = {};        // below the header and above the footer; none = inner
    std::optional<Length> cut_rule_width = {};           // at page ends; none = the frame's
    Length min_row_height = Length::millipoints(17000);  // formats a.4: 340 twips
    std::optional<Color> shade = Color{0xC6, 0xD9, 0xF1};  // of cells marked shaded; none = unshaded
    Length space_before = {}, space_after = {};
    LineStyle lines = {};                                // of the texts in cells

    // 三线表: rules above, below the header and below the table, none between columns.
    NIANBAO_API static TableStyle three_line();
};

// The page: paper and type area (版心), GB/T 9704—2012 5.2.
struct PageStyle {
    Size paper = {Length::millimetres(210), Length::millimetres(297)};
    // 天头 37, 切口 26, 地脚 35, 订口 28 mm
    Insets margins = {Length::millimetres(37), Length::millimetres(26), Length::millimetres(35), Length::millimetres(28)};
    // 版心 by characters of the "body" style in a line of text and lines on a page; 0 = by the right and the
    // bottom margin.
    int characters = 0, lines = 0;
    int columns = 1;                                  // 分栏: of text; tables stand across them
    Length column_gap = Length::millipoints(31500);   // 栏间距, two characters of 三号
    bool column_rule = false;                         // a line in the middle of the gap (栏线)
    Length line_height = Length::millipoints(29621);  // the grid: 22 lines
    TextStyle folio = {.font = FontRole::song, .size = Length::millipoints(14000), .color = {}};  // 页码 4号
    Length folio_distance = Length::millimetres(7);   // from the foot of the type area to the dashes
    bool folio_alternates = true;                     // odd pages right, even pages left
    bool folio_shown = true;
    bool mirrored = false;                            // 订口 on the right of even pages
};

// Every look of a document by role. Roles used by built-in blocks: "body", "title", "subtitle",
// "heading-1" … "heading-4", "list", "note", "caption", "signature", "annex-mark", "annex-title",
// "contents-title", "contents-1" … "contents-4".
struct StyleSheet {
    PageStyle page = {};
    std::map<std::string, ParagraphStyle> paragraphs = {};
    std::map<std::string, TableStyle> tables = {};        // "table" is the default; "three-line"
    std::map<std::string, TextStyle> texts = {};          // named looks for runs and cells

    // 版心 of `page`, from its margins or from its characters and lines (CLREQ 7.1.1).
    NIANBAO_API Size type_area() const;

    // GB/T 9704—2012 with every role above.
    NIANBAO_API static StyleSheet official();
};

}  // namespace nianbao

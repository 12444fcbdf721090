// Document: blocks in reading order, before any line is broken.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <nianbao/figure.hpp>
#include <nianbao/style.hpp>
#include <nianbao/text.hpp>

namespace nianbao {

// A paragraph; `style` is a role in StyleSheet::paragraphs.
struct Paragraph {
    Text text = {};
    std::string style = "body";
    Origin origin = {};
};

// A heading. The numeral is generated from the level (一、 （一） 1. （1）, GB/T 9704 7.3.3) unless given.
struct Heading {
    int level = 1;                             // 1 to 4
    Text text = {};
    std::optional<std::string> numeral = {};   // "" = none; "二、" = as given
    bool restart = false;                      // this level begins again at one
    Text run_in = {};                          // body text that goes on in the same line; a 。 is set
                                               // between when the heading ends without a mark
    std::string style = {};                    // empty = "heading-<level>"
    Origin origin = {};
};

enum class HeaderScope { none, column, row };  // TH with /Scope, or TD

struct CellBlock;

struct Cell {
    Text text = {};
    int rows = 1, columns = 1;               // 跨行, 跨列
    HeaderScope header = HeaderScope::none;  // cells of header rows are column headers anyway
    std::optional<Align> align = {};         // none = the column's
    VerticalAlign valign = VerticalAlign::middle;
    bool shaded = false;                     // in the table style's colour
    std::optional<Color> shade = {};         // 底纹 of its own
    std::string style = {};                  // name in StyleSheet::texts; empty = the table's
    bool repeat_label = false;               // a row-spanning label is printed again after a page end
    std::optional<Insets> padding = {};      // none = the table style's
    EdgeRules rules = {};
    int level = 0;                           // of a row label: indented by so many em; read with the labels
                                             // of lower levels above it
    Em spread = {};                          // 均排: a text narrower than this is spread evenly to it
    bool vertical = false;                   // 直排: one column of upright characters; two to four digits or
                                             // letters stand side by side (纵中横)
    std::vector<Text> diagonal = {};         // 斜线表头: two or three labels from the lower left to the upper
                                             // right, instead of a text
    std::vector<CellBlock> blocks;           // below the text; no initialiser: not complete yet (Clang 14)
    Cell();
    Cell(const char* t);   // NOLINT
    Cell(std::string t);   // NOLINT
    Cell(Text t);          // NOLINT
    Cell(const Cell&);
    Cell(Cell&&) noexcept;
    Cell& operator=(const Cell&);
    Cell& operator=(Cell&&) noexcept;
    ~Cell();
};

struct Row {
    std::vector<Cell> cells = {};  // only cells that begin in this row
    Length min_height = {};        // at least the table style's
    EdgeRules rules = {};          // top and bottom of the row, left and right of each of its cells
    bool keep_with_next = false;   // no page end directly after this row
    Origin origin = {};
    Row() = default;
    Row(std::initializer_list<Cell> c);
};

struct Auto {};
struct Share { std::int64_t parts = 1; };  // of what fixed and automatic columns leave

struct Column {
    std::variant<Auto, Share, Length> width = Share{1};
    Align align = Align::center;
};

// Whether a table is set across the page (横排), its head towards the left edge, the folio in its place:
// the binding edge on odd pages, the outer edge on even ones (GB/T 9704—2012 clause 8).
enum class Turned { when_needed, never, always };

// Header, body and footer rows in this order. A table too wide for the type area is made smaller as a
// whole down to 7.5 pt, then turned, then split by columns.
struct Table {
    Text caption = {};                  // 表题
    Text unit = {};                     // 计量单位, 单位：件
    std::vector<Column> columns = {};   // at least one
    int header_rows = 0;                // 表头, the first rows
    bool repeat_header = true;          // the header stands on every page, else once, and may be cut like other rows
    int footer_rows = 0;                // 表尾, the last rows
    bool repeat_footer = false;         // the footer stands on every page, else once at the end
    std::vector<Row> rows = {};
    std::vector<Text> notes = {};
    bool keep_whole = false;            // on one page whenever it fits a page
    bool move_whole = true;             // on the next page if it fits there whole and less than a third
                                        // of it would stand on this one
    bool keep_groups = false;           // rows joined by a spanning cell on one page whenever they fit
    std::optional<Text> continued = {}; // 续表 above each further part; empty = 表1（续） by the number in
                                        // the caption, or 续表
    bool repeat_unit = false;           // the unit stands again above each further part
    Turned turned = Turned::when_needed;
    int key_columns = 1;                // first columns, repeated in each part of a table split by columns
    std::string style = "table";        // role in StyleSheet::tables
    std::string summary = {};           // for screen readers
    Origin origin = {};
};

// What a cell holds below its text: a paragraph in the cell's look, or a table, set in the type size of
// the table around it and never cut by a page end.
struct CellBlock {
    std::variant<Text, Table> what = {};
};

// Now that a cell is complete.
inline Cell::Cell() = default;
inline Cell::Cell(const char* t) : text(t) {}
inline Cell::Cell(std::string t) : text(std::move(t)) {}
inline Cell::Cell(Text t) : text(std::move(t)) {}
inline Cell::Cell(const Cell&) = default;
inline Cell::Cell(Cell&&) noexcept = default;
inline Cell& Cell::operator=(const Cell&) = default;
inline Cell& Cell::operator=(Cell&&) noexcept = default;
inline Cell::~Cell() = default;
inline Row::Row(std::initializer_list<Cell> c) : cells(c) {}

// A list; numerals are generated in the given style: "1." "1、" "（1）" "①" "一是".
struct List {
    struct Item { std::vector<Paragraph> paragraphs = {}; };
    std::vector<Item> items = {};
    std::string numerals = "1.";
    Origin origin = {};
};

struct PageBreak {};
// 落款 (GB/T 9704—2012 7.3.5.2): organ, and the date on the next line.
struct Signature {
    Text organ = {}, date = {};
    Origin origin = {};
};

// Blank lines of the page grid.
struct BlankLines { int count = 1; };

// 目录: headings of level 1 to `levels`, their pages, links to them. Styles "contents-title", "contents-1" … "contents-4".
struct Contents {
    Text title = "目录";  // empty = none
    int levels = 2;
    Origin origin = {};
};

using Block = std::variant<Paragraph, Heading, Table, List, PageBreak, Signature, BlankLines, Contents, Figure, Chart>;

struct Document {
    std::string title = {};         // of the PDF and its bookmarks' root; not printed by itself
    std::string author = {};
    std::string language = "zh-Hans";
    std::string created = {};       // ISO 8601 date or date-time; empty = no date entries
    StyleSheet styles = StyleSheet::official();
    std::vector<Block> blocks = {};
    bool draft = false;             // 草稿 across every page, as an artifact
};

// Indented blocks as text, for tests and bug reports.
NIANBAO_API std::string dump(const Document&);

}  // namespace nianbao

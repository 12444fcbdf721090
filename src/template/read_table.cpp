// Columns, rows and cells of a table of the template.
#include "template/read_table.hpp"

#include <algorithm>
#include <memory>

#include "template/read_lines.hpp"
#include "template/read_rules.hpp"
#include "template/read_text.hpp"

namespace nianbao::templating {

namespace {

constexpr int most_columns = 100;

// "auto", "3fr" or a length.
std::variant<Auto, Share, Length> width_of(const Node& node) {
    const std::string text = text_of(node);
    if (text == "auto") return Auto{};
    if (text.size() > 2 && text.size() < 12 && text.substr(text.size() - 2) == "fr") {
        const std::string digits = text.substr(0, text.size() - 2);
        const bool all_digits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (all_digits && std::stoll(digits) > 0) return Share{std::stoll(digits)};
    }
    return length_of(node);
}

std::vector<Column> read_columns(const Node& node) {
    std::vector<Column> out;
    for (const Node& item : items_of(node)) {
        const ObjectNode object(item, {"width", "align", "count"});
        Column column;
        if (const auto width = object.find("width")) column.width = width_of(*width);
        object.read("align", column.align);
        int count = 1;
        object.read("count", count, 1, most_columns);
        out.insert(out.end(), static_cast<std::size_t>(count), column);
    }
    if (out.empty() || out.size() > most_columns) fail("TEMPLATE-COLUMNS", node.place(), {{"most", most_columns}});
    return out;
}

void read_header_scope(const ObjectNode& object, HeaderScope& target) {
    const auto node = object.find("header");
    if (!node) return;
    const std::string word = text_of(*node);
    if (word == "row") target = HeaderScope::row;
    else if (word == "column") target = HeaderScope::column;
    else if (word == "none") target = HeaderScope::none;
    else fail("TEMPLATE-CHOICE", node->place(), {{"found", word}, {"choices", "row, column, none"}});
}

void read_content(const ObjectNode& object, const StyleSheet& sheet, CellSource& cell) {
    int contents = 0;
    for (const char* key : {"text", "field", "label", "each_column", "each_column_label", "diagonal"}) {
        if (object.has(key)) ++contents;
    }
    const bool says_one = contents == 1 || (contents == 0 && object.has("blocks"));
    if (!says_one || (object.has("diagonal") && object.has("blocks"))) fail("TEMPLATE-CELL", object.place());
    const auto piece = [&](const char* key, PieceKind kind) {
        const auto node = object.find(key);
        if (node) cell.text.push_back({.kind = kind, .value = text_of(*node), .place = node->place()});
    };
    piece("field", PieceKind::field);
    piece("label", PieceKind::label);
    if (const auto text = object.find("text")) cell.text = read_text(*text, sheet);
    if (const auto labels = object.find("diagonal")) {
        for (const Node& label : items_of(*labels)) cell.diagonal.push_back(read_text(label, sheet));
        if (cell.diagonal.size() != 2 && cell.diagonal.size() != 3) fail("TEMPLATE-DIAGONAL", labels->place());
    }
    for (const auto& [key, spread] : {std::pair{"each_column", CellSpread::each_column},
                                      std::pair{"each_column_label", CellSpread::each_column_label}}) {
        if (!object.has(key)) continue;
        cell.spread = spread;
        object.read(key, cell.row_field);
        cell.place = object.at(key).place();
    }
}

std::vector<CellBlockSource> read_cell_blocks(const Node& node, const StyleSheet& sheet) {
    std::vector<CellBlockSource> out;
    for (const Node& item : items_of(node)) {
        const ObjectNode object(item, {"paragraph", "table"});
        if (object.has("paragraph") == object.has("table")) fail("TEMPLATE-CELL-BLOCK", object.place());
        CellBlockSource block;
        if (const auto text = object.find("paragraph")) block.paragraph = read_text(*text, sheet);
        if (const auto table = object.find("table")) block.table = std::make_shared<const TableSource>(read_table(*table, sheet));
        out.push_back(std::move(block));
    }
    return out;
}

CellSource read_cell(const Node& node, const StyleSheet& sheet, bool in_head) {
    CellSource cell;
    cell.place = node.place();
    if (node.value->is(json::Kind::string)) {
        cell.text = read_text(node, sheet);
        return cell;
    }
    const ObjectNode object(node, {"text", "field", "label", "each_column", "each_column_label", "columns", "rows",
                                   "header", "align", "valign", "shaded", "shade", "rules", "padding", "style", "repeat_label",
                                   "diagonal", "vertical", "spread", "level", "blocks"});
    read_content(object, sheet, cell);
    if (const auto blocks = object.find("blocks")) cell.blocks = read_cell_blocks(*blocks, sheet);
    // A label beside numbers is what a reader of the table hears with them (PDF/UA-1 7.5).
    if (object.has("label") && !in_head) cell.look.header = HeaderScope::row;
    object.read("columns", cell.look.columns, 1, most_columns);
    object.read("rows", cell.look.rows, 1, 1000);
    read_header_scope(object, cell.look.header);
    if (const auto align = object.find("align")) cell.look.align = align_of(*align);
    object.read("valign", cell.look.valign);
    object.read("shaded", cell.look.shaded);
    if (const auto shade = object.find("shade")) cell.look.shade = color_of(*shade);
    if (const auto rules = object.find("rules")) cell.look.rules = edge_rules_of(*rules);
    if (const auto padding = object.find("padding")) cell.look.padding = insets_of(*padding);
    read_style_name(object, sheet.texts, cell.look.style);
    object.read("repeat_label", cell.look.repeat_label);
    object.read("vertical", cell.look.vertical);
    object.read("level", cell.look.level, 0, 9);
    if (const auto spread = object.find("spread")) cell.look.spread = em_of(*spread, Em{}, Em{40000});
    return cell;
}

RowSource read_row(const Node& node, const StyleSheet& sheet, bool in_head) {
    RowSource row;
    row.place = node.place();
    const ObjectNode object(node, {"cells", "min_height", "keep_with_next", "rules"});
    for (const Node& cell : items_of(object.at("cells"))) row.cells.push_back(read_cell(cell, sheet, in_head));
    object.read("min_height", row.min_height);
    if (const auto rules = object.find("rules")) row.rules = edge_rules_of(*rules);
    object.read("keep_with_next", row.keep_with_next);
    return row;
}

// Lays one row of cells into the grid. `below[c]` is how many more rows the cell above covers column c.
void fill_row(const TableSource& table, const RowSource& row, std::vector<int>& below) {
    std::size_t column = 0;
    const auto skip_covered = [&] {
        while (column < below.size() && below[column] > 0) --below[column++];
    };
    const auto too_many = [&] { fail("TEMPLATE-GRID", row.place, {{"columns", below.size()}}); };
    for (const CellSource& cell : row.cells) {
        const std::size_t copies = cell.spread == CellSpread::one ? 1 : table.column_keys.size();
        for (std::size_t copy = 0; copy < copies; ++copy) {
            skip_covered();
            for (int i = 0; i < cell.look.columns; ++i, ++column) {
                if (column >= below.size() || below[column] > 0) too_many();
                below[column] = cell.look.rows - 1;
            }
        }
    }
    skip_covered();
    if (column != below.size()) too_many();
}

void check_grid(const TableSource& table, const Place& place) {
    std::vector<int> below(table.look.columns.size(), 0);
    for (const RowSource& row : table.rows) fill_row(table, row, below);
    const bool ends_inside = std::any_of(below.begin(), below.end(), [](int rows) { return rows > 0; });
    if (ends_inside || table.rows.empty()) fail("TEMPLATE-GRID-ROWS", place);
}

// How the table stands on pages.
void read_page_choices(const ObjectNode& object, Table& look) {
    object.read("repeat_header", look.repeat_header);
    object.read("repeat_footer", look.repeat_footer);
    object.read("keep_whole", look.keep_whole);
    object.read("move_whole", look.move_whole);
    object.read("keep_groups", look.keep_groups);
    object.read("repeat_unit", look.repeat_unit);
    read_turned(object, look.turned);
    if (const auto mark = object.find("continued")) {
        // true: the number in the caption; or the mark itself
        if (mark->value->kind == json::Kind::string) look.continued = Text(text_of(*mark));
        else if (bool wanted = false; object.read("continued", wanted), wanted) look.continued = Text();
    }
}

// The columns that head the rows, and those that stand in each part of a table split by columns: the same unless told.
void read_first_columns(const ObjectNode& object, TableSource& table) {
    const int columns = static_cast<int>(table.look.columns.size());
    object.read("header_columns", table.header_columns, 0, columns);
    table.look.key_columns = std::max(1, table.header_columns);
    object.read("key_columns", table.look.key_columns, 0, columns);
}

}  // namespace

void read_turned(const ObjectNode& object, Turned& target) {
    object.read("turned", target, {{"when_needed", Turned::when_needed}, {"never", Turned::never}, {"always", Turned::always}});
}

TableSource read_table(const Node& node, const StyleSheet& sheet) {
    const ObjectNode object(node, {"section", "summary", "caption", "unit", "columns", "column_keys",
                                   "header_rows", "footer_rows", "repeat_header", "repeat_footer", "rows", "notes", "keep_whole", "move_whole",
                                   "keep_groups", "continued", "repeat_unit", "turned", "header_columns", "key_columns", "style"});
    TableSource table;
    table.place = object.place();
    object.read("section", table.section);
    object.read("summary", table.look.summary);
    table.caption = read_text(object, "caption", sheet);
    table.unit = read_text(object, "unit", sheet);
    table.look.columns = read_columns(object.at("columns"));
    if (const auto keys = object.find("column_keys")) {
        for (const Node& key : items_of(*keys)) table.column_keys.push_back(text_of(key));
    }
    const std::vector<Node> rows = items_of(object.at("rows"));
    object.read("header_rows", table.look.header_rows, 0, static_cast<int>(rows.size()));
    object.read("footer_rows", table.look.footer_rows, 0, static_cast<int>(rows.size()) - table.look.header_rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.rows.push_back(read_row(rows[i], sheet, i < static_cast<std::size_t>(table.look.header_rows)));
    }
    if (const auto notes = object.find("notes")) {
        for (const Node& note : items_of(*notes)) table.notes.push_back(read_text(note, sheet));
    }
    read_page_choices(object, table.look);
    read_first_columns(object, table);
    read_style_name(object, sheet.tables, table.look.style);
    check_grid(table, table.place);
    return table;
}

}  // namespace nianbao::templating

// The {"table": …} block of a narrative → Table.
#include "report/blocks.hpp"

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "document/table_cells.hpp"
#include "report/keys.hpp"
#include "report/scalars.hpp"
#include "report/table_cell.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

void read_cells(Reading& reading, const Node& node, Row& row) {
    for (const Node& cell : items_of(reading, node, most_columns)) row.cells.push_back(read_cell(reading, cell));
}

// {"cells": […], "min_height": "10mm", …}
void read_row_object(Reading& reading, const Node& node, Row& row) {
    static const std::vector<KeySpec> specs = {{"cells", true}, {"min_height"}, {"rules"}, {"keep_with_next"}};
    constexpr Length highest = Length::millimetres(200);
    const Keys keys(reading, node, specs);
    if (const auto cells = keys.find("cells")) read_cells(reading, *cells, row);
    if (const auto height = keys.find("min_height")) row.min_height = read_length(reading, *height, highest);
    if (const auto rules = keys.find("rules")) row.rules = read_rules(reading, *rules);
    if (const auto kept = keys.find("keep_with_next")) row.keep_with_next = read_flag(reading, *kept);
}

// A list of cells, or an object that has them and the looks of the row.
Row read_row(Reading& reading, const Node& node) {
    Row row;
    row.origin.pointer = node.pointer;
    if (node.is(Kind::array)) read_cells(reading, node, row);
    else if (node.is(Kind::object)) read_row_object(reading, node, row);
    else reading.wrong_type(node, "EXPECTED-CELLS");
    return row;
}

// One column each for the cells of the first row, when no columns are given.
std::size_t columns_of_first_row(const Table& table) {
    std::size_t count = 0;
    if (table.rows.empty()) return 0;
    for (const Cell& cell : table.rows.front().cells) count += static_cast<std::size_t>(cell.columns);
    return count;
}

// The row a complaint about the grid points at, or the whole table.
Node row_at(const Node& table, const std::string& pointer) {
    const json::Value* rows = table.value->find("rows");
    for (std::size_t i = 0; rows != nullptr && i < rows->items.size(); ++i) {
        const Node row = Node{rows, json::child(table.pointer, "rows"), json::child(table.canonical, "rows")}.item(i);
        if (row.pointer == pointer) return row;
    }
    return table;
}

// The document knows what a grid is; its complaint becomes a fault of this place.
void check_grid(Reading& reading, const Node& node, const Table& table) {
    try {
        document::cells_on_grid(table);
    } catch (const LayoutError& error) {
        reading.fault("TABLE-GRID", row_at(node, error.where()), {.expected = {error.message(Language::zh), error.message(Language::en)}});
    }
}

// "continued": true, false, or the mark itself.
std::optional<Text> read_continued(Reading& reading, const Node& node) {
    if (!node.is(Kind::boolean)) return read_line(reading, node);
    return read_flag(reading, node) ? std::optional(Text()) : std::nullopt;
}

// How the table stands on pages.
void read_page_choices(Reading& reading, const Keys& keys, Table& table) {
    const auto flag = [&](const char* key, bool& value) {
        if (const auto node = keys.find(key)) value = read_flag(reading, *node);
    };
    flag("repeat_header", table.repeat_header);
    flag("repeat_footer", table.repeat_footer);
    flag("keep_whole", table.keep_whole);
    flag("move_whole", table.move_whole);
    flag("keep_groups", table.keep_groups);
    flag("repeat_unit", table.repeat_unit);
    if (const auto mark = keys.find("continued")) table.continued = read_continued(reading, *mark);
    if (const auto turned = keys.find("turned")) table.turned = read_turned(reading, *turned);
}

// The columns that head the rows, and those that stand in each part of a table split by columns: the same unless told.
void read_first_columns(Reading& reading, const Keys& keys, Table& table, std::size_t faults_before) {
    int headers = 0;
    if (const auto node = keys.find("header_columns")) headers = read_integer(reading, *node, 0, most_columns).value_or(0);
    table.key_columns = std::max(1, headers);
    if (const auto node = keys.find("key_columns")) table.key_columns = read_integer(reading, *node, 0, most_columns).value_or(1);
    if (headers > 0 && reading.fault_count() == faults_before) document::make_row_headers(table, headers);
}

}  // namespace

Table read_table(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"caption"},     {"unit"},       {"columns"}, {"header_rows"},
                                               {"footer_rows"}, {"rows", true}, {"notes"},  {"repeat_header"}, {"repeat_footer"},
                                               {"keep_whole"},  {"move_whole"}, {"keep_groups"}, {"continued"},
                                               {"repeat_unit"}, {"turned"},     {"key_columns"}, {"style"},   {"header_columns"}, {"summary"}};
    const std::size_t faults_before = reading.fault_count();
    const Keys keys(reading, node, specs);
    Table table;
    table.origin.pointer = node.pointer;
    if (const auto caption = keys.find("caption")) table.caption = read_line(reading, *caption);
    if (const auto unit = keys.find("unit")) table.unit = read_line(reading, *unit);
    if (const auto summary = keys.find("summary")) table.summary = read_plain(reading, *summary).text;
    if (const auto columns = keys.find("columns")) {
        for (const Node& column : items_of(reading, *columns, most_columns)) table.columns.push_back(read_column(reading, column));
    }
    if (const auto header = keys.find("header_rows")) {
        table.header_rows = read_integer(reading, *header, 0, most_rows).value_or(0);
    }
    if (const auto footer = keys.find("footer_rows")) {
        table.footer_rows = read_integer(reading, *footer, 0, most_rows).value_or(0);
    }
    read_page_choices(reading, keys, table);
    if (const auto rows = keys.find("rows")) {
        for (const Node& row : items_of(reading, *rows, most_rows)) table.rows.push_back(read_row(reading, row));
    }
    if (const auto notes = keys.find("notes")) {
        for (const Node& note : items_of(reading, *notes, most_rows)) table.notes.push_back(read_line(reading, note));
    }
    if (const auto style = keys.find("style")) table.style = read_table_style(reading, *style);
    if (!keys.find("columns")) table.columns.resize(columns_of_first_row(table));
    if (reading.fault_count() == faults_before) check_grid(reading, node, table);
    read_first_columns(reading, keys, table, faults_before);
    return table;
}

}  // namespace nianbao::report

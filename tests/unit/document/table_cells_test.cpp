// Cells on the grid of their table.
#include <catch2/catch.hpp>

#include <nianbao/error.hpp>

#include "document/table_cells.hpp"

using namespace nianbao;
using document::cells_on_grid;
using document::name_of;

namespace {

Cell spanning(int rows, int columns) {
    Cell cell("x");
    cell.rows = rows;
    cell.columns = columns;
    return cell;
}

Table table_of(std::size_t columns, std::vector<Row> rows) {
    Table table;
    table.caption = "收费";
    table.columns.resize(columns);
    table.rows = std::move(rows);
    return table;
}

std::string fault_of(const Table& table) {
    try {
        cells_on_grid(table);
    } catch (const LayoutError& error) {
        return error.id();
    }
    return "";
}

}  // namespace

TEST_CASE("cells take the next free slot beside spans from above") {
    const Table table = table_of(3, {{spanning(2, 1), "b", "c"}, {spanning(1, 2)}});
    const auto cells = cells_on_grid(table);
    REQUIRE(cells.size() == 4);
    CHECK(cells[2].column == 2);
    CHECK(cells[3].row == 1);
    CHECK(cells[3].column == 1);
    CHECK(cells[3].last_column() == 2);
    CHECK(cells[3].cell == &table.rows[1].cells[0]);
}

TEST_CASE("each fault of a table has its own name") {
    CHECK(fault_of(table_of(0, {{"a"}})) == "TABLE-NO-COLUMNS");
    CHECK(fault_of(table_of(1, {})) == "TABLE-NO-ROWS");
    CHECK(fault_of(table_of(2, {{"a"}})) == "TABLE-ROW-SHORT");
    CHECK(fault_of(table_of(1, {{"a", "b"}})) == "TABLE-ROW-LONG");
    CHECK(fault_of(table_of(2, {{"a", spanning(1, 2)}})) == "TABLE-ROW-LONG");
    CHECK(fault_of(table_of(1, {{spanning(2, 1)}})) == "TABLE-SPAN-DOWN");
    CHECK(fault_of(table_of(1, {{spanning(0, 1)}})) == "TABLE-SPAN");
    CHECK(fault_of(table_of(3, {{"a", spanning(2, 1), "c"}, {spanning(1, 2)}})) == "TABLE-SPAN-OVERLAP");
    CHECK(fault_of(table_of(2, {{"a", "b"}, {"c", "d"}})).empty());
}

TEST_CASE("header cells stay in the header") {
    Table table = table_of(2, {{spanning(2, 1), "b"}, {"c"}});
    table.header_rows = 1;
    CHECK(fault_of(table) == "TABLE-HEADER-SPAN");
    table.header_rows = 2;
    CHECK(fault_of(table).empty());
    table.header_rows = 3;
    CHECK(fault_of(table) == "TABLE-HEADER-ROWS");
}

TEST_CASE("cells of the body stay out of the footer, and rows are counted once") {
    Table table = table_of(2, {{"a", "b"}, {spanning(2, 1), "d"}, {"e"}});
    table.footer_rows = 1;
    CHECK(fault_of(table) == "TABLE-FOOTER-SPAN");
    table.footer_rows = 2;
    CHECK(fault_of(table).empty());
    table.header_rows = 1;
    CHECK(fault_of(table).empty());
    table.footer_rows = 3;
    CHECK(fault_of(table) == "TABLE-FOOTER-ROWS");
    table.footer_rows = 0;
    table.key_columns = -1;
    CHECK(fault_of(table) == "TABLE-KEY-COLUMNS");
}

TEST_CASE("a fault names the table, the row and the place in the data") {
    Table table = table_of(2, {{"a", "b"}, {"c"}});
    table.rows[1].origin.pointer = "/tables/0/rows/1";
    try {
        cells_on_grid(table);
        FAIL("no error");
    } catch (const LayoutError& error) {
        CHECK(error.where() == "/tables/0/rows/1");
        CHECK(error.message(Language::zh).find("收费") != std::string::npos);
        CHECK(error.message(Language::en).find("row 2") != std::string::npos);
    }
}

TEST_CASE("a table is named by its caption, the head of its summary or its place") {
    Table table;
    table.origin.pointer = "/overview/0/table";
    CHECK(name_of(table) == "/overview/0/table");
    table.summary = "主动公开政府信息情况：各类信息的件数";
    CHECK(name_of(table) == "主动公开政府信息情况");
    table.caption = "收费";
    CHECK(name_of(table) == "收费");
}

// The generic table of indicators: levels, units, codes, values.
#include <catch2/catch.hpp>

#include <variant>

#include <nianbao/indicator_table.hpp>

using namespace nianbao;

namespace {

std::vector<std::string> texts(const Row& row) {
    std::vector<std::string> out;
    for (const Cell& cell : row.cells) out.push_back(cell.text.plain());
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("an indicator table has a head and a row for each indicator, parts below their whole") {
    const Table table = indicator_table({.indicators = {
        {.label = "一、主动公开情况", .parts = {
            {.label = "（一）规范性文件数", .unit = "件", .values = {"12"}, .parts = {{.label = "其中：新制发", .unit = "件", .values = {"3"}}}}}},
        {.label = "二、收取的费用", .unit = "万元", .values = {"0.50"}}}});
    REQUIRE(table.rows.size() == 5);
    CHECK(table.header_rows == 1);
    CHECK(table.columns.size() == 3);
    CHECK(texts(table.rows[0]) == Texts{"统计指标", "单位", "统计数"});
    CHECK(texts(table.rows[1]) == Texts{"一、主动公开情况", "——", "——"});
    CHECK(texts(table.rows[2]) == Texts{"（一）规范性文件数", "件", "12"});
    CHECK(texts(table.rows[3]) == Texts{"其中：新制发", "件", "3"});
    CHECK(texts(table.rows[4]) == Texts{"二、收取的费用", "万元", "0.50"});
    std::vector<int> levels;
    for (const Row& row : table.rows) levels.push_back(row.cells[0].level);
    CHECK(levels == std::vector<int>{0, 0, 1, 2, 0});
    CHECK(table.rows[1].keep_with_next);
    CHECK_FALSE(table.rows[3].keep_with_next);
    CHECK(table.rows[2].cells[0].header == HeaderScope::row);
    CHECK(table.continued);
}

TEST_CASE("codes and units have columns when any indicator has one, values as many as there are heads") {
    const Table table = indicator_table({.label_head = "指标名称", .value_heads = {"本期实际", "本年累计"},
                                         .value_align = Align::decimal,
                                         .indicators = {{.label = "申请总数", .code = "10", .values = {"1", "2"}}, {.label = "尚未统计"}}});
    CHECK(texts(table.rows[0]) == Texts{"指标名称", "代码", "本期实际", "本年累计"});
    CHECK(texts(table.rows[1]) == Texts{"申请总数", "10", "1", "2"});
    CHECK(texts(table.rows[2]) == Texts{"尚未统计", "", "", ""});
    CHECK(table.columns[2].align == Align::decimal);
}

TEST_CASE("an indicator table stands across the page and in the style it asks for") {
    const Table table = indicator_table({.indicators = {{.label = "申请总数", .values = {"1"}}}, .turned = Turned::always, .style = "three-line"});
    CHECK(table.turned == Turned::always);
    CHECK(table.style == "three-line");
    CHECK(indicator_table({}).turned == Turned::when_needed);
    CHECK(indicator_table({}).style == "table");
}

// 指标名称 | 计量单位 | 代码 | 本期实际 | 本年累计, as the field prints it.
TEST_CASE("units stand before codes, both as wide as they need") {
    const Table table = indicator_table({.label_head = "指标名称", .unit_head = "计量单位", .value_heads = {"本期实际", "本年累计"},
                                         .indicators = {{.label = "一、申请", .code = "09", .parts = {
                                             {.label = "申请总数", .unit = "件", .code = "10", .values = {"1", "2"}}}}}});
    CHECK(texts(table.rows[0]) == Texts{"指标名称", "计量单位", "代码", "本期实际", "本年累计"});
    CHECK(texts(table.rows[1]) == Texts{"一、申请", "——", "09", "——", "——"});
    CHECK(texts(table.rows[2]) == Texts{"申请总数", "件", "10", "1", "2"});
    for (const std::size_t column : {0U, 3U, 4U}) CHECK(std::holds_alternative<Share>(table.columns[column].width));
    for (const std::size_t column : {1U, 2U}) CHECK(std::holds_alternative<Auto>(table.columns[column].width));
}

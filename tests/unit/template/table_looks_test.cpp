// The looks of table styles, rows and cells as a template gives them.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <nianbao/error.hpp>
#include <nianbao/template.hpp>

#include "template/template_data.hpp"

using namespace nianbao;
using namespace nianbao::literals;

namespace {

Template with(const std::string& members) {
    return Template::from_json(R"({"template_version": 1, "format": "disclosure-2021", )" + members + "}");
}
Template with_cell(const std::string& cell) {
    return with(R"("blocks": [{"table": {"columns": [{}], "rows": [{"cells": [)" + cell + "]}]}}]");
}
Cell cell_of(const std::string& cell) {
    const Template made = with_cell(cell);
    return std::get<templating::TableSource>(made.data().blocks.at(0).what).rows.at(0).cells.at(0).look;
}

template <typename Reading>
std::string fault_of(const Reading& reading) {
    try {
        reading();
    } catch (const TemplateError& error) {
        return fmt::format("{} {}", error.id(), error.where());
    }
    return "no fault";
}

}  // namespace

TEST_CASE("a cell has rules by edge, a shade and a padding of its own") {
    const Cell cell = cell_of(
        R"({"text": "甲", "shade": "FFEEDD", "padding": {"left": "10pt"},
            "rules": {"top": "2pt", "right": null, "bottom": {"width": "1pt", "color": "C00000"}}})"
    );
    CHECK(cell.shade == Color{0xFF, 0xEE, 0xDD});
    CHECK(cell.padding == Insets{.left = 10_pt});
    CHECK(cell.rules.top == RuleLook{2_pt, {}});
    CHECK(cell.rules.right == RuleLook{});
    CHECK(cell.rules.bottom == RuleLook{1_pt, {0xC0, 0, 0}});
    CHECK_FALSE(cell.rules.left);
}

TEST_CASE("one rule or one padding may be given for all sides") {
    const Cell cell = cell_of(R"({"text": "甲", "padding": "4pt", "rules": {"width": "1pt", "color": "C00000"}})");
    const RuleLook look{1_pt, {0xC0, 0, 0}};
    CHECK(cell.padding == Insets{4_pt, 4_pt, 4_pt, 4_pt});
    CHECK(cell.rules == EdgeRules{look, look, look, look});
    CHECK(cell_of(R"({"text": "甲", "rules": null})").rules == EdgeRules{RuleLook{}, RuleLook{}, RuleLook{}, RuleLook{}});
}

TEST_CASE("a style of tables says which rules it has, beginning with that of three rules") {
    const Template made = with(
        R"("blocks": [], "tables": {"mine": {"based_on": "three-line", "rule_color": "333333", "row_rules": true},
           "table": {"column_rules": false, "side_rules": false, "header_rule_width": "0.75pt", "cut_rule_width": "0.5pt"}})"
    );
    const auto& tables = made.data().styles.tables;
    CHECK(tables.at("mine").outer_rule_width == 1.5_pt);
    CHECK(tables.at("mine").rule_color == Color{0x33, 0x33, 0x33});
    CHECK(tables.at("mine").row_rules);
    CHECK_FALSE(tables.at("mine").column_rules);
    CHECK_FALSE(tables.at("table").column_rules);
    CHECK_FALSE(tables.at("table").side_rules);
    CHECK(tables.at("table").header_rule_width == 0.75_pt);
    CHECK(tables.at("table").cut_rule_width == 0.5_pt);
}

TEST_CASE("a cell may be upright, divided, spread, of a level, and a column may align its numbers") {
    CHECK(cell_of(R"({"text": "甲", "vertical": true})").vertical);
    CHECK(cell_of(R"({"text": "甲", "spread": "4em"})").spread == Em{4000});
    CHECK(cell_of(R"({"text": "甲", "level": 2})").level == 2);
    CHECK(cell_of(R"({"text": "1", "align": "decimal"})").align == Align::decimal);
    const Template made = with_cell(R"({"diagonal": ["项目", "年份"]})");
    const auto& cell = std::get<templating::TableSource>(made.data().blocks.at(0).what).rows.at(0).cells.at(0);
    REQUIRE(cell.diagonal.size() == 2);
    CHECK(cell.diagonal[1].at(0).value == "年份");
    CHECK(fault_of([] { cell_of(R"({"diagonal": ["项目"]})"); }) == "TEMPLATE-DIAGONAL /blocks/0/table/rows/0/cells/0/diagonal");
    CHECK(fault_of([] { cell_of(R"({"diagonal": ["项目", "年份"], "text": "甲"})"); }) == "TEMPLATE-CELL /blocks/0/table/rows/0/cells/0");
}

TEST_CASE("a cell of a template holds paragraphs and tables below its text") {
    const Template made = with_cell(
        R"({"text": "分两类：", "blocks": [{"table": {"columns": [{}, {}], "rows": [{"cells": ["类别", "天数"]}]}}, {"paragraph": "以立案日期为准。"}]})"
    );
    const auto& cell = std::get<templating::TableSource>(made.data().blocks.at(0).what).rows.at(0).cells.at(0);
    REQUIRE(cell.blocks.size() == 2);
    REQUIRE(cell.blocks[0].table);
    CHECK(cell.blocks[0].table->rows.at(0).cells.at(1).text.at(0).value == "天数");
    CHECK_FALSE(cell.blocks[1].table);
    CHECK(cell.blocks[1].paragraph.at(0).value == "以立案日期为准。");
    CHECK(fault_of([] { with_cell(R"({"blocks": [{"paragraph": "甲"}]})"); }) == "no fault");
    CHECK(fault_of([] { with_cell(R"({"blocks": [{"paragraph": "甲", "table": {}}]})"); }) ==
          "TEMPLATE-CELL-BLOCK /blocks/0/table/rows/0/cells/0/blocks/0");
    CHECK(fault_of([] { with_cell(R"({"diagonal": ["项目", "年份"], "blocks": [{"paragraph": "甲"}]})"); }) ==
          "TEMPLATE-CELL /blocks/0/table/rows/0/cells/0");
}

TEST_CASE("the preset of indicator tables is laid out with fields and labels still to be bound") {
    const Template made = with(R"("blocks": [{"indicator_table": {"section": "/proactive", "turned": "never", "style": "three-line", "rows": [
        {"text": "一、规章", "rows": [{"label": "/proactive/rules", "unit": "件", "fields": ["/proactive/rules/made"]}]}]}}])");
    const auto& table = std::get<templating::TableSource>(made.data().blocks.at(0).what);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.look.header_rows == 1);
    CHECK(table.look.columns.size() == 3);
    CHECK(table.look.rows.empty());
    CHECK(table.look.turned == Turned::never);
    CHECK(table.look.style == "three-line");
    CHECK(table.rows[0].cells[0].text.at(0).value == "统计指标");
    CHECK(table.rows[1].cells[0].text.at(0).value == "一、规章");
    CHECK(table.rows[1].cells[2].text.at(0).value == "——");
    CHECK(table.rows[1].keep_with_next);
    const auto& label = table.rows[2].cells[0];
    CHECK(label.look.level == 1);
    CHECK(label.look.header == HeaderScope::row);
    CHECK(label.text.at(0).kind == templating::PieceKind::label);
    CHECK(table.rows[2].cells[2].text.at(0).value == "/proactive/rules/made");
    CHECK(fault_of([] { with(R"("blocks": [{"indicator_table": {"rows": [{"text": "甲", "fields": ["/a", "/b"]}]}}])"); }) ==
          "TEMPLATE-INDICATOR /blocks/0/indicator_table/rows/0/fields");
    CHECK(fault_of([] { with(R"("blocks": [{"indicator_table": {"rows": [{"unit": "件"}]}}])"); }) ==
          "TEMPLATE-INDICATOR /blocks/0/indicator_table/rows/0");
}

TEST_CASE("an edge that is none and a rule without a width are faults of their place") {
    CHECK(fault_of([] { cell_of(R"({"text": "甲", "rules": {"middle": "1pt"}})"); }) ==
          "TEMPLATE-KEY /blocks/0/table/rows/0/cells/0/rules/middle");
    CHECK(fault_of([] { cell_of(R"({"text": "甲", "rules": {"top": {"color": "C00000"}}})"); }) ==
          "TEMPLATE-MISSING /blocks/0/table/rows/0/cells/0/rules/top");
    CHECK(fault_of([] { cell_of(R"({"text": "甲", "shade": "blue"})"); }) ==
          "TEMPLATE-COLOR /blocks/0/table/rows/0/cells/0/shade");
}

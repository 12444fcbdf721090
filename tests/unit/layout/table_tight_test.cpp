// Tables at the end of their room: numbers clear of the rules, widths beyond what a length holds.
#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

#include <nianbao/error.hpp>

#include "table_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

TEST_CASE("numbers of a tight table stand clear of the frame and apart from each other") {
    for (std::size_t columns = 8; columns <= 13; ++columns) {
        Table table;
        table.turned = Turned::never;
        table.columns.assign(columns, {.width = Auto{}, .align = Align::digit});
        table.rows.resize(3);
        for (Row& row : table.rows) row.cells.assign(columns, Cell("12345674"));
        const PagedDocument pages = typeset_blocks({table});
        CAPTURE(columns);
        CHECK(first_fault(pages) == "");
        const auto runs = runs_of(pages.pages[0]);
        std::vector<Length> edges;
        for (const Rule& rule : rules_of(pages.pages[0]))
            if (rule.from.x == rule.to.x) {
                edges.push_back(rule.from.x - rule.width / 2);
                edges.push_back(rule.from.x + rule.width / 2);
            }
        for (const GlyphRun& run : runs) {
            if (run.text != "12345674") continue;
            const Length left = run.origin.x, right = left + run.glyphs.back().x + run.glyphs.back().advance;
            for (const Length edge : edges) { CAPTURE(edge.count(), left.count(), right.count(), run.text); CHECK((edge <= left - 0.7_pt || edge >= right + 0.7_pt)); }
        }
    }
}

TEST_CASE("columns wider together than a length can say are too wide, by name") {
    Table table;
    table.columns.assign(76, {.width = Length::millimetres(9999)});
    table.rows.resize(1);
    table.rows[0].cells.assign(76, Cell("1"));
    CHECK_THROWS_AS(typeset_blocks({table}), LayoutError);
    table.columns.assign(2, {.width = Share{std::numeric_limits<std::int64_t>::max()}});
    table.rows[0].cells.assign(2, Cell("1"));
    CHECK(first_fault(typeset_blocks({table})) == "");
}

TEST_CASE("labels at diagonals that need more than four lines are too wide, with the label and the width they need") {
    Table table;
    table.columns = {{.width = 51_pt}, {}};
    table.header_rows = 1;
    Cell corner;
    corner.diagonal = {"年", "行政许可事项办理情况统计指标名称说明", "月"};
    table.rows = {row({corner, Cell("数")}), {"甲", "1"}};
    try {
        typeset_blocks({table});
        FAIL("no error");
    } catch (const LayoutError& error) {
        CHECK(error.id() == "CELL-TOO-NARROW");
        CHECK(error.needed() > error.available());
        CHECK(error.message().find("年／行政许可") != std::string::npos);
    }
}

// Page design of CLREQ 7.1.1: characters and lines, columns of text with tables and titles across them.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include <nianbao/error.hpp>
#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;

namespace {

Paragraph lines(std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) text += "政";
    return {.text = text, .origin = {}};
}

std::vector<GlyphRun> body_runs(const Page& page) {
    auto runs = runs_of(page);
    runs.erase(std::remove_if(runs.begin(), runs.end(), [](const GlyphRun& run) { return !run.text.starts_with("政"); }), runs.end());
    return runs;
}

Document two_columns() {
    Document document;
    document.styles.page.columns = 2;
    document.styles.page.characters = 13;
    document.styles.page.lines = 22;
    document.styles.page.column_gap = 31.5_pt;
    return document;
}

}  // namespace

TEST_CASE("a type area of 28 characters and 22 lines sets exactly that") {
    Document document;
    document.styles.page.characters = 28;
    document.styles.page.lines = 22;
    CHECK(document.styles.type_area().width == 28 * 15.75_pt);
    CHECK(document.styles.type_area().height == 21 * 29.621_pt + 15.75_pt);
    document.blocks = {lines(28 * 30)};
    const auto runs = body_runs(typeset(document, fonts()).pages[0]);
    REQUIRE(runs.size() == 22);
    CHECK(runs[1].glyphs.size() == 28);
    document.styles.page.characters = 20;
    document.styles.page.lines = 10;
    const auto smaller = body_runs(typeset(document, fonts()).pages[0]);
    REQUIRE(smaller.size() == 10);
    CHECK(smaller[1].glyphs.size() == 20);
}

TEST_CASE("a type area that the paper cannot hold is refused by name") {
    Document document;
    document.blocks = {lines(10)};
    document.styles.page.folio_shown = false;
    const auto refused = [&](int characters, int count) {
        document.styles.page.characters = characters;
        document.styles.page.lines = count;
        try {
            typeset(document, fonts());
        } catch (const LayoutError& error) {
            return std::string(error.id());
        }
        return std::string();
    };
    CHECK(refused(32, 22) == "");
    CHECK(refused(33, 22) == "PAGE-AREA-LARGE");
    CHECK(refused(28, 25) == "");
    CHECK(refused(28, 26) == "PAGE-AREA-LARGE");
}

TEST_CASE("text in two columns has their measure and stands side by side on one grid") {
    Document document = two_columns();
    document.blocks = {lines(13 * 60)};
    const PagedDocument pages = typeset(document, fonts());
    REQUIRE(pages.pages.size() == 2);
    const auto runs = body_runs(pages.pages[0]);
    REQUIRE(runs.size() == 44);
    for (std::size_t i = 0; i < 22; ++i) {
        CHECK(runs[i].origin.y == runs[i + 22].origin.y);
        if (i > 0) CHECK(runs[i].origin.x == 28_mm);
        CHECK(runs[i + 22].origin.x == 28_mm + 13 * 15.75_pt + 31.5_pt);
        CHECK(runs[i + 22].glyphs.size() == 13);
    }
    CHECK(body_runs(pages.pages[1]).size() == 17);  // 60 lines and the indent; balanced in 9 and 8
    const auto last = body_runs(pages.pages[1]);
    CHECK(last[0].origin.y == last[9].origin.y);
    CHECK(first_fault(pages) == "");
}

TEST_CASE("tables and what spans the columns stand across them") {
    Document document = two_columns();
    document.styles.page.column_rule = true;
    Paragraph title{.text = "标题", .style = "title", .origin = {}};
    document.styles.paragraphs["title"].spans_columns = true;
    Table table;
    table.caption = "表题";
    table.columns.resize(2);
    table.rows = {{"甲", "乙"}};
    document.blocks = {title, lines(13 * 8), table, lines(13 * 6)};
    const PagedDocument pages = typeset(document, fonts());
    REQUIRE(pages.pages.size() == 1);
    const Length width = 2 * 13 * 15.75_pt + 31.5_pt, middle = 28_mm + width / 2;
    std::size_t column_rules = 0;
    Length left = 210_mm, right;
    for (const Rule& rule : rules_of(pages.pages[0])) {
        if (rule.from.x == rule.to.x && rule.from.x == middle && rule.width == 0.5_pt && rule.to.y - rule.from.y > 60_pt) ++column_rules;
        left = std::min(left, rule.from.x);
        right = std::max(right, rule.to.x);
    }
    CHECK(column_rules == 2);
    CHECK(right - left > width - 2_pt);
    for (const GlyphRun& run : runs_of(pages.pages[0])) {
        const Length centre = run.origin.x + (box_of(run).right() - run.origin.x) / 2;
        if (run.text == "标题" || run.text == "表题") CHECK((centre - middle < 0.1_pt && middle - centre < 0.1_pt));
    }
}

TEST_CASE("columns too narrow for a character are refused") {
    Document document;
    document.blocks = {lines(10)};
    document.styles.page.columns = 9;
    document.styles.page.column_gap = 50_pt;
    CHECK_THROWS_AS(typeset(document, fonts()), LayoutError);
}

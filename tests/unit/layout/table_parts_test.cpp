// Headers, footers and marks of tables over pages.
#include <catch2/catch.hpp>

#include <nianbao/error.hpp>

#include "table_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

namespace {

std::size_t nodes_of(const PagedDocument& pages, StructureKind kind) {
    std::size_t count = 0;
    for (const StructureNode& node : pages.structure) count += node.kind == kind ? 1U : 0U;
    return count;
}

Table with_footer(std::size_t rows, bool repeated) {
    Table table = plain_table(rows);
    table.rows.push_back(row({"合计", "9"}));
    table.footer_rows = 1;
    table.repeat_footer = repeated;
    return table;
}

}  // namespace

TEST_CASE("a header of three rows and spans repeats whole on every page that shows a body row") {
    Table table = plain_table(120, 3);
    table.header_rows = 3;
    std::vector<Row> header = {row({spanning("项目", 3), spanning("申请人", 1, 2)}), row({spanning("合计", 1, 2)}), row({"件", "人"})};
    table.rows.erase(table.rows.begin());
    table.rows.insert(table.rows.begin(), header.begin(), header.end());
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 3);
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    for (const Page& page : pages.pages)
        for (const char* text : {"项目", "申请人", "合计", "件", "人"}) CHECK(says(page, text));
}

TEST_CASE("a header higher than half a page repeats all the same") {
    Table table = plain_table(40);
    table.rows[0].min_height = 400_pt;
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 3);
    CHECK(first_fault(pages) == "");
    for (const Page& page : pages.pages) CHECK(count_of(text_of(page), "表头") == 2);
}

TEST_CASE("a header is never alone at the foot of a page, wherever the table begins") {
    for (std::size_t before = 1; before <= 21; ++before) {
        Table table = plain_table(30);
        table.caption = "表题";
        table.move_whole = false;
        const PagedDocument pages = typeset_blocks({lines(before), table});
        INFO(before);
        for (const Page& page : pages.pages)
            if (says(page, "表头")) CHECK(count_of(text_of(page), "行") >= 4);  // two rows of two cells
        CHECK(first_fault(pages) == "");
    }
}

TEST_CASE("header, row and repeated footer that no page holds are an error with what is needed and what there is") {
    Table table = with_footer(3, true);
    table.origin.pointer = "/overview/0/table";
    table.rows.front().min_height = 400_pt;
    table.rows.back().min_height = 250_pt;
    try {
        typeset_blocks({table});
        FAIL("no error");
    } catch (const LayoutError& error) {
        CHECK(error.id() == "TABLE-HEADER-TALL");
        CHECK(error.where() == "/overview/0/table");
        CHECK(error.needed() == 400_pt + 250_pt + 2 * 13_pt + 4_pt);
        CHECK(error.available() == 637.795_pt);
    }
    table.repeat_footer = false;  // a footer that stands once needs no room on other pages
    CHECK(first_fault(typeset_blocks({table})) == "");
}

TEST_CASE("a footer stands once at the end") {
    const Table table = with_footer(120, false);
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 3);
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    for (std::size_t i = 0; i < pages.pages.size(); ++i) CHECK(says(pages.pages[i], "合计") == (i + 1 == pages.pages.size()));
}

TEST_CASE("a repeated footer stands at the end of every part and is said once") {
    const Table table = with_footer(120, true);
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 3);
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    const Length foot = 37_mm + 225_mm;
    for (const Page& page : pages.pages) {
        const GlyphRun total = run_of(page, "合计");
        CHECK(count_of(text_of(page), "合计") == 1);
        CHECK(total.origin.y > frame_bottom(page) - 17_pt);
        CHECK(frame_bottom(page) <= foot + 10_pt);
        for (const GlyphRun& run : runs_of(page))
            if (run.text.find("行") != std::string::npos) CHECK(run.origin.y < total.origin.y);
    }
}

TEST_CASE("no page shows a footer without rows of the body") {
    for (const bool repeated : {false, true})
        for (std::size_t before = 1; before <= 21; ++before) {
            Table table = with_footer(12, repeated);
            table.move_whole = false;
            const PagedDocument pages = typeset_blocks({lines(before), table});
            INFO(before << (repeated ? " repeated" : ""));
            CHECK(first_fault(pages) == "");
            for (const Page& page : pages.pages)
                if (says(page, "合计")) CHECK(count_of(text_of(page), "行") >= 4);
        }
}

TEST_CASE("footer rows are tagged as the foot of the table") {
    const PagedDocument pages = typeset_blocks({with_footer(3, false)});
    CHECK(nodes_of(pages, StructureKind::table_foot) == 1);
    Table table = with_footer(3, false);
    table.footer_rows = 0;
    CHECK(nodes_of(typeset_blocks({table}), StructureKind::table_foot) == 0);
    // Without a body the rows are the body: a head or a foot alone is not allowed.
    table = with_footer(0, false);
    const PagedDocument bare = typeset_blocks({table});
    CHECK(nodes_of(bare, StructureKind::table_body) == 1);
    CHECK(nodes_of(bare, StructureKind::table_foot) == 0);
}

TEST_CASE("the mark of a table that goes on stands centred above each further part, as an artifact") {
    Table table = plain_table(80);
    table.caption = "表1　收费情况";
    table.continued = Text();
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 2);
    CHECK(first_fault(pages) == "");
    CHECK_FALSE(says(pages.pages[0], "（续）"));
    for (std::size_t i = 1; i < pages.pages.size(); ++i) {
        const Page& page = pages.pages[i];
        Length left = page.size.width, right;
        std::string mark;
        for (const GlyphRun& run : runs_of(page)) {
            if (run.origin.y > frame_top(page)) continue;
            CHECK(run.node == artifact);
            mark += run.text;
            left = std::min(left, box_of(run).left());
            right = std::max(right, box_of(run).right());
        }
        CHECK(mark == "表1（续）");
        const Length beside = left - 28_mm, behind = 28_mm + 156_mm - right;
        CHECK(std::abs((beside - behind).count()) <= 6000);  // half of the last bracket is blank
        CHECK(count_of(text_of(page), "收费情况") == 0);
    }
    table.continued.reset();
    for (const Page& page : typeset_blocks({table}).pages) CHECK_FALSE(says(page, "续"));
}

TEST_CASE("the unit stands again above each further part when asked") {
    Table table = plain_table(80);
    table.unit = "单位：件";
    table.continued = Text("续表");
    for (const bool repeated : {true, false}) {
        table.repeat_unit = repeated;
        const PagedDocument pages = typeset_blocks({table});
        CHECK(first_fault(pages) == "");
        REQUIRE(pages.pages.size() >= 2);
        CHECK(says(pages.pages[0], "单位：件"));
        CHECK(says(pages.pages[1], "单位：件") == repeated);
        if (!repeated) continue;
        const GlyphRun unit = run_of(pages.pages[1], "单位：件");
        CHECK(unit.node == artifact);
        CHECK(unit.origin.y > run_of(pages.pages[1], "续表").origin.y);
        CHECK(unit.origin.y < frame_top(pages.pages[1]));
        CHECK(std::abs((box_of(unit).right() - 28_mm - 156_mm).count()) <= 20);
    }
}

TEST_CASE("marks without a header row stand above each further part") {
    Table table = plain_table(80);
    table.header_rows = 0;
    table.continued = Text();
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    REQUIRE(pages.pages.size() >= 2);
    CHECK(says(pages.pages[1], "续表"));
    CHECK(count_of(text_of(pages.pages[1]), "表头") == 0);
}

TEST_CASE("a general table that fits the next page whole moves there when less than a third would stand here") {
    Table table = plain_table(20);
    table.caption = "表题";
    const auto rows_here = [&](std::size_t before) {
        const PagedDocument pages = typeset_blocks({lines(before), table});
        CHECK(first_fault(pages) == "");
        return count_of(text_of(pages.pages[0]), "行") / 2;
    };
    CHECK(rows_here(19) == 0);
    CHECK(rows_here(10) >= 7);  // more than a third
    table.move_whole = false;
    CHECK(rows_here(19) > 0);
}

TEST_CASE("rows of a group stay together when asked, unless no page holds them") {
    Table table = plain_table(0, 2);
    for (int group = 0; group < 12; ++group) {
        table.rows.push_back(row({spanning("第" + std::to_string(group) + "组", 7), "甲"}));
        for (int i = 0; i < 6; ++i) table.rows.push_back(row({"乙"}));
    }
    table.keep_groups = true;
    const auto groups_cut = [&] {
        const PagedDocument pages = typeset_blocks({lines(3), table});
        CHECK(first_fault(pages) == "");
        std::size_t cut = 0;
        for (const Page& page : pages.pages) cut += count_of(text_of(page), "乙") % 6 == 0 ? 0U : 1U;
        return cut;
    };
    CHECK(groups_cut() == 0);
    table.keep_groups = false;
    CHECK(groups_cut() > 0);
}

TEST_CASE("a header that is not repeated stands on the first page only") {
    Table table = plain_table(120);
    table.repeat_header = false;
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 3);
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    for (std::size_t i = 0; i < pages.pages.size(); ++i) CHECK(says(pages.pages[i], "表头") == (i == 0));
}

TEST_CASE("a header that leaves no room for a row may stand once") {
    Table table = plain_table(3);
    table.rows.front().min_height = 630_pt;
    CHECK_THROWS_AS(typeset_blocks({table}), LayoutError);
    table.repeat_header = false;
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
}

TEST_CASE("a marked part of a table whose header stands once has the mark and no header") {
    Table table = plain_table(60);
    table.repeat_header = false;
    table.caption = "表1 办件";
    table.continued = Text();
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() == 2);
    CHECK(first_fault(pages) == "");
    CHECK(says(pages.pages[1], "表1（续）"));
    CHECK_FALSE(says(pages.pages[1], "表头"));
}

TEST_CASE("a table that is to be whole but does not fit a page with its notes ends the page before them") {
    Table table = plain_table(35);
    table.rows.back().min_height = 28_pt;  // with 35 rows of 17 pt: 623 of the 624.5 pt that rows have on a page
    table.keep_whole = true;
    table.notes = {Text("注：说明。")};
    const PagedDocument pages = typeset_blocks({lines(6), table});
    REQUIRE(pages.pages.size() == 3);
    CHECK(says(pages.pages[1], "表头"));
    CHECK(says(pages.pages[1], "第35行"));
    CHECK(text_of(pages.pages[2]).find("第") == std::string::npos);
    CHECK(says(pages.pages[2], "注：说明。"));
    table.rows.resize(33);  // with its notes it fits
    const PagedDocument fits = typeset_blocks({lines(6), table});
    REQUIRE(fits.pages.size() == 2);
    CHECK(says(fits.pages[1], "注：说明。"));
}

TEST_CASE("a table in a cell that no page holds is refused with its row and both heights") {
    Table outer = plain_table(2);
    outer.rows[2].origin.pointer = "/body/0/table/rows/2";
    outer.rows[2].cells[1].blocks = {CellBlock{plain_table(60)}};
    try {
        typeset_blocks({outer});
        FAIL("no error");
    } catch (const LayoutError& error) {
        CHECK(error.id() == "CELL-SPLIT");
        CHECK(error.where() == "/body/0/table/rows/2");
        CHECK(error.needed() > 61 * 17_pt);
        CHECK(error.available() > 300_pt);
        CHECK(error.available() < 637.795_pt);
    }
}

TEST_CASE("the unit of a narrow table ends where the table ends, its notes begin where it begins") {
    Table table;
    table.columns.assign(2, {.width = 100_pt});
    table.caption = "表题";
    table.unit = "单位：件";
    table.notes = {"注：甲"};
    table.rows = {{"甲", "1"}};
    const PagedDocument pages = typeset_blocks({table});
    Length left = 1000_pt, right;
    for (const Rule& rule : rules_of(pages.pages[0])) {
        left = std::min(left, rule.from.x);
        right = std::max(right, rule.to.x);
    }
    CHECK((right - left > 195_pt && right - left < 205_pt));
    for (const GlyphRun& run : runs_of(pages.pages[0])) {
        const Rect box = box_of(run);
        CAPTURE(run.text, box.left().count(), box.right().count(), left.count(), right.count());
        if (run.text == "单位：件") CHECK((box.right() <= right + 0.01_pt && box.right() > right - 3_pt));
        if (run.text == "注：甲") CHECK((box.left() >= left - 0.01_pt && box.left() < left + 3_pt));
        if (run.text == "表题") CHECK((box.left() + box.right() - left - right < 1_pt && left + right - box.left() - box.right() < 1_pt));
    }
}

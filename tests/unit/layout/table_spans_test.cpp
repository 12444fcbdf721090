// Row spans and tall cells over pages.
#include <catch2/catch.hpp>

#include <nianbao/error.hpp>

#include "table_checks.hpp"
#include "table_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

namespace {

// A label over `span` rows of `height`, beside rows 第1行 … below one header row.
Table with_span(int span, Length height, bool repeated) {
    Table table = plain_table(static_cast<std::size_t>(span));
    for (std::size_t r = 1; r < table.rows.size(); ++r) {
        table.rows[r].min_height = height;
        table.rows[r].cells.erase(table.rows[r].cells.begin());
    }
    Cell label("不予公开");
    label.rows = span;
    label.repeat_label = repeated;
    label.header = HeaderScope::row;
    table.rows[1].cells.insert(table.rows[1].cells.begin(), label);
    return table;
}

std::string counting(int last) {
    std::string out;
    for (int i = 1; i <= last; ++i) out += std::to_string(i) + "，";
    return out;
}

std::vector<Length> across(const Page& page) {
    std::vector<Length> out;
    for (const Rule& rule : rules_of(page))
        if (rule.from.y == rule.to.y) out.push_back(rule.to.x - rule.from.x);
    return out;
}

}  // namespace

TEST_CASE("a span of 30 rows over three pages: closed on each, its label on each, said once") {
    const Table table = with_span(30, 60_pt, true);
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() == 3);
    CHECK(first_fault(pages) == "");
    CHECK(first_table_fault(table, pages) == "");
    std::size_t said = 0;
    for (const Page& page : pages.pages) {
        const GlyphRun label = run_of(page, "不予公开");
        said += label.node == artifact ? 0U : 1U;
        // In the middle of what is seen of its cell, between the header and the foot of the part.
        const Rect box = box_of(label);
        const Length above = box.top() - frame_top(page) - 17_pt, below = frame_bottom(page) - box.bottom();
        CHECK(std::abs((above - below).count()) <= 2000);
        // The rules within the table do not cross the label's column.
        const auto widths = across(page);
        CHECK(std::count_if(widths.begin(), widths.end(), [](Length w) { return w > 400_pt; }) == 3);
    }
    CHECK(said == 1);
}

TEST_CASE("a label that is not repeated stands once, in the first part") {
    const Table table = with_span(30, 60_pt, false);
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() == 3);
    CHECK(first_table_fault(table, pages) == "");
    CHECK(says(pages.pages[0], "不予公开"));
    CHECK_FALSE(says(pages.pages[1], "不予公开"));
    CHECK_FALSE(says(pages.pages[2], "不予公开"));
}

TEST_CASE("a label longer than any of its parts goes on from page to page") {
    Table table = with_span(30, 60_pt, true);
    table.columns = {{.width = 60_pt}, {}};
    table.rows[1].cells[0].text = Text(counting(300));
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    CHECK(first_table_fault(table, pages) == "");
    CHECK_FALSE(says(pages.pages[0], "300"));
    CHECK(says(pages.pages.back(), "300"));
}

TEST_CASE("a cell higher than several pages goes on where it stopped, its neighbour at the head") {
    Table table = plain_table(2, 2);
    table.rows[1].cells[1].text = Text(counting(3000));
    table.rows[1].cells[1].align = Align::start;
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 4);
    CHECK(first_fault(pages) == "");
    CHECK(first_table_fault(table, pages) == "");
    for (const Page& page : pages.pages) CHECK(says(page, "表头"));
    CHECK(says(pages.pages[0], "第1行"));
    CHECK_FALSE(says(pages.pages[1], "第1行"));
}

TEST_CASE("spans and tall cells together: a span over a row of several pages") {
    Table table = with_span(6, 30_pt, true);
    table.rows[3].cells[0].text = Text(counting(2500));
    table.rows[5].cells[0].text = Text(counting(600));
    const PagedDocument pages = typeset_blocks({lines(5), table, lines(2)});
    REQUIRE(pages.pages.size() >= 4);
    CHECK(first_fault(pages) == "");
    CHECK(first_table_fault(table, pages) == "");
    for (const Page& page : pages.pages)
        if (says(page, "表头")) CHECK(says(page, "不予公开"));
}

TEST_CASE("spans that overlap in rows are each closed and labelled on each page") {
    Table table = plain_table(0, 3);
    const int rows = 60;
    for (int r = 0; r < rows; ++r) {
        std::vector<Cell> cells;
        if (r == 0) cells.push_back(spanning("甲类", rows));
        if (r % 25 == 0) cells.push_back(spanning("乙" + std::to_string(r), std::min(25, rows - r)));
        for (Cell& cell : cells) cell.repeat_label = true;
        cells.emplace_back("值" + std::to_string(r));
        table.rows.push_back(row(cells));
    }
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 2);
    CHECK(first_fault(pages) == "");
    CHECK(first_table_fault(table, pages) == "");
    for (const Page& page : pages.pages) CHECK(says(page, "甲类"));
}

TEST_CASE("vertical alignment holds in what each page shows of a cell") {
    for (const VerticalAlign valign : {VerticalAlign::top, VerticalAlign::middle, VerticalAlign::bottom}) {
        Table table = with_span(30, 60_pt, true);
        table.rows[1].cells[0].valign = valign;
        const PagedDocument pages = typeset_blocks({table});
        for (std::size_t i = 0; i < pages.pages.size(); ++i) {
            const Page& page = pages.pages[i];
            const Rect box = box_of(run_of(page, "不予公开"));
            const Length above = box.top() - frame_top(page) - 17_pt, below = frame_bottom(page) - box.bottom();
            INFO(i << " " << to_string(above) << " " << to_string(below));
            if (valign == VerticalAlign::top) CHECK(above < 6_pt);
            if (valign == VerticalAlign::bottom) CHECK(below < 6_pt);
            if (valign == VerticalAlign::middle) CHECK(std::abs((above - below).count()) <= 2000);
        }
    }
}

TEST_CASE("rows of half a page are cut only where nothing better ends the page") {
    Table table = plain_table(3, 2);
    table.rows[2].cells[1].text = Text(counting(300));  // more than half a page
    table.move_whole = false;
    const PagedDocument pages = typeset_blocks({lines(8), table});
    CHECK(first_fault(pages) == "");
    REQUIRE(pages.pages.size() == 2);
    CHECK(says(pages.pages[1], "1，2，3"));  // moved whole
    // Held by a heading and as high as a page, it is cut rather than parted from its header.
    table.rows.erase(table.rows.begin() + 1);
    table.rows[1].cells[1].text = Text(counting(370));
    Heading heading;
    heading.text = "标题";
    const PagedDocument held = typeset_blocks({lines(20), heading, table});
    CHECK(first_fault(held) == "");
    for (const Page& page : held.pages)
        if (says(page, "标题")) CHECK(says(page, "1，2，3"));
}

TEST_CASE("rows that a spanning text makes higher are made higher alike") {
    Table table;
    table.columns = {{.width = 20_pt}, {}};
    table.rows = {row({spanning("统计指标名称说明", 3), "甲"}), {"乙"}, {"丙"}};
    const PagedDocument pages = typeset_blocks({table});
    std::vector<Length> y;
    for (const GlyphRun& run : runs_of(pages.pages[0]))
        if (run.text == "甲" || run.text == "乙" || run.text == "丙") y.push_back(run.origin.y);
    REQUIRE(y.size() == 3);
    CHECK(y[1] - y[0] > 20_pt);
    const Length difference = (y[2] - y[1]) - (y[1] - y[0]);
    CHECK((difference <= 1_pt && difference >= -1_pt));
}

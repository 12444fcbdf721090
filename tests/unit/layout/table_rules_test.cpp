// Rules, shades and paddings of cells: one rule per edge, the heavier one, corners full.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;

namespace {

constexpr RuleLook none{};

RuleLook rule(Length width, Color color = {}) {
    return {width, color};
}

// Two rows of two cells; each column 100 pt wide, so that the table stands in the middle of 442.205 pt.
Table square() {
    Table table;
    table.columns = {{.width = 100_pt}, {.width = 100_pt}};
    table.rows = {{"甲", "乙"}, {"丙", "丁"}};
    return table;
}

Page page_of(const Table& table, const TableStyle* style = nullptr) {
    Document document;
    document.styles.page.folio_shown = false;
    if (style != nullptr) document.styles.tables["table"] = *style;
    document.blocks = {table};
    return typeset(document, fonts()).pages.front();
}

bool horizontal(const Rule& each) {
    return each.from.y == each.to.y;
}

// Rules of one direction, from the top or from the left.
std::vector<Rule> sorted(const Page& page, bool across) {
    std::vector<Rule> out;
    for (const Rule& each : rules_of(page))
        if (horizontal(each) == across) out.push_back(each);
    std::stable_sort(out.begin(), out.end(), [&](const Rule& a, const Rule& b) {
        return across ? a.from.y < b.from.y : a.from.x < b.from.x;
    });
    return out;
}

std::vector<Length> widths(const std::vector<Rule>& rules) {
    std::vector<Length> out;
    for (const Rule& each : rules) out.push_back(each.width);
    return out;
}

}  // namespace

TEST_CASE("without named rules a table has the style's: a frame and one rule between cells") {
    const Page page = page_of(square());
    CHECK(widths(sorted(page, true)) == std::vector<Length>{1_pt, 0.5_pt, 1_pt});
    CHECK(widths(sorted(page, false)) == std::vector<Length>{1_pt, 0.5_pt, 1_pt});
    CHECK(first_fault({.pages = {page}}) == "");
}

TEST_CASE("of two rules named for one edge the heavier is drawn, once") {
    for (const bool heavy_above : {true, false}) {
        Table table = square();
        table.rows[0].cells[0].rules.bottom = rule(heavy_above ? 2_pt : 0.75_pt);
        table.rows[1].cells[0].rules.top = rule(heavy_above ? 0.75_pt : 2_pt);
        const Page page = page_of(table);
        const auto across = sorted(page, true);
        REQUIRE(across.size() == 4);
        CHECK(across[1].width == 2_pt);
        CHECK(across[1].to.x - across[1].from.x == 100_pt);
        CHECK(across[2].width == 0.5_pt);
        CHECK(across[1].from.y == across[2].from.y);
        CHECK(first_fault({.pages = {page}}) == "");
    }
}

TEST_CASE("a rule named by one side alone takes the place of the style's, lighter or none") {
    Table table = square();
    table.rows[0].cells[0].rules.right = rule(0.25_pt);
    table.rows[1].cells[0].rules.right = none;
    const auto down = sorted(page_of(table), false);
    REQUIRE(down.size() == 3);
    CHECK(down[1].width == 0.25_pt);
    CHECK(down[1].to.y - down[1].from.y == 17_pt);
}

TEST_CASE("no rule named on one side gives way to a rule named on the other") {
    Table table = square();
    table.rows[0].cells[0].rules.right = none;
    table.rows[0].cells[1].rules.left = rule(0.75_pt);
    const auto down = sorted(page_of(table), false);
    REQUIRE(down.size() == 4);
    CHECK(std::count_if(down.begin(), down.end(), [](const Rule& each) { return each.width == 0.75_pt; }) == 1);
}

TEST_CASE("a rule of a row stands along all its cells, and a cell's own comes before it") {
    Table table = square();
    table.rows[0].rules.bottom = rule(1.5_pt);
    CHECK(widths(sorted(page_of(table), true)) == std::vector<Length>{1_pt, 1.5_pt, 1_pt});
    table.rows[0].cells[1].rules.bottom = rule(0.25_pt);
    CHECK(widths(sorted(page_of(table), true)) == std::vector<Length>{1_pt, 1.5_pt, 0.25_pt, 1_pt});
}

TEST_CASE("an outer edge may have a rule of its own, which lies inside the frame") {
    Table table = square();
    table.rows[0].rules.top = rule(2_pt);
    const auto across = sorted(page_of(table), true);
    const auto down = sorted(page_of(table), false);
    REQUIRE(across.front().width == 2_pt);
    CHECK(across.front().from.y - across.front().width / 2 == down.front().from.y);
}

TEST_CASE("the colour of a rule is drawn; of two as heavy the first named") {
    const Color red{0xC0, 0, 0}, green{0, 0x80, 0};
    Table table = square();
    table.rows[0].rules.bottom = rule(1_pt, red);
    table.rows[1].rules.top = rule(1_pt, green);
    CHECK(sorted(page_of(table), true)[1].color == red);
    table.rows[1].rules.top = rule(1.25_pt, green);
    CHECK(sorted(page_of(table), true)[1].color == green);
}

TEST_CASE("where two inner rules end at one point their corner is full") {
    Table table = square();
    table.columns.push_back({.width = 100_pt});
    for (Row& row : table.rows) row.cells.emplace_back("戊");
    table.rows.push_back({"己", "庚", "辛"});
    TableStyle style = StyleSheet::official().tables.at("table");
    style.row_rules = style.column_rules = false;
    const EdgeRules box{.top = rule(3_pt), .right = rule(3_pt), .bottom = rule(3_pt), .left = rule(3_pt)};
    table.rows[1].cells[1].rules = box;
    const Page page = page_of(table, &style);
    for (const Rule& each : sorted(page, true))
        if (each.width == 3_pt) CHECK(each.to.x - each.from.x == 103_pt);
    CHECK(sorted(page, false).size() == 4);
}

TEST_CASE("a table of three rules has them above, below the header and below, and none down") {
    Table table = square();
    table.header_rows = 1;
    table.style = "three-line";
    table.rows.push_back({"戊", "己"});
    const Page page = page_of(table);
    CHECK(widths(sorted(page, true)) == std::vector<Length>{1.5_pt, 0.75_pt, 1.5_pt});
    CHECK(sorted(page, false).empty());
}

TEST_CASE("in a table of three rules a head over several columns is gathered by a rule below it") {
    Table table = square();
    table.header_rows = 2;
    table.style = "three-line";
    Cell head("上下");
    head.columns = 2;
    table.rows.insert(table.rows.begin(), Row{head});
    CHECK(widths(sorted(page_of(table), true)) == std::vector<Length>{1.5_pt, 0.5_pt, 0.75_pt, 1.5_pt});
}

TEST_CASE("a page end closes the table with the rule of cuts, and the header stands under the frame's") {
    Document document;
    document.styles.page.folio_shown = false;
    Table table = square();
    table.header_rows = 1;
    table.style = "three-line";
    for (int i = 0; i < 60; ++i) table.rows.push_back({"戊", "己"});
    document.blocks = {table};
    const auto pages = typeset(document, fonts());
    REQUIRE(pages.pages.size() == 2);
    CHECK(widths(sorted(pages.pages[0], true)) == std::vector<Length>{1.5_pt, 0.75_pt, 0.75_pt});
    CHECK(widths(sorted(pages.pages[1], true)) == std::vector<Length>{1.5_pt, 0.75_pt, 1.5_pt});
    document.styles.tables["three-line"].cut_rule_width.reset();
    CHECK(widths(sorted(typeset(document, fonts()).pages[0], true)) == std::vector<Length>{1.5_pt, 0.75_pt, 1.5_pt});
}

TEST_CASE("a rule named for the bottom of a cell does not close its part above a page end") {
    Document document;
    document.styles.page.folio_shown = false;
    Table table = square();
    Cell label("甲");
    label.rows = 60;
    label.rules.bottom = rule(3_pt);
    table.rows = {Row{label, "乙"}};
    for (int i = 1; i < 60; ++i) table.rows.push_back({"丙"});
    document.blocks = {table};
    const auto pages = typeset(document, fonts());
    REQUIRE(pages.pages.size() == 2);
    CHECK(sorted(pages.pages[0], true).back().width == 1_pt);
    const auto last = sorted(pages.pages[1], true);
    CHECK(std::count_if(last.begin(), last.end(), [](const Rule& each) { return each.width == 3_pt; }) == 1);
}

TEST_CASE("a cell is shaded in its own colour, or in the style's when it is only marked") {
    Table table = square();
    table.rows[0].cells[0].shade = Color{0xFF, 0xEE, 0xDD};
    table.rows[0].cells[1].shaded = true;
    std::vector<Fill> fills;
    for (const PageItem& item : page_of(table).items)
        if (const auto* fill = std::get_if<Fill>(&item)) fills.push_back(*fill);
    REQUIRE(fills.size() == 2);
    CHECK(fills[0].color == Color{0xFF, 0xEE, 0xDD});
    CHECK(fills[1].color == Color{0xC6, 0xD9, 0xF1});
    CHECK(fills[0].area.size.width == 100_pt);
    CHECK(fills[0].node == artifact);
}

TEST_CASE("the padding of a cell moves its text and makes its row higher, and no other") {
    Table table = square();
    table.columns[0].align = Align::start;
    const auto plain = runs_of(page_of(table));
    table.rows[0].cells[0].padding = Insets{10_pt, 3_pt, 20_pt, 30_pt};
    const Page page = page_of(table);
    const auto padded = runs_of(page);
    CHECK(padded[0].origin.x - plain[0].origin.x == 27.5_pt);
    CHECK(padded[2].origin.x == plain[2].origin.x);
    const auto across = sorted(page, true);
    CHECK(across[1].from.y - (across[0].from.y - 0.5_pt) == 13_pt + 30_pt);
    CHECK(padded[2].origin.y - padded[0].origin.y > 17_pt);
}

TEST_CASE("a cell stands at the top, in the middle or at the bottom of its row") {
    Table table = square();
    table.rows[0].min_height = 53_pt;
    std::vector<Length> y;
    for (const VerticalAlign valign : {VerticalAlign::top, VerticalAlign::middle, VerticalAlign::bottom}) {
        table.rows[0].cells[0].valign = valign;
        y.push_back(runs_of(page_of(table))[0].origin.y);
    }
    CHECK(y[1] - y[0] == 18_pt);  // 53 less the line and twice 2 of padding, halved
    CHECK(y[2] - y[1] == 18_pt);
}

// Tables too wide for the type area: smaller, with other shares, across the page, split by columns.
#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <set>

#include <nianbao/error.hpp>
#include <nianbao/indicator_table.hpp>

#include "table_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

namespace {

constexpr Length type_width = 442.205_pt, type_height = 637.795_pt;

// Heads of columns, by number.
std::string head(std::size_t column) {
    const std::string heads = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地";
    return heads.substr(3 * column, 3);
}

// `columns` columns of words that need that many points in 10 pt.
Table words(std::size_t columns, std::size_t digits, std::size_t rows = 3) {
    Table table;
    table.columns.resize(columns);
    table.header_rows = 1;
    std::vector<Cell> heads, cells;
    for (std::size_t c = 0; c < columns; ++c) heads.emplace_back(head(c));
    table.rows.push_back(row(heads));
    for (std::size_t r = 0; r < rows; ++r) {
        cells.clear();
        for (std::size_t c = 0; c < columns; ++c) cells.emplace_back(std::to_string(10 + r) + many("8", digits - 4) + std::to_string(10 + c));
        table.rows.push_back(row(cells));
    }
    return table;
}

std::set<std::int32_t> sizes_of(const PagedDocument& pages) {
    std::set<std::int32_t> out;
    for (const Page& page : pages.pages)
        for (const GlyphRun& run : runs_of(page))
            if (run.size != 14_pt) out.insert(run.size.count());
    return out;
}

std::vector<std::string> warnings_of(const PagedDocument& pages) {
    std::vector<std::string> out;
    for (const Warning& warning : pages.warnings) out.push_back(warning.id);
    return out;
}

std::string fault_of(const Table& table) {
    try {
        typeset_blocks({table});
    } catch (const LayoutError& error) {
        return error.id();
    }
    return "";
}

bool is_turned(const Page& page) {
    for (const GlyphRun& run : runs_of(page))
        if (run.quarter_turns != 0) return true;
    return false;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("shares give way to a word before the table becomes smaller than 9 pt, columns of like share alike") {
    Table table;
    table.columns = {{.width = Share{300}, .align = Align::start}, {.width = Share{50}}, {.width = Share{50}}, {.width = Share{50}}};
    table.rows = {row({Cell(many("项目名称", 12)), "1234567890123", "0", "0"})};
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    CHECK(warnings_of(pages) == Ids{});
    CHECK(run_of(pages.pages[0], "1234567890123").size == 9_pt);
    std::vector<Length> edges;
    for (const Rule& rule : rules_of(pages.pages[0]))
        if (rule.from.x == rule.to.x) edges.push_back(rule.from.x);
    std::sort(edges.begin(), edges.end());
    REQUIRE(edges.size() == 5);
    const Length first = edges[2] - edges[1], second = edges[3] - edges[2];
    CHECK(std::abs((first - second).count()) <= 1);  // alike, but for the rounding
}

TEST_CASE("codes and units take what they need and leave the room to labels and values") {
    for (const std::size_t columns : {1U, 3U, 9U}) {
        CAPTURE(columns);
        IndicatorTable source;
        source.value_heads.assign(columns, "统计数");
        const std::vector<Text> values(columns, "12345678");
        source.indicators = {{.label = "（一）主动公开政府信息数", .unit = "条", .code = "01", .values = values},
                             {.label = "（二）接受培训人员数", .unit = "人次", .code = "02", .values = values}};
        const Table table = indicator_table(source);
        const PagedDocument pages = typeset_blocks({table});
        CHECK(first_fault(pages) == "");
        CHECK(each_cell_said_once(table, pages));
        CHECK(warnings_of(pages) == Ids{});
        const Length size = run_of(pages.pages[0], "01").size;
        CHECK(size == (columns == 9 ? 9_pt : 10_pt));
        std::vector<Length> edges;
        for (const Rule& rule : rules_of(pages.pages[0]))
            if (rule.from.x == rule.to.x) edges.push_back(rule.from.x);
        std::sort(edges.begin(), edges.end());
        REQUIRE(edges.size() == columns + 4);
        CHECK(edges[2] - edges[1] <= 2 * size + 5_pt);
        CHECK(edges[3] - edges[2] <= 2 * size + 5_pt);
        CHECK(edges[1] - edges[0] >= 5 * size);
    }
}

TEST_CASE("columns of like share that cannot all be wide enough differ") {
    Table table;
    for (int i = 0; i < 12; ++i) table.columns.push_back({.width = Share{1}});
    std::vector<Cell> cells(12, Cell("0"));
    cells[3] = Cell(many("8", 30));
    table.rows = {row(cells)};
    table.turned = Turned::never;
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
}

TEST_CASE("a table too wide at 7.5 pt is set across the page, on a page of its own") {
    const Table table = words(10, 12);
    const PagedDocument pages = typeset_blocks({lines(3), table, lines(3)});
    REQUIRE(pages.pages.size() == 3);
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    CHECK(warnings_of(pages) == Ids{"TABLE-TURNED"});
    CHECK_FALSE(is_turned(pages.pages[0]));
    CHECK(is_turned(pages.pages[1]));
    CHECK_FALSE(is_turned(pages.pages[2]));
    CHECK(pages.pages[1].size == pages.pages[0].size);  // the paper stays upright
    // As large as it can be, not 7.5 pt.
    CHECK(run_of(pages.pages[1], "甲").size >= 9_pt);
}

TEST_CASE("across the page the head is at the left edge, odd page or even, and the folio in its place") {
    Table table = words(4, 6, 30);
    table.turned = Turned::always;
    table.caption = "表题";
    for (const bool mirrored : {false, true}) {
        Document document;
        document.styles.page.mirrored = mirrored;
        document.blocks = {lines(3), table};
        const PagedDocument pages = typeset(document, fonts());
        REQUIRE(pages.pages.size() == 3);
        CHECK(first_fault(pages) == "");
        CHECK(warnings_of(pages).empty());
        for (std::size_t p = 1; p < 3; ++p) {
            const Page& page = pages.pages[p];
            const Length left = mirrored && p % 2 == 1 ? 26_mm : 28_mm;
            const GlyphRun first = run_of(page, "甲"), body = run_of(page, p == 1 ? "10" "88" "10" : "39" "88" "10");
            CHECK(first.quarter_turns == 3);
            CHECK(first.origin.x < body.origin.x);  // rows follow from left to right
            CHECK(first.origin.y > run_of(page, "乙").origin.y);  // columns from the foot upward
            CHECK(box_of(first).left() > left);
            for (const GlyphRun& run : runs_of(page)) {
                if (run.quarter_turns == 0) {  // nothing but the folio, below the type area
                    CHECK(run.origin.y > 37_mm + 225_mm);
                    CHECK(run.node == artifact);
                    continue;
                }
                const Rect box = box_of(run);
                CHECK(box.left() >= left);
                CHECK(box.right() <= left + type_width);
                CHECK(box.top() >= 37_mm);
                CHECK(box.bottom() <= 37_mm + type_height);
            }
        }
        CHECK(run_of(pages.pages[1], "表题").origin.x < run_of(pages.pages[1], "甲").origin.x);
    }
}

TEST_CASE("a table across the page repeats its header and breaks like any other") {
    Table table = words(10, 12, 60);
    table.continued = Text();
    table.rows[20].cells[0].rows = 30;
    for (std::size_t r = 21; r < 50; ++r) table.rows[r].cells.erase(table.rows[r].cells.begin());
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.pages.size() >= 3);
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        CHECK(says(pages.pages[i], "癸"));
        CHECK(says(pages.pages[i], "续表") == (i > 0));
    }
}

TEST_CASE("a table too wide across the page is split by columns; key columns stand in each part, nothing is said twice") {
    const Table table = words(24, 14, 5);
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    CHECK(warnings_of(pages) == Ids{"TABLE-SPLIT"});
    std::size_t parts = 0;
    for (const Page& page : pages.pages) {
        CHECK_FALSE(is_turned(page));
        parts += count_of(text_of(page), "10888888888810");  // the key of the first row
    }
    CHECK(parts >= 3);
    CHECK(sizes_of(pages) == std::set<std::int32_t>{10000, 12000});  // one size in all parts, the style's; and 续表 above them
}

TEST_CASE("heads over columns of several parts stand in each of them") {
    Table table = words(24, 14, 3);
    table.header_rows = 2;
    table.key_columns = 2;
    table.rows.insert(table.rows.begin(), row({spanning("键", 1, 2), spanning("各项数量", 1, 22)}));
    table.continued = Text();
    table.unit = "单位：件";
    table.repeat_unit = true;
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    std::size_t heads = 0, keys = 0, marks = 0, units = 0;
    for (const Page& page : pages.pages) {
        heads += count_of(text_of(page), "各项数量");
        keys += count_of(text_of(page), "键");
        marks += count_of(text_of(page), "续表");
        units += count_of(text_of(page), "单位：件");
    }
    CHECK(heads >= 3);
    CHECK(keys == heads);
    CHECK(marks == heads - 1);
    CHECK(units == heads);
}

TEST_CASE("parts split by columns have like widths") {
    Table table = words(13, 14, 2);
    table.turned = Turned::never;
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    // 12 columns of 73 pt beside a key: five fit, so four and four and four rather than five, five and two.
    std::set<std::string> parts;
    for (const Page& page : pages.pages) {
        std::string part;
        for (const GlyphRun& run : runs_of(page)) {
            if (run.text.size() != 3 || run.size == 14_pt) continue;
            if (run.text == "甲" && !part.empty()) parts.insert(std::exchange(part, ""));
            part += run.text;
        }
        parts.insert(part);
    }
    CHECK(parts == std::set<std::string>{"甲乙丙丁戊", "甲己庚辛壬", "甲癸子丑寅"});
}

TEST_CASE("a turn is taken only when it may be") {
    Table table = words(10, 12);
    table.turned = Turned::never;
    const PagedDocument split = typeset_blocks({table});
    for (const Page& page : split.pages) CHECK_FALSE(is_turned(page));
    CHECK(warnings_of(split) == Ids{"TABLE-SPLIT"});
    CHECK(each_cell_said_once(table, split));
}

TEST_CASE("a word that no way of setting holds is an error with its place, what is needed and what there is") {
    Table table;
    table.columns.resize(2);
    table.rows = {{"甲", "乙"}};
    table.rows[0].cells[1] = Cell(many("8", 300));
    table.rows[0].origin.pointer = "/overview/0/table/rows/0";
    try {
        typeset_blocks({table});
        FAIL("no error");
    } catch (const LayoutError& error) {
        CHECK(error.id() == "TABLE-TOO-WIDE");
        CHECK(error.needed() > error.available());
    }
    table.columns = {{.width = 100_pt}, {.width = 300_pt}};
    CHECK(fault_of(table) == "CELL-TOO-NARROW");
    table.key_columns = 2;
    CHECK(fault_of(table) == "CELL-TOO-NARROW");
}

TEST_CASE("notes of a table across the page stand across as well, and text goes on upright") {
    Table table = words(4, 6);
    table.turned = Turned::always;
    table.notes = {"注：甲乙丙。"};
    table.unit = "单位：件";
    const PagedDocument pages = typeset_blocks({table, lines(2)});
    REQUIRE(pages.pages.size() == 2);
    CHECK(run_of(pages.pages[0], "注：甲乙丙。").quarter_turns == 3);
    CHECK(run_of(pages.pages[0], "单位：件").quarter_turns == 3);
    CHECK_FALSE(is_turned(pages.pages[1]));
}

TEST_CASE("a heading goes across the page with its table, and text before it stays") {
    Table table = words(4, 6);
    table.turned = Turned::always;
    Heading heading;
    heading.text = "标题";
    const PagedDocument pages = typeset_blocks({lines(3), heading, table, lines(2)});
    REQUIRE(pages.pages.size() == 3);
    CHECK(first_fault(pages) == "");
    CHECK_FALSE(says(pages.pages[0], "标题"));
    CHECK_FALSE(is_turned(pages.pages[0]));
    for (const GlyphRun& run : runs_of(pages.pages[1]))
        if (run.text.find("标题") != std::string::npos) CHECK(run.quarter_turns == 3);
    CHECK(says(pages.pages[1], "标题"));
    CHECK_FALSE(is_turned(pages.pages[2]));
}

TEST_CASE("表三 with counts of ten digits stays upright on one page below its heading, in one size") {
    Table table;
    table.header_rows = 1;
    table.keep_whole = true;
    table.key_columns = 3;
    for (const int width : {754, 921, 3271}) table.columns.push_back({.width = Share{width}, .align = Align::start});
    for (int i = 0; i < 7; ++i) table.columns.push_back({.width = Share{685}});
    const auto add = [&](std::vector<Cell> cells) {
        for (int i = 0; i < 7; ++i) cells.emplace_back(std::to_string(1000000000 + i));
        table.rows.push_back(row(std::move(cells)));
    };
    table.rows.push_back(row({spanning("勾稽关系", 1, 3), "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"}));
    for (int i = 0; i < 2; ++i) add({spanning("一、本年新收政府信息公开申请数量", 1, 3)});
    for (int i = 0; i < 22; ++i) {
        std::vector<Cell> cells;
        if (i == 0) cells.push_back(spanning("三、本年度办理结果", 22));
        if (i == 0) cells.push_back(spanning("不予公开", 22));
        cells.emplace_back(i % 8 == 7 ? "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" : "属于四类过程性信息");
        add(std::move(cells));
    }
    Heading heading;
    heading.text = "收到和处理政府信息公开申请情况";
    const PagedDocument pages = typeset_blocks({lines(15), heading, table});
    REQUIRE(pages.pages.size() == 2);
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    CHECK(says(pages.pages[1], "收到和处理"));
    CHECK_FALSE(is_turned(pages.pages[1]));
    std::set<std::int32_t> sizes;
    for (const GlyphRun& run : runs_of(pages.pages[1]))
        if (run.node != artifact && run.origin.y > frame_top(pages.pages[1])) sizes.insert(run.size.count());
    CHECK(sizes.size() == 1);
    CHECK(*sizes.begin() >= 7500);
}

TEST_CASE("numbers of a long table stand as those of a short one, to the glyph") {
    const auto table = [](std::size_t rows, Align align) {
        Table made;
        made.columns = {{.width = Length(80_pt), .align = align}, {.width = Length(60_pt), .align = align}};
        for (std::size_t r = 0; r < rows; ++r)
            made.rows.push_back(row({Cell(std::to_string(17 * r * r + 1)), Cell(std::to_string(71171 * (r + 1)))}));
        return made;
    };
    for (const Align align : {Align::start, Align::center, Align::end}) {
        const PagedDocument shorter = typeset_blocks({table(10, align)}), longer = typeset_blocks({table(110, align)});
        const auto few = runs_of(shorter.pages[0]), many = runs_of(longer.pages[0]);
        REQUIRE(few.size() >= 20);
        for (std::size_t i = 0; i < 20; ++i) {
            CHECK(few[i].text == many[i].text);
            CHECK(few[i].glyphs == many[i].glyphs);
            CHECK((few[i].origin.x == many[i].origin.x && few[i].origin.y == many[i].origin.y));
        }
    }
}

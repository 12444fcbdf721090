// What stands in cells: numbers on their points, labels at diagonals, paragraphs, tables.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/error.hpp>
#include <nianbao/typeset.hpp>

#include "layout/number_columns.hpp"
#include "cell_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

namespace {

// The x of the glyph that says the byte at `offset`, or of the end.
Length x_at(const GlyphRun& run, std::size_t offset) {
    for (const PlacedGlyph& glyph : run.glyphs)
        if (glyph.text_begin >= offset) return run.origin.x + glyph.x;
    return run.origin.x + run.glyphs.back().x + run.glyphs.back().advance;
}

bool is_slanted(const Rule& rule) {
    return rule.from.x != rule.to.x && rule.from.y != rule.to.y;
}

std::vector<Rule> slanted(const PagedDocument& pages) {
    std::vector<Rule> out;
    for (const Rule& rule : rules_of(pages.pages.front()))
        if (is_slanted(rule)) out.push_back(rule);
    return out;
}

// Numbers in one column 200 pt wide.
Table numbers(Align align, const std::vector<std::string>& texts) {
    Table table;
    table.columns = {{.width = 200_pt, .align = align}};
    for (const std::string& text : texts) table.rows.push_back({Cell(text)});
    return table;
}

// Where the point of each number stands; `point`: what comes before it.
std::vector<Length> points(Align align, const std::vector<std::pair<std::string, std::string>>& texts) {
    std::vector<std::string> whole;
    for (const auto& [before, after] : texts) whole.push_back(before + after);
    std::vector<Length> out;
    std::size_t row = 0, said = 0;  // a number may be of several runs: 10, ～, 20
    for (const GlyphRun& run : runs_of(typeset_table(numbers(align, whole)).pages.front())) {
        const std::size_t point = texts[row].first.size();
        const bool last = said + run.text.size() == whole[row].size();
        if (point >= said && (point < said + run.text.size() || (last && point == whole[row].size())))
            out.push_back(x_at(run, point - said));
        said = last ? 0 : said + run.text.size();
        if (last) ++row;
    }
    REQUIRE(out.size() == texts.size());
    return out;
}

bool all_equal(const std::vector<Length>& values) {
    return std::all_of(values.begin(), values.end(), [&](Length value) { return value == values.front(); });
}

// Whether a straight line from the upper left corner of `cell` to `end` runs through a box.
bool line_meets(const Rule& line, const Rect& box) {
    const auto side = [&](Point p) {
        return std::int64_t{(p.x - line.from.x).count()} * (line.to.y - line.from.y).count() -
               std::int64_t{(p.y - line.from.y).count()} * (line.to.x - line.from.x).count();
    };
    const std::int64_t sides[] = {side(box.origin), side({box.right(), box.top()}), side({box.left(), box.bottom()}),
                                  side({box.right(), box.bottom()})};
    return *std::min_element(std::begin(sides), std::end(sides)) < 0 && *std::max_element(std::begin(sides), std::end(sides)) > 0;
}

Table with_diagonal(std::vector<Text> labels, Length width) {
    Table table;
    table.columns = {{.width = width}, {.width = 60_pt}};
    Cell corner;
    corner.diagonal = std::move(labels);
    table.rows = {Row{corner, "甲"}, {"乙", "1"}};
    table.header_rows = 1;
    return table;
}

}  // namespace

TEST_CASE("what is a number, and where it is aligned") {
    using layout::number_points;
    CHECK(number_points("12")->last_digit == 2);
    CHECK(number_points("12.50")->decimal == 2);
    CHECK(number_points("12.50")->last_digit == 5);
    CHECK(number_points("-1,234.5%")->decimal == 6);
    CHECK(number_points("−3")->decimal == 4);
    CHECK(number_points("10～20")->range);
    CHECK(number_points("10～20")->decimal == 2);
    CHECK(number_points("10%～20%")->decimal == 3);
    for (const char* text : {"", "—", "甲", "第1名", "2024年1月", "2024-01-15", "12个半月间"}) {
        CAPTURE(text);
        CHECK_FALSE(number_points(text));
    }
}

TEST_CASE("numbers of a decimal column stand on their points, signs and percents outside") {
    CHECK(all_equal(points(Align::decimal, {{"1", ".25"}, {"100", ".5"}, {"-3", ""}, {"1,234", ".125"}, {"7", "%"}})));
}

TEST_CASE("numbers of a digit column stand on their last digits") {
    CHECK(all_equal(points(Align::digit, {{"1.25", ""}, {"100", ""}, {"+3", "%"}, {"1,234.125", "①"}})));
    // Centred, as official tables have them, they do not.
    CHECK_FALSE(all_equal(points(Align::center, {{"1", ""}, {"100", ""}})));
}

TEST_CASE("the block of the numbers stands in the middle of its column") {
    const auto pages = typeset_table(numbers(Align::decimal, {"1.25", "100"}));
    const auto runs = runs_of(pages.pages.front());
    const Length left = x_at(runs[1], 0), right = x_at(runs[0], 4);
    const auto rules = rules_of(pages.pages.front());
    Length first = 500_pt, last;
    for (const Rule& rule : rules) first = std::min(first, rule.from.x), last = std::max(last, rule.to.x);
    CHECK((left - first) - (last - right) <= 2_pt / 1000 * 2);
    CHECK((last - right) - (left - first) <= 2_pt / 1000 * 2);
}

TEST_CASE("ranges of a number column stand on their marks, apart from its numbers") {
    CHECK(all_equal(points(Align::decimal, {{"1", "～20"}, {"100", "～200"}})));
}

TEST_CASE("a text, a dash and the header of a number column stand in its middle") {
    Table table = numbers(Align::decimal, {"数量", "1.5", "100.25", "未统计", "—"});
    table.header_rows = 1;
    const auto pages = typeset_table(table);
    for (const char* text : {"数量", "未统计", "—"}) {
        CAPTURE(text);
        const GlyphRun run = runs_saying(pages, text).at(0);
        const Length middle = (x_at(run, 0) + x_at(run, run.text.size())) / 2;
        CHECK(middle >= 300.47_pt - 0.5_pt);  // 28 mm and half of 442.205 pt
        CHECK(middle <= 300.47_pt + 0.5_pt);
    }
}

TEST_CASE("numbers whose sides do not fit their column side by side make the table smaller") {
    Table table = numbers(Align::decimal, {"123456", "0.123456"});
    table.columns[0].width = 52_pt;
    const auto pages = typeset_table(table);
    CHECK(runs_of(pages.pages.front()).front().size < 10_pt);
    CHECK(first_fault(pages) == "");
    table.columns[0].align = Align::center;
    CHECK(runs_of(typeset_table(table).pages.front()).front().size == 10_pt);
}

TEST_CASE("two labels stand on either side of one diagonal, which meets neither") {
    const auto pages = typeset_table(with_diagonal({"项目", "年份"}, 70_pt));
    const auto lines = slanted(pages);
    REQUIRE(lines.size() == 1);
    const Rect first = box_of(runs_saying(pages, "项目").at(0)), second = box_of(runs_saying(pages, "年份").at(0));
    CHECK(first.left() < second.left());
    CHECK(first.top() > second.top());
    CHECK_FALSE(line_meets(lines[0], first));
    CHECK_FALSE(line_meets(lines[0], second));
    CHECK(line_meets(lines[0], {lines[0].from, {70_pt, 10_pt}}));
    CHECK(lines[0].node == artifact);
}

TEST_CASE("three labels stand between two diagonals, whatever their lengths and the width of the cell") {
    for (const int width : {60, 75, 90, 120, 200}) {
        CAPTURE(width);
        const auto pages = typeset_table(with_diagonal({"地区", "数量", "行政许可事项"}, Length::millipoints(width * 1000)));
        const auto lines = slanted(pages);
        REQUIRE(lines.size() == 2);
        std::vector<GlyphRun> runs = runs_of(pages.pages.front());
        runs.erase(std::remove_if(runs.begin(), runs.end(), [&](const GlyphRun& run) { return run.node != runs.front().node; }), runs.end());
        CHECK(runs.size() >= 3);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            for (const Rule& line : lines) CHECK_FALSE(line_meets(line, box_of(runs[i])));
            for (std::size_t j = i + 1; j < runs.size(); ++j) {
                const Rect a = box_of(runs[i]), b = box_of(runs[j]);
                CHECK((a.right() <= b.left() || b.right() <= a.left() || a.bottom() <= b.top() || b.bottom() <= a.top()));
            }
        }
    }
}

TEST_CASE("a divided header is one TH that says its labels in order") {
    const auto pages = typeset_table(with_diagonal({"项目", "年份"}, 70_pt));
    const NodeId node = runs_saying(pages, "项目").at(0).node;
    CHECK(pages.structure[node].kind == StructureKind::header_cell);
    CHECK(said(pages).at(node) == "项目年份");
}

TEST_CASE("one label, four labels or labels beside a text are an error of their row") {
    for (const std::vector<Text>& labels : {std::vector<Text>{"一"}, std::vector<Text>{"一", "二", "三", "四"}}) {
        try {
            typeset_table(with_diagonal(labels, 70_pt));
            FAIL("no error");
        } catch (const LayoutError& error) {
            CHECK(error.id() == "CELL-CONTENT");
        }
    }
    Table table = with_diagonal({"一", "二"}, 70_pt);
    table.rows[0].cells[0].text = "三";
    CHECK_THROWS_AS(typeset_table(table), LayoutError);
}

TEST_CASE("labels too long for their cell make the table smaller or are an error, never drawn over") {
    CHECK_THROWS_AS(typeset_table(with_diagonal({"ABCDEFGHIJKL", "年份"}, 40_pt)), LayoutError);
}

TEST_CASE("paragraphs of a cell stand below its text, each a P of its cell") {
    Table table;
    table.columns = {{.width = 100_pt, .align = Align::start}};
    Cell cell("第一段");
    cell.blocks = {CellBlock{Text("第二段")}, CellBlock{Text("第三段")}};
    table.rows = {Row{cell}};
    const auto pages = typeset_table(table);
    const auto runs = runs_of(pages.pages.front());
    REQUIRE(runs.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(runs[i].origin.y == runs[0].origin.y + 13_pt * static_cast<std::int64_t>(i));
        CHECK(pages.structure[runs[i].node].kind == StructureKind::paragraph);
    }
    CHECK(runs[2].text == "第三段");
}

TEST_CASE("a table in a cell stands inside it, in its type size, tagged below its cell") {
    Table inner;
    inner.columns = {{}, {}};
    inner.header_rows = 1;
    inner.caption = "内表";
    inner.rows = {{"子项", "数量"}, {"甲", "1"}};
    Table table;
    table.columns = {{.width = 60_pt}, {.width = 200_pt}};
    Cell cell("说明");
    cell.blocks = {CellBlock{inner}, CellBlock{Text("合计见下")}};
    table.rows = {Row{"项", cell}, Row{"乙", "丙"}};
    const auto pages = typeset_table(table);
    CHECK(first_fault(pages) == "");
    const auto runs = runs_of(pages.pages.front());
    std::string text;
    for (const GlyphRun& run : runs) {
        CHECK(run.size == 10_pt);
        text += run.text;
    }
    CHECK(text == "项说明内表子项数量甲1合计见下乙丙");
    const NodeId of_inner = runs_saying(pages, "甲").at(0).node, of_outer = runs_saying(pages, "项").at(0).node;
    CHECK(pages.structure[of_inner].headers.size() == 1);
    CHECK(pages.structure[of_outer].headers.empty());
}

TEST_CASE("a table in a cell too narrow for it makes the whole smaller, and then is an error") {
    Table inner;
    inner.columns = {{.width = 40_pt}, {.width = 40_pt}};
    inner.rows = {{"甲", "乙"}};
    Table table;
    table.columns = {{.width = 60_pt}};
    Cell cell;
    cell.blocks = {CellBlock{inner}};
    table.rows = {Row{cell}};
    CHECK_THROWS_AS(typeset_table(table), LayoutError);
    table.columns[0].width = 90_pt;
    CHECK_NOTHROW(typeset_table(table));
}

TEST_CASE("a short label is spread evenly to the width its cell says") {
    Table table;
    table.columns = {{.width = 100_pt}};
    table.rows = {{"合计"}};
    const auto plain = runs_of(typeset_table(table).pages.front()).front();
    table.rows[0].cells[0].spread = Em{4000};
    const auto spread = runs_of(typeset_table(table).pages.front()).front();
    CHECK(plain.glyphs[1].x == 10_pt);
    CHECK(spread.glyphs[1].x == 30_pt);
}

TEST_CASE("row labels of levels are indented, and each number is headed by all labels above its own") {
    Table table;
    table.columns = {{.width = 200_pt, .align = Align::start}, {.width = 60_pt}};
    table.header_rows = 1;
    const auto label = [](const char* text, int level) {
        Cell cell(text);
        cell.level = level;
        cell.header = HeaderScope::row;
        return cell;
    };
    table.rows = {{"指标", "数量"}, Row{label("一、", 0), "—"}, Row{label("（一）", 1), "1"}, Row{label("其中：", 2), "2"},
                  Row{label("（二）", 1), "3"}, Row{label("二、", 0), "4"}};
    const auto pages = typeset_table(table);
    const auto x = [&](const char* text) { return runs_saying(pages, text).at(0).origin.x; };
    CHECK(x("二、") == x("一、"));
    const auto headed_by = [&](const char* number) {
        std::string out;
        const auto texts = said(pages);
        for (const NodeId header : pages.structure[runs_saying(pages, number).at(0).node].headers) out += texts.at(header);
        return out;
    };
    CHECK(headed_by("2") == "数量一、（一）其中：");
    CHECK(headed_by("3") == "数量一、（二）");
    CHECK(headed_by("4") == "数量二、");
    CHECK(x("其中：") - x("二、") == 20_pt);
}

// Tables over pages: whole where they fit, closed and labelled where they are cut.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include <nianbao/error.hpp>

#include "table_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

namespace {

Cell cell(std::string text, int rows = 1, int columns = 1, HeaderScope header = HeaderScope::none) {
    Cell made(std::move(text));
    made.rows = rows;
    made.columns = columns;
    made.header = header;
    made.repeat_label = rows > 1;
    return made;
}

// 28 rows like 表三: three header rows, a label over 22 rows and labels within it.
Table like_table_three() {
    Table table;
    table.header_rows = 3;
    for (const int width : {754, 921, 3271, 685, 685}) table.columns.push_back({.width = Share{width}});
    table.rows = {row({cell("（勾稽关系）", 3, 3), cell("申请人情况", 1, 2)}), row({cell("自然人", 2), cell("法人", 1)}), row({"总计"})};
    const auto add = [&](std::vector<Cell> cells) {
        for (int i = 0; i < 2; ++i) cells.emplace_back("7");
        table.rows.push_back(row(std::move(cells)));
    };
    const HeaderScope label = HeaderScope::row;
    add({cell("一、本年新收", 1, 3, label)});
    add({cell("二、上年结转", 1, 3, label)});
    add({cell("三、本年度办理结果", 22, 1, label), cell("（一）予以公开", 1, 2, label)});
    add({cell("（二）部分公开", 1, 2, label)});
    for (int i = 1; i <= 19; ++i) {
        std::vector<Cell> cells;
        if (i == 1) cells.push_back(cell("（三）不予公开", 19, 1, label));
        cells.push_back(cell("第" + std::to_string(i) + "种情形", 1, 1, label));
        add(std::move(cells));
    }
    add({cell("（七）总计", 1, 2, label)});
    add({cell("四、结转下年度", 1, 3, label)});
    return table;
}

}  // namespace

TEST_CASE("a caption of two lines is set in lines of like length, broken by sense") {
    Table table = plain_table(3);
    table.caption = "表1 2024年度政府信息公开工作经费、人员、机构和培训情况与上年、前年和五年平均数比较表";
    const PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    std::map<Length, std::pair<Length, Length>> lines;  // by baseline: left, right
    std::map<Length, std::string> texts;
    for (const GlyphRun& run : runs_of(pages.pages[0])) {
        if (run.size != 12_pt || static_cast<unsigned char>(run.text.front()) < 0x80) continue;  // digits are raised
        const Rect box = box_of(run);
        auto [line, is_new] = lines.try_emplace(run.origin.y, box.left(), box.right());
        if (!is_new) line->second = {std::min(line->second.first, box.left()), std::max(line->second.second, box.right())};
        texts[run.origin.y] += run.text;
    }
    REQUIRE(lines.size() == 2);
    const auto width = [&](const auto& line) { return line.second.second - line.second.first; };
    CHECK(std::abs((width(*lines.begin()) - width(*lines.rbegin())).count()) < 110'000);  // a quarter of the type area
    CHECK(texts.rbegin()->second == "情况与上年、前年和五年平均数比较表");
}

TEST_CASE("a table that fits a page is moved whole to the next") {
    Table table = like_table_three();
    table.keep_whole = true;
    const PagedDocument pages = typeset_blocks({lines(12), table});
    REQUIRE(pages.pages.size() == 2);
    CHECK(rules_of(pages.pages[0]).empty());
    CHECK(first_fault(pages).empty());
}

TEST_CASE("a table cut by a page end is closed, its header and its labels stand again") {
    const Table table = like_table_three();
    const PagedDocument pages = typeset_blocks({lines(8), table});
    REQUIRE(pages.pages.size() == 2);
    CHECK(first_fault(pages) == "");
    const std::string first = text_of(pages.pages[0]), second = text_of(pages.pages[1]);
    CHECK(count_of(first, "申请人情况") == 1);
    CHECK(count_of(second, "申请人情况") == 1);
    CHECK(count_of(second, "（一）予以公开") == 0);
    // Labels are broken into lines of their narrow columns.
    CHECK(count_of(first, "三、本年度办理结果") == 1);
    CHECK(count_of(second, "三、本年度办理结果") == 1);
    CHECK(count_of(second, "（三）不予公开") == 1);
    CHECK(each_cell_said_once(table, pages));
}

TEST_CASE("the frame is closed on each page and heavier than the rules inside") {
    const PagedDocument pages = typeset_blocks({lines(8), like_table_three()});
    for (const Page& page : pages.pages) {
        std::size_t heavy = 0;
        for (const Rule& rule : rules_of(page)) heavy += rule.width == 1_pt ? 1U : 0U;
        CHECK(heavy == 4);
    }
}

TEST_CASE("no page ends after a header, a bar or a single row, nor before the last row") {
    for (std::size_t before = 5; before <= 21; ++before) {
        Table table;
        table.columns.resize(1);
        table.header_rows = 1;
        table.rows = {{"表头"}, {"甲"}, {"乙"}, {"横栏"}, {"丙"}, {"丁"}, {"戊"}};
        table.rows[3].keep_with_next = true;
        table.rows[6].min_height = 40_pt;
        const PagedDocument pages = typeset_blocks({lines(before), table});
        const std::string text = text_of(pages.pages[0]);
        INFO(text);
        const auto has = [&](const char* label) { return text.find(label) != std::string::npos; };
        CHECK(has("表头") == has("甲"));
        CHECK(has("甲") == has("乙"));
        CHECK(has("横栏") == has("丙"));
        CHECK(has("丁") == has("戊"));
    }
}

TEST_CASE("a cell over all columns heads the rows below it: no page ends behind it") {
    for (std::size_t before = 5; before <= 21; ++before) {
        Table table;
        table.columns.resize(2);
        table.rows = {{"甲", "1"}, {"乙", "2"}, row({spanning("横栏", 1, 2)}), {"丙", "3"}, {"丁", "4"}, {"戊", "5"}};
        const PagedDocument pages = typeset_blocks({lines(before), table});
        const std::string text = text_of(pages.pages[0]);
        INFO(text);
        CHECK((text.find("横栏") != std::string::npos) == (text.find("丙") != std::string::npos));
    }
}

TEST_CASE("a word wider than its cell makes the whole table smaller, not the cell") {
    Table table;
    table.columns = {{.width = 30_pt}, {.width = Share{1}}};
    table.rows = {{"123456", "甲"}, {"2", "乙"}};
    const PagedDocument pages = typeset_blocks({table});
    const auto runs = runs_of(pages.pages[0]);
    for (const GlyphRun& run : runs)
        if (run.node != artifact) CHECK(run.size == runs.front().size);
    CHECK(runs.front().size < 10_pt);
    CHECK(runs.front().size >= 9_pt);
    CHECK(pages.warnings.empty());
    CHECK(first_fault(pages) == "");
}

TEST_CASE("a table below 9 pt is a warning, a word that does not fit at 7.5 pt an error with its place") {
    Table table;
    table.columns = {{.width = 30_pt}, {.width = Share{1}}};
    table.rows = {{"1234567", "甲"}};
    const PagedDocument pages = typeset_blocks({table});
    REQUIRE(pages.warnings.size() == 1);
    CHECK(pages.warnings[0].id == "TABLE-SMALL-TYPE");
    table.rows = {{"123456789012", "甲"}};
    table.rows[0].origin.pointer = "/x";
    try {
        typeset_blocks({table});
        FAIL("no error");
    } catch (const LayoutError& error) {
        CHECK(error.id() == "CELL-TOO-NARROW");
        CHECK(error.where() == "/x");
        CHECK(error.available() == 27.5_pt);  // 0.5 pt clear of the frame, 0.75 pt of the rule
        CHECK(error.needed() > 40_pt);
    }
}

TEST_CASE("a centred head of three characters stays on one line where its cell has just the room") {
    Table table;
    table.columns = {{.width = Share{1}}, {.width = 31.1_pt}, {.width = Share{1}}};
    table.rows = {{"甲", "自然人", "甲"}};
    CHECK(runs_of(typeset_blocks({table}).pages[0])[1].text == "自然人");
    table.columns[1].align = Align::start;  // at the edge of its cell it keeps its distance
    CHECK(runs_of(typeset_blocks({table}).pages[0])[1].text == "自然");
}

TEST_CASE("columns wider than the type area are an error") {
    Table table;
    table.columns = {{.width = 300_pt}, {.width = 300_pt}};
    table.rows = {{"甲", "乙"}};
    table.turned = Turned::never;
    try {
        typeset_blocks({table});
        FAIL("no error");
    } catch (const LayoutError& error) {
        CHECK(error.id() == "TABLE-TOO-WIDE");
        CHECK(error.needed() == 600_pt);
    }
}

TEST_CASE("a row taller than a page goes on, line after line, on the next") {
    std::string text;
    for (int i = 0; i < 2500; ++i) text += "字";
    Table table;
    table.header_rows = 1;
    table.columns = {{.width = Share{1}}, {.width = Share{2}}};
    table.rows = {{"表头", "内容"}, {"标签", Cell(text)}, {"末", "行"}};
    const PagedDocument pages = typeset_blocks({lines(3), table});
    CHECK(pages.pages.size() >= 2);
    CHECK(first_fault(pages) == "");
    CHECK(each_cell_said_once(table, pages));
    for (std::size_t i = 0; i + 1 < pages.pages.size(); ++i)
        CHECK(text_of(pages.pages[i]).find("表头") != std::string::npos);
}

TEST_CASE("a header that leaves no room for rows is an error") {
    Table table;
    table.columns.resize(1);
    table.header_rows = 1;
    table.rows = {{"表头"}, {"甲"}};
    table.rows[0].min_height = 630_pt;
    CHECK_THROWS_AS(typeset_blocks({table}), LayoutError);
}

TEST_CASE("caption and unit stand above, notes below, and stay with the table") {
    Table table = like_table_three();
    table.caption = "表1 申请情况";
    table.unit = "单位：件";
    table.notes = {"注：来源"};
    for (std::size_t before = 0; before <= 21; before += 3) {
        const PagedDocument pages = typeset_blocks({lines(before), table});
        CHECK(first_fault(pages) == "");
        for (const Page& page : pages.pages) {
            const std::string text = text_of(page);
            if (text.find("单位：件") != std::string::npos) CHECK(text.find("二、上年结转") != std::string::npos);
            if (text.find("注：来源") != std::string::npos) CHECK(text.find("四、结转下年度") != std::string::npos);
        }
    }
    const PagedDocument pages = typeset_blocks({table});
    const auto found = std::find_if(pages.structure.begin(), pages.structure.end(), [](const StructureNode& n) { return n.kind == StructureKind::caption; });
    REQUIRE(found != pages.structure.end());
    CHECK(said(pages).at(static_cast<NodeId>(found - pages.structure.begin())) == "表1 申请情况单位：件");
}

TEST_CASE("shaded cells are filled beneath rules and text") {
    Table table;
    table.columns.resize(2);
    table.rows = {row({cell("横栏", 1, 2)}), {"甲", "乙"}};
    table.rows[0].cells[0].shaded = true;
    const PagedDocument pages = typeset_blocks({table});
    const auto* fill = std::get_if<Fill>(&pages.pages[0].items[0]);
    REQUIRE(fill != nullptr);
    CHECK(fill->area == Rect{{28_mm, 37_mm}, {210_mm - 28_mm - 26_mm, 17_pt}});
    CHECK(fill->node == artifact);
}

TEST_CASE("cells know the headers above them and to their left") {
    Table table;
    table.header_rows = 1;
    table.columns.resize(3);
    table.rows = {row({"项目", cell("数", 1, 2)}),
                  row({cell("横栏", 1, 3, HeaderScope::column)}),
                  row({cell("甲", 2, 1, HeaderScope::row), "1", "2"}),
                  row({"3", "4"}),
                  row({cell("栏二", 1, 3, HeaderScope::column)}),
                  row({cell("乙", 1, 1, HeaderScope::row), cell("5", 1, 2)})};
    const PagedDocument pages = typeset_blocks({table});
    const auto texts = said(pages);
    const auto headers_of = [&](const std::string& wanted) {
        std::string out;
        for (const auto& [node, text] : texts)
            if (text == wanted)
                for (const NodeId header : pages.structure[node].headers) out += texts.at(header) + " ";
        return out;
    };
    CHECK(headers_of("1") == "数 横栏 甲 ");
    CHECK(headers_of("4") == "数 横栏 甲 ");
    CHECK(headers_of("5") == "数 栏二 乙 ");
    CHECK(headers_of("甲") == "项目 横栏 ");
    CHECK(headers_of("横栏").empty());
}

TEST_CASE("rows are grouped as head and body") {
    Table table;
    table.header_rows = 1;
    table.columns.resize(1);
    table.summary = "摘要";
    table.rows = {{"头"}, {"身"}};
    const PagedDocument pages = typeset_blocks({table});
    const StructureNode& root = pages.structure[pages.structure[0].children[0]];
    CHECK(root.summary == "摘要");
    REQUIRE(root.children.size() == 2);
    CHECK(pages.structure[root.children[0]].kind == StructureKind::table_head);
    CHECK(pages.structure[root.children[1]].kind == StructureKind::table_body);
    const NodeId head_row = pages.structure[root.children[0]].children[0];
    const StructureNode& head_cell = pages.structure[pages.structure[head_row].children[0]];
    CHECK(head_cell.kind == StructureKind::header_cell);
    CHECK(head_cell.scope == HeaderScope::column);
}

TEST_CASE("every cell with a missing character is named, however often the text stands there") {
    Table table;
    table.columns.resize(1);
    table.rows = {{"\U000F0001"}, {"\U000F0001"}};
    table.rows[0].origin.pointer = "/a";
    table.rows[1].origin.pointer = "/b";
    try {
        typeset_blocks({table});
        FAIL("no error");
    } catch (const FontError& error) {
        REQUIRE(error.missing().size() == 2);
        CHECK(error.missing()[1].pointer == "/b");
    }
}

TEST_CASE("equal texts of a table keep their own nodes and origins") {
    Table table;
    table.columns.resize(2);
    table.rows = {{"0", "0"}};
    table.rows[0].cells[0].text.runs[0].origin = {"/a", 0};
    table.rows[0].cells[1].text.runs[0].origin = {"/b", 0};
    const PagedDocument pages = typeset_blocks({table});
    CHECK(each_cell_said_once(table, pages));
    CHECK(runs_of(pages.pages[0])[0].source.pointer == "/a");
    CHECK(runs_of(pages.pages[0])[1].source.pointer == "/b");
}

// Narratives: text and blocks become blocks of the document, nothing is dropped.
#include "samples.hpp"

#include "report/report_data.hpp"

using namespace nianbao;
using namespace samples;

namespace {

std::vector<Block> blocks_of(const std::string& narrative) {
    return read_report_json(overview(narrative)).data().narratives.at("overview");
}

template <typename T>
T first(const std::string& narrative) {
    const auto blocks = blocks_of(narrative);
    REQUIRE_FALSE(blocks.empty());
    REQUIRE(std::holds_alternative<T>(blocks[0]));
    return std::get<T>(blocks[0]);
}

Finding fault_in(const std::string& narrative) {
    const auto faults = faults_of(overview(narrative));
    REQUIRE_FALSE(faults.empty());
    return faults[0];
}

}  // namespace

TEST_CASE("each line of a text is a paragraph that knows its offset") {
    const auto blocks = blocks_of(R"("甲。\n\n　\n乙。\r\n丙。")");
    REQUIRE(blocks.size() == 3);
    const auto& second = std::get<Paragraph>(blocks[1]);
    CHECK(second.text.plain() == "乙。");
    CHECK(second.style == "body");
    CHECK(second.origin == Origin{"/overview", 12});
    CHECK(second.text.runs[0].origin == Origin{"/overview", 12});
    CHECK(std::get<Paragraph>(blocks[2]).origin.offset == 20);
}

TEST_CASE("a text may be runs with a language of their own") {
    const auto paragraph = first<Paragraph>(R"([{"paragraph": [{"text": "采用"}, {"text": "PDF/A", "language": "en"}]}])");
    REQUIRE(paragraph.text.runs.size() == 2);
    CHECK(paragraph.text.runs[1].language == "en");
    CHECK(paragraph.text.runs[1].origin.pointer == "/overview/0/paragraph/1/text");
    CHECK(first<Paragraph>(R"([{"text": "甲"}, {"text": "乙"}])").text.plain() == "甲乙");
    CHECK(fault_in(R"([{"text": "甲", "language": "e n"}])").rule == "LANGUAGE");
    CHECK(fault_in(R"([{"text": "甲", "languge": "en"}])").expected == "language");
}

TEST_CASE("headings have level, numeral, restart and text that goes on in the same line") {
    const auto heading = first<Heading>(R"([{"heading": 2, "text": "主动公开", "run_in": "全年。", "numeral": "", "restart": true}])");
    CHECK(heading.level == 2);
    CHECK(heading.text.plain() == "主动公开");
    CHECK(heading.numeral == std::optional<std::string>(""));
    CHECK(heading.restart);
    CHECK(heading.run_in.plain() == "全年。");
    CHECK(heading.origin.pointer == "/overview/0/text");
    CHECK(heading.run_in.runs[0].origin.pointer == "/overview/0/run_in");
    CHECK_FALSE(first<Heading>(R"([{"heading": 1, "text": "甲"}])").numeral);
}

TEST_CASE("lists have items of one or more paragraphs") {
    const auto list = first<List>(R"([{"list": ["甲", [{"paragraph": "乙"}, {"paragraph": "丙"}], [{"text": "丁"}]], "style": "①"}])");
    CHECK(list.numerals == "①");
    REQUIRE(list.items.size() == 3);
    CHECK(list.items[1].paragraphs.size() == 2);
    CHECK(list.items[1].paragraphs[1].origin.pointer == "/overview/0/list/1/1/paragraph");
    CHECK(list.items[2].paragraphs[0].text.plain() == "丁");
    CHECK(first<List>(R"([{"list": ["甲"]}])").numerals == "1.");
}

TEST_CASE("tables have columns, spans and notes") {
    const auto table = first<Table>(R"([{"table": {"caption": "表", "unit": "件",
        "columns": [{"width": "24.5mm"}, {"width": "2fr", "align": "end"}, {"width": "auto"}, {"width": "30pt"}], "header_rows": 1,
        "rows": [[{"text": "甲", "columns": 2, "align": "start", "valign": "top", "shade": true}, "乙", "丙"],
                 [{"text": "丁", "rows": 2}, 12, 3.50, ""], ["己", "庚", "辛"]], "notes": ["注"]}}])");
    CHECK(table.caption.plain() == "表");
    CHECK(table.unit.plain() == "件");
    REQUIRE(table.columns.size() == 4);
    CHECK(std::get<Length>(table.columns[0].width) == Length::millimetres(24.5L));
    CHECK(std::get<Share>(table.columns[1].width).parts == 2000);
    CHECK(table.columns[1].align == Align::end);
    CHECK(std::holds_alternative<Auto>(table.columns[2].width));
    CHECK(std::get<Length>(table.columns[3].width) == Length::points(30));
    CHECK(table.header_rows == 1);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].cells[0].columns == 2);
    CHECK(table.rows[0].cells[0].align == std::optional<Align>(Align::start));
    CHECK(table.rows[0].cells[0].valign == VerticalAlign::top);
    CHECK(table.rows[0].cells[0].shaded);
    CHECK(table.rows[1].cells[2].text.plain() == "3.50");
    CHECK(table.rows[1].cells[2].text.runs[0].origin.pointer == "/overview/0/table/rows/1/2");
    CHECK(table.notes[0].plain() == "注");
    CHECK(first<Table>(R"([{"table": {"rows": [["甲", "乙"]]}}])").columns.size() == 2);
}

TEST_CASE("a row is a list of cells, or an object that has them and the looks of the row") {
    const auto table = first<Table>(R"([{"table": {"rows": [["甲", "乙"],
        {"cells": ["丙", 3], "min_height": "10mm", "keep_with_next": true, "rules": {"top": "1.5pt", "left": null}, "x_own": 1},
        {"cells": ["丁", "戊"]}]}}])");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].min_height == Length());
    const Row& row = table.rows[1];
    REQUIRE(row.cells.size() == 2);
    CHECK(row.cells[1].text.plain() == "3");
    CHECK(row.cells[1].text.runs[0].origin.pointer == "/overview/0/table/rows/1/cells/1");
    CHECK(row.origin.pointer == "/overview/0/table/rows/1");
    CHECK(row.min_height == Length::millimetres(10));
    CHECK(row.keep_with_next);
    CHECK(row.rules == EdgeRules{.top = RuleLook{Length::millipoints(1500), {}}, .left = RuleLook{}});
    CHECK_FALSE(table.rows[2].keep_with_next);
    CHECK(table.rows[2].rules == EdgeRules{});
    CHECK(first<Table>(R"([{"table": {"rows": [{"cells": ["甲", {"text": "乙", "columns": 2}]}]}}])").columns.size() == 3);
}

TEST_CASE("tables say how they stand on pages") {
    const auto table = first<Table>(R"([{"table": {"header_rows": 1, "footer_rows": 1, "repeat_header": false, "repeat_footer": true, "keep_whole": true,
        "move_whole": false, "keep_groups": true, "continued": true, "repeat_unit": true, "turned": "always", "key_columns": 0,
        "rows": [["甲"], ["乙"], ["丙"]]}}])");
    CHECK(table.footer_rows == 1);
    CHECK(table.repeat_footer);
    CHECK_FALSE(table.repeat_header);
    CHECK(table.keep_whole);
    CHECK_FALSE(table.move_whole);
    CHECK(table.keep_groups);
    CHECK(table.continued == std::optional<Text>(Text()));
    CHECK(table.repeat_unit);
    CHECK(table.turned == Turned::always);
    CHECK(table.key_columns == 0);
    const auto marked = first<Table>(R"([{"table": {"rows": [["甲"]], "continued": "表三续"}}])");
    CHECK(marked.continued->plain() == "表三续");
    CHECK_FALSE(first<Table>(R"([{"table": {"rows": [["甲"]], "continued": false}}])").continued);
    CHECK(fault_in(R"([{"table": {"rows": [["甲"]], "turned": "left"}}])").pointer == "/overview/0/table/turned");
    CHECK(fault_in(R"([{"table": {"rows": [["甲"]], "footer_rows": 2}}])").rule == "TABLE-GRID");
}

TEST_CASE("the columns that head the rows stand in each part of a table split by columns, unless told") {
    const auto keys = [](const std::string& members) {
        return first<Table>(R"([{"table": {"rows": [["甲", "乙", "丙", "丁"]])" + members + "}}]").key_columns;
    };
    CHECK(keys("") == 1);
    CHECK(keys(R"(, "header_columns": 0)") == 1);
    CHECK(keys(R"(, "header_columns": 2)") == 2);
    CHECK(keys(R"(, "header_columns": 2, "key_columns": 1)") == 1);
    CHECK(keys(R"(, "key_columns": 0, "header_columns": 2)") == 0);
}

TEST_CASE("columns and cells may be justified, and a table has a summary for those who hear it") {
    const auto table = first<Table>(R"([{"table": {"columns": [{"align": "justify"}, {}], "summary": "事项：各项的说明",
        "rows": [["甲", {"text": "乙", "align": "justify"}]]}}])");
    CHECK(table.columns[0].align == Align::justify);
    CHECK(table.rows[0].cells[1].align == std::optional<Align>(Align::justify));
    CHECK(table.summary == "事项：各项的说明");
    const auto indicators = first<Table>(R"([{"indicator_table": {"align": "justify", "rows": [{"label": "甲", "values": ["乙"]}]}}])");
    CHECK(indicators.columns.back().align == Align::justify);
    CHECK(first<Table>(R"([{"table": {"rows": [["甲"]]}}])").summary.empty());
    CHECK(fault_in(R"([{"indicator_table": {"align": "justfy", "rows": [{"label": "甲", "values": ["乙"]}]}}])").rule == "ENUM");
}

TEST_CASE("notes and page breaks") {
    CHECK(first<Paragraph>(R"([{"note": "注：略。"}])").style == "note");
    CHECK(std::holds_alternative<PageBreak>(blocks_of(R"([{"page_break": true}])")[0]));
}

TEST_CASE("faults in blocks are told with their pointer") {
    struct Case {
        std::string narrative, rule, pointer, suggestion;
    };
    const std::vector<Case> cases = {
        {R"("")", "TEXT-EMPTY", "/overview", ""},
        {R"([])", "TEXT-EMPTY", "/overview", ""},
        {R"(" \n ")", "TEXT-EMPTY", "/overview", ""},
        {R"(7)", "TYPE", "/overview", ""},
        {R"(["甲"])", "TYPE", "/overview/0", ""},
        {R"([{}])", "BLOCK", "/overview/0", ""},
        {R"([{"paragrph": "甲"}])", "BLOCK", "/overview/0", "paragraph"},
        {R"([{"paragraph": ""}])", "TEXT-EMPTY", "/overview/0/paragraph", ""},
        {R"([{"paragraph": "甲", "note": "乙"}])", "KEY-UNKNOWN", "/overview/0/note", ""},
        {R"([{"heading": 5, "text": "甲"}])", "NUMBER-RANGE", "/overview/0/heading", ""},
        {R"([{"heading": "1", "text": "甲"}])", "TYPE", "/overview/0/heading", ""},
        {R"([{"heading": 1}])", "KEY-MISSING", "/overview/0/text", ""},
        {R"([{"heading": 1, "text": "甲\n乙"}])", "TEXT-LINES", "/overview/0/text", ""},
        {R"([{"heading": 1, "text": "甲", "restart": 1}])", "TYPE", "/overview/0/restart", ""},
        {R"([{"list": []}])", "TEXT-EMPTY", "/overview/0/list", ""},
        {R"([{"list": "甲"}])", "TYPE", "/overview/0/list", ""},
        {R"([{"list": ["甲"], "style": "壹、"}])", "ENUM", "/overview/0/style", ""},
        {R"([{"paragraph": "总\ufeff体"}])", "CHAR-INVISIBLE", "/overview/0/paragraph", ""},
        {R"([{"paragraph": "总\ue000体"}])", "CHAR-PRIVATE", "/overview/0/paragraph", ""},
        {R"([{"page_break": false}])", "TYPE", "/overview/0/page_break", ""},
        {R"([{"table": {}}])", "KEY-MISSING", "/overview/0/table/rows", ""},
        {R"([{"table": {"rows": []}}])", "TABLE-GRID", "/overview/0/table", ""},
        {R"([{"table": {"rows": [["甲", "乙"], ["丙"]]}}])", "TABLE-GRID", "/overview/0/table/rows/1", ""},
        {R"([{"table": {"rows": [[null]]}}])", "TYPE", "/overview/0/table/rows/0/0", ""},
        {R"([{"table": {"rows": ["甲"]}}])", "TYPE", "/overview/0/table/rows/0", ""},
        {R"([{"table": {"rows": [{}]}}])", "KEY-MISSING", "/overview/0/table/rows/0/cells", ""},
        {R"([{"table": {"rows": [{"cells": "甲"}]}}])", "TYPE", "/overview/0/table/rows/0/cells", ""},
        {R"([{"table": {"rows": [{"cells": ["甲"], "min_hieght": "1mm"}]}}])", "KEY-UNKNOWN", "/overview/0/table/rows/0/min_hieght", "min_height"},
        {R"([{"table": {"rows": [{"cells": ["甲"], "min_height": 10}]}}])", "LENGTH", "/overview/0/table/rows/0/min_height", ""},
        {R"([{"table": {"rows": [{"cells": ["甲"], "min_height": "201mm"}]}}])", "LENGTH", "/overview/0/table/rows/0/min_height", ""},
        {R"([{"table": {"rows": [{"cells": ["甲"], "keep_with_next": "yes"}]}}])", "TYPE", "/overview/0/table/rows/0/keep_with_next", ""},
        {R"([{"table": {"rows": [{"cells": ["甲"], "rules": {"botom": "1pt"}}]}}])", "KEY-UNKNOWN", "/overview/0/table/rows/0/rules/botom", "bottom"},
        {R"([{"table": {"rows": [{"cells": ["甲"], "rules": {"top": "11pt"}}]}}])", "LENGTH", "/overview/0/table/rows/0/rules/top", ""},
        {R"([{"table": {"rows": [["甲", "乙"], {"cells": ["丙"]}]}}])", "TABLE-GRID", "/overview/0/table/rows/1", ""},
        {R"([{"table": {"rows": [[{"text": "甲", "rows": 0}]]}}])", "NUMBER-RANGE", "/overview/0/table/rows/0/0/rows", ""},
        {R"([{"table": {"rows": [["甲"]], "columns": [{"width": "2em"}]}}])", "WIDTH", "/overview/0/table/columns/0/width", ""},
        {R"([{"table": {"rows": [["甲"]], "columns": [{"width": 24}]}}])", "WIDTH", "/overview/0/table/columns/0/width", ""},
        {R"([{"table": {"rows": [["甲"]], "columns": [{"align": "right"}]}}])", "ENUM", "/overview/0/table/columns/0/align", ""},
        {R"([{"table": {"rows": [["甲"]], "summary": ["乙"]}}])", "TYPE", "/overview/0/table/summary", ""},
        {R"([{"table": {"rows": [["甲"]], "summary": "乙\n丙"}}])", "TEXT-LINES", "/overview/0/table/summary", ""},
        {R"([{"table": {"rows": [["甲"]], "captoin": "乙"}}])", "KEY-UNKNOWN", "/overview/0/table/captoin", "caption"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.narrative);
        const Finding fault = fault_in(c.narrative);
        CHECK(fault.rule == c.rule);
        CHECK(fault.pointer == c.pointer);
        CHECK_FALSE(fault.message(Language::en).empty());
        if (!c.suggestion.empty()) CHECK(fault.expected == c.suggestion);
    }
}

TEST_CASE("what this release cannot print is refused with its pointer, never dropped") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {R"([{"list": [[{"heading": 2, "text": "甲"}]]}])", "/overview/0/list/0"},
    };
    for (const auto& [narrative, pointer] : cases) {
        CAPTURE(narrative);
        const Finding fault = fault_in(narrative);
        CHECK(fault.rule == "FEATURE-UNSUPPORTED");
        CHECK(fault.pointer == pointer);
    }
}

TEST_CASE("cells have looks and content: rules, shades, levels, upright and divided texts, blocks") {
    const auto table = first<Table>(R"([{"table": {"style": "three-line", "header_rows": 1, "header_columns": 1,
        "columns": [{"width": "24mm"}, {"align": "decimal"}, {"align": "digit"}],
        "rows": [[{"diagonal": ["项目", "年份"]}, "甲", "乙"],
                 [{"text": "丙", "vertical": true, "level": 1, "spread": 4, "style": "kai", "padding": "1mm"},
                  {"text": "1.5", "shade": "FFEEDD", "rules": {"top": "0.75pt", "left": null}},
                  {"text": "丁", "shade": true, "blocks": [{"paragraph": "戊"}, {"paragraph": "己"}, {"table": {"rows": [["庚"]]}}]}]]}}])");
    CHECK(table.style == "three-line");
    CHECK(table.columns[1].align == Align::decimal);
    CHECK(table.columns[2].align == Align::digit);
    const Cell& corner = table.rows[0].cells[0];
    REQUIRE(corner.diagonal.size() == 2);
    CHECK(corner.diagonal[0].plain() == "项目");
    CHECK(corner.header == HeaderScope::none);
    const Cell& label = table.rows[1].cells[0];
    CHECK(label.vertical);
    CHECK(label.level == 1);
    CHECK(label.spread == Em{4000});
    CHECK(label.style == "kai");
    CHECK(label.padding->left == Length::millipoints(2835));
    CHECK(label.header == HeaderScope::row);
    const Cell& number = table.rows[1].cells[1];
    CHECK(number.shade == Color{0xFF, 0xEE, 0xDD});
    CHECK(number.rules.top->width == Length::millipoints(750));
    CHECK(number.rules.left == RuleLook{});
    CHECK_FALSE(number.rules.right);
    CHECK(number.header == HeaderScope::none);
    const Cell& blocks = table.rows[1].cells[2];
    CHECK(blocks.shaded);
    REQUIRE(blocks.blocks.size() == 3);
    CHECK(std::get<Text>(blocks.blocks[1].what).plain() == "己");
    CHECK(std::get<Table>(blocks.blocks[2].what).rows.size() == 1);
}

TEST_CASE("a column without a width is as wide as one of 1fr") {
    const auto table = first<Table>(R"([{"table": {"columns": [{"width": "2fr"}, {"width": "1fr"}, {"align": "end"}], "rows": [["甲", "乙", "丙"]]}}])");
    const auto parts = [&](std::size_t i) { return std::get<Share>(table.columns[i].width).parts; };
    CHECK(parts(0) == 2 * parts(1));
    CHECK(parts(2) == parts(1));
}

TEST_CASE("an indicator table is read with its levels") {
    const auto table = first<Table>(R"([{"indicator_table": {"caption": "统计表", "values": ["本期", "累计"], "align": "digit",
        "turned": "always", "style": "three-line", "rows": [
        {"label": "一、主动公开", "rows": [{"label": "（一）文件数", "unit": "件", "code": "01", "values": [3, 12]}]}]}}])");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.caption.plain() == "统计表");
    CHECK(table.rows[2].cells[0].level == 1);
    CHECK(table.rows[2].cells[4].text.plain() == "12");
    CHECK(table.rows[2].origin.pointer == "/overview/0/indicator_table/rows/0/rows/0");
    CHECK(table.columns.back().align == Align::digit);
    CHECK(table.turned == Turned::always);
    CHECK(table.style == "three-line");
}

TEST_CASE("faults of cells and of indicators are found at their place") {
    struct Case { std::string narrative, rule, pointer; };
    const std::vector<Case> cases = {
        {R"([{"table": {"rows": [[{"diagonal": ["甲"]}]]}}])", "CELL-LABELS", "/overview/0/table/rows/0/0/diagonal"},
        {R"([{"table": {"rows": [[{"diagonal": ["甲", "乙"], "text": "丙"}]]}}])", "CELL-LABELS", "/overview/0/table/rows/0/0/diagonal"},
        {R"([{"table": {"rows": [[{"blocks": [{"heading": 1, "text": "甲"}]}]]}}])", "CELL-BLOCK", "/overview/0/table/rows/0/0/blocks"},
        {R"([{"table": {"rows": [[{"text": "甲", "shade": "blue"}]]}}])", "COLOR", "/overview/0/table/rows/0/0/shade"},
        {R"([{"table": {"rows": [[{"text": "甲", "rules": {"top": "9em"}}]]}}])", "LENGTH", "/overview/0/table/rows/0/0/rules/top"},
        {R"([{"table": {"rows": [[{"blocks": [{"table": {"rows": [["甲"], ["乙", "丙"]]}}]}]]}}])", "TABLE-GRID", "/overview/0/table/rows/0/0/blocks/0/table/rows/1"},
        {R"([{"indicator_table": {"rows": [{"label": "甲", "values": [1, 2]}]}}])", "INDICATOR-VALUES", "/overview/0/indicator_table/rows/0/values"},
        {R"([{"indicator_table": {"turned": "sideways", "rows": [{"label": "甲"}]}}])", "ENUM", "/overview/0/indicator_table/turned"},
        {R"([{"indicator_table": {"style": "plain", "rows": [{"label": "甲"}]}}])", "ENUM", "/overview/0/indicator_table/style"},
        {R"([{"indicator_table": {"rows": []}}])", "TEXT-EMPTY", "/overview/0/indicator_table/rows"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.narrative);
        const Finding fault = fault_in(c.narrative);
        CHECK(fault.rule == c.rule);
        CHECK(fault.pointer == c.pointer);
    }
}

TEST_CASE("contents have a title and levels of their own, or the usual ones") {
    const auto usual = std::get<Contents>(blocks_of(R"([{"contents": {}}])").front());
    CHECK(usual.title.plain() == "目录");
    CHECK(usual.levels == 2);
    const auto own = std::get<Contents>(blocks_of(R"([{"contents": {"title": "", "levels": 3}}])").front());
    CHECK(own.title.empty());
    CHECK(own.levels == 3);
    CHECK(fault_in(R"([{"contents": {"levels": 5}}])").pointer == "/overview/0/contents/levels");
    CHECK(fault_in(R"([{"contents": {"level": 1}}])").rule == "KEY-UNKNOWN");
}

TEST_CASE("a list longer than its style can count is a fault of the list") {
    std::string items = "\"甲\"";
    for (int i = 1; i < 50; ++i) items += ",\"甲\"";
    const auto list = [&](const std::string& more) { return "[{\"list\": [" + items + more + "], \"style\": \"①\"}]"; };
    CHECK(blocks_of(list("")).size() == 1);
    const Finding fault = fault_in(list(",\"乙\""));
    CHECK(fault.rule == "LIST-LONG");
    CHECK(fault.pointer == "/overview/0/list");
    CHECK(fault.message() == "一、总体情况 第 1 项：列表序号样式“①”写不出第 51 项");
}

TEST_CASE("characters that nobody sees are warnings") {
    const auto findings = findings_of(overview("\"总\\u200b\\u200b体平\\u202e稳\""));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "CHAR-INVISIBLE");
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].message() == "一、总体情况：含有看不见的字符 U+200B");
    CHECK(findings_of(overview("\"㐂\\udb40\\udd00Ａ－—\"")).empty());  // a variation sequence is wanted
}

TEST_CASE("a table beyond the limit of rows is refused") {
    std::string rows = "[\"甲\"]";
    for (int i = 0; i < 20'000; ++i) rows += ",[\"甲\"]";
    CHECK_THROWS_AS(read_report_json(overview("[{\"table\": {\"rows\": [" + rows + "]}}]")), LimitError);
}

TEST_CASE("joiners and marks of direction are at home beside the letters that need them") {
    const std::string joined = R"("\u0646\u200c\u062a \u1828\u180e\u1821 \u2067\u0626\u06c7\u2069 \u0626\u200f")";
    CHECK(findings_of(overview(joined)).empty());
    CHECK(findings_of(overview(R"("总\u200c体")")).size() == 1);
}

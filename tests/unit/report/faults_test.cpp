// Faults of content: each with its id, its place and what was probably meant.
#include "samples.hpp"

#include <algorithm>

using namespace nianbao;
using namespace samples;

namespace {

struct Case {
    std::string json, rule, pointer, suggestion, sentence;
};

const std::string long_text(std::size_t length) { return "\"" + std::string(length, 'a') + "\""; }

}  // namespace

TEST_CASE("the small report is sound") {
    CHECK(faults_of(sound).empty());
    CHECK(findings_of(sound).empty());
}

TEST_CASE("every fault of keys is told with its pointer, and the nearest key") {
    const std::vector<Case> cases = {
        {plus(R"("organe": 1)"), "KEY-UNKNOWN", "/organe", "organ", "report: unknown key \"organe\""},
        {plus(R"("zzzzzzzz": 1)"), "KEY-UNKNOWN", "/zzzzzzzz", "", ""},
        {with("\"licences\"", "\"licenses\": 1, \"licences\""), "KEY-UNKNOWN", "/proactive/licenses", "licences",
         "Table 2: unknown key \"licenses\""},
        {with("\"granted\"", "\"予以公\": 1, \"granted\""), "KEY-UNKNOWN", "/applications/results/予以公", "予以公开",
         "Table 3 三、本年度办理结果: unknown key"},
        {with("\"upheld\"", "\"uphelt\": 0, \"upheld\""), "KEY-UNKNOWN",
         "/disputes/litigation_after_reconsideration/uphelt", "upheld", "Table 4 复议后起诉: unknown key"},
        {plus(R"("organ": "甲")"), "KEY-DUPLICATE", "/organ", "", "organ: \"organ\" is given twice, first at line 2, column 2"},
        {with("\"carried_in\"", "\"本年新收政府信息公开申请数量\": [0,0,0,0,0,0], \"carried_in\""), "KEY-DUPLICATE",
         "/applications/本年新收政府信息公开申请数量", "", "first at line 10, column 3"},
        {with(" \"year\": 2024,\n", ""), "KEY-MISSING", "/year", "", "year: the key year is missing"},
        {with(",\n \"problems\": \"公开还不够及时。\"", ""), "KEY-MISSING", "/problems", "",
         "五、存在的主要问题及改进情况: the key problems is missing"},
        {with("\"licences\": 35, ", ""), "KEY-MISSING", "/proactive/licences", "", "Table 2 行政许可: the key licences is missing"},
        {with("\"repealed\": 1, ", ""), "KEY-MISSING", "/proactive/normative_documents/repealed", "",
         "Table 2 行政规范性文件 × 本年废止件数"},
        {with("  \"litigation_direct\": [0, 0, 0, 0, 0],\n", ""), "KEY-MISSING", "/disputes/litigation_direct", "", "Table 4"},
        {with("\"format\": \"disclosure-2021\"", "\"x_a\": 1"), "KEY-MISSING", "/format", "", "format: the key format is missing"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.json);
        const auto faults = faults_of(c.json);
        REQUIRE(faults.size() == 1);
        CHECK(faults[0].rule == c.rule);
        CHECK(faults[0].severity == Severity::error);
        CHECK(faults[0].pointer == c.pointer);
        CHECK_THAT(faults[0].message(Language::en), Catch::Contains(c.sentence));
        if (!c.suggestion.empty()) {
            CHECK(faults[0].expected == c.suggestion);
            CHECK(faults[0].hint(Language::en) == "did you mean " + c.suggestion + "?");
            CHECK(faults[0].hint() == "是否应为 " + c.suggestion + "？");
        } else {
            CHECK_THAT(faults[0].hint(Language::en), !Catch::Contains("did you mean"));
        }
    }
}

TEST_CASE("every wrong value is told with its pointer") {
    const auto year = [](const std::string& value) { return with("2024", value); };
    const auto count = [](const std::string& value) { return with("\"licences\": 35", "\"licences\": " + value); };
    const auto fees = [](const std::string& value) { return with("\"12.50\"", value); };
    const std::vector<Case> cases = {
        {"[]", "TYPE", "", "", "report: an object expected, not []"},
        {with("\"organ\"", "\"format\": 1, \"organ\""), "KEY-DUPLICATE", "/format", "", ""},
        {with("disclosure-2021", "disclosure-2081"), "ENUM", "/format", "disclosure-2021", "format: one of "},
        {year("\"2024\""), "TYPE", "/year", "2024", "year: an integer of four digits expected, not \"2024\""},
        {year("\"２０２４\""), "FULLWIDTH-DIGITS", "/year", "2024", "year: digits must be ASCII, not \"２０２４\""},
        {year("\"二〇二四\""), "TYPE", "/year", "", ""},
        {year("2007"), "YEAR", "/year", "", "year"},
        {year("2101"), "YEAR", "/year", "", ""},
        {year("2024.0"), "YEAR", "/year", "2024", ""},
        {year("null"), "TYPE", "/year", "", ""},
        {year("99999999999999999999"), "YEAR", "/year", "", ""},
        {with("\"云溪县档案局\"", "\"\""), "TEXT-EMPTY", "/organ", "", "organ: must not be empty"},
        {with("\"云溪县档案局\"", "\"　 \""), "TEXT-EMPTY", "/organ", "", ""},
        {with("\"云溪县档案局\"", "\"甲\\n乙\""), "TEXT-LINES", "/organ", "", ""},
        {with("\"云溪县档案局\"", "\"甲\\t乙\""), "TEXT-TAB", "/organ", "", ""},
        {with("\"云溪县档案局\"", "7"), "TYPE", "/organ", "", "organ: a text expected, not 7"},
        {with("\"云溪县档案局\"", "[{\"text\": \"甲\"}]"), "TYPE", "/organ", "", ""},
        {plus(R"("organ_kind": "goverment")"), "ENUM", "/organ_kind", "government", "government, department, township"},
        {plus(R"("language": "zh")"), "ENUM", "/language", "", "zh-Hans, zh-Hant-TW, zh-Hant-HK"},
        {plus(R"("issued": "2025-02-29")"), "DATE", "/issued", "", "date of issue"},
        {plus(R"("issued": "2025-1-2")"), "DATE", "/issued", "", ""},
        {plus(R"("issued": "2025-13")"), "DATE", "/issued", "", ""},
        {plus(R"("issued": "２０２５-01")"), "FULLWIDTH-DIGITS", "/issued", "2025-01", ""},
        {plus(R"("issued": 2025)"), "TYPE", "/issued", "", ""},
        {plus(R"("title": [])"), "TEXT-EMPTY", "/title", "", ""},
        {plus(R"("title": ["甲", ""])"), "TEXT-EMPTY", "/title/1", "", "title, item 2"},
        {plus(R"("title": {})"), "TYPE", "/title", "", ""},
        {plus(R"("signature": {"organ": "甲"})"), "KEY-MISSING", "/signature/date", "", "signature"},
        {plus(R"("attachments": {})"), "TYPE", "/attachments", "", "attachments: a list expected, not {}"},
        {plus(R"("attachments": [{"title": "甲"}])"), "KEY-MISSING", "/attachments/0/body", "", "attachments, item 1"},
        {count("-1"), "COUNT-NEGATIVE", "/proactive/licences", "", "Table 2 行政许可: a count cannot be negative, it is -1"},
        {count("-0"), "COUNT-NEGATIVE", "/proactive/licences", "0", ""},
        {count("-1.5"), "COUNT-NEGATIVE", "/proactive/licences", "", ""},
        {count("12.0"), "COUNT-FRACTION", "/proactive/licences", "12", "not 12.0"},
        {count("12.5"), "COUNT-FRACTION", "/proactive/licences", "", ""},
        {count("1e3"), "COUNT-FRACTION", "/proactive/licences", "", ""},
        {count("1000000000001"), "COUNT-RANGE", "/proactive/licences", "", ""},
        {count("99999999999999999999"), "COUNT-RANGE", "/proactive/licences", "", ""},
        {count("true"), "TYPE", "/proactive/licences", "", "a count expected, not true"},
        {count("[1, 2]"), "TYPE", "/proactive/licences", "", "[…]"},
        {count("\"1\\t2\""), "TEXT-TAB", "/proactive/licences", "", ""},
        {count("\"１２\""), "FULLWIDTH-DIGITS", "/proactive/licences", "12", ""},
        {fees("-1"), "AMOUNT", "/proactive/fees_wan_yuan", "", "行政事业性收费"},
        {fees("1e3"), "AMOUNT", "/proactive/fees_wan_yuan", "", ""},
        {fees("\"１２．５\""), "FULLWIDTH-DIGITS", "/proactive/fees_wan_yuan", "12.5", ""},
        {fees("1234567890123456789012345678901"), "AMOUNT-LONG", "/proactive/fees_wan_yuan", "", ""},
        {fees("false"), "TYPE", "/proactive/fees_wan_yuan", "", ""},
        {with("[8, 2, 0, 1, 0, 1, 12],\n  \"carried_in\"", "[8, 2, 0, 1, 0],\n  \"carried_in\""), "ROW-LENGTH",
         "/applications/received", "", "Table 3 一、本年新收政府信息公开申请数量: a row has 6/7 numbers, not 5"},
        {with("[1, 0, 0, 1, 2]", "[1, 0, 0, 1, 2, 3]"), "ROW-LENGTH", "/disputes/reconsideration", "", "4/5"},
        {with("[1, 0, 0, 1, 2]", "7"), "TYPE", "/disputes/reconsideration", "", "an object or a list of numbers"},
        {with("{\"made\": 0, \"repealed\": 0, \"in_force\": 0}", "[0, 0, 0]"), "TYPE", "/proactive/rules", "", "an object"},
        {with("{\"state_secret\": [1, 1, 0, 0, 0, 0, 2]}", "[1, 1]"), "TYPE", "/applications/results/refused", "",
         "Table 3 三、（三）不予公开: an object expected"},
        {with("[1, 1, 0, 0, 0, 0, 2]", "[1, -1, 0, 0, 0, 0, 2]"), "COUNT-NEGATIVE",
         "/applications/results/refused/state_secret/1", "", "Table 3 三、（三）1.属于国家秘密 × 商业企业"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.json);
        const auto faults = faults_of(c.json);
        REQUIRE_FALSE(faults.empty());
        CHECK(faults[0].rule == c.rule);
        CHECK(faults[0].pointer == c.pointer);
        CHECK_THAT(faults[0].message(Language::en), Catch::Contains(c.sentence));
        CHECK_FALSE(faults[0].message().empty());
        CHECK(faults[0].line > 0);
        CHECK(faults[0].column > 0);
        if (!c.suggestion.empty()) CHECK(faults[0].expected == c.suggestion);
    }
}

TEST_CASE("all faults come at once, in the order of the text") {
    const auto json = with("2024", "\"2024\"", with("\"licences\": 35", "\"licences\": -1", with("\"12.50\"", "\"１\"")));
    const auto faults = faults_of(json);
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].rule == "TYPE");
    CHECK(faults[1].rule == "COUNT-NEGATIVE");
    CHECK(faults[1].line == 8);
    CHECK(faults[1].column == 15);
    CHECK(faults[2].rule == "FULLWIDTH-DIGITS");
    CHECK(faults[0].message() == "报告年度：应为四位整数，现为 \"2024\"");
}

TEST_CASE("an empty report misses every required key of the envelope") {
    std::vector<std::string> pointers;
    for (const Finding& fault : faults_of("{}")) pointers.push_back(fault.pointer);
    CHECK(pointers == std::vector<std::string>{"/format", "/organ", "/year"});
    pointers.clear();
    for (const Finding& fault : faults_of(R"({"format": "disclosure-2021"})")) pointers.push_back(fault.pointer);
    CHECK(pointers == std::vector<std::string>{"/organ", "/year", "/overview", "/proactive", "/applications", "/disputes", "/problems"});
}

TEST_CASE("keys of one's own and the schema are ignored") {
    CHECK(faults_of(plus(R"("$schema": "a", "x_note": {"y": [1]})")).empty());
    CHECK(faults_of(with("\"licences\"", "\"x_a\": -1, \"licences\"")).empty());
}

TEST_CASE("a million faults are counted, not listed") {
    std::string members;
    for (int i = 0; i < 5000; ++i) members += "\"k" + std::to_string(i) + "\":1,";
    const auto faults = faults_of("{" + members + sound.substr(1));
    REQUIRE(faults.size() == 1001);
    CHECK(faults.back().rule == "FAULTS-MORE");
    CHECK(faults.back().found == "4000");
}

TEST_CASE("a text beyond a mebibyte is a limit") {
    CHECK_THROWS_AS(read_report_json(overview(long_text((std::size_t{1} << 20) + 1))), LimitError);
    CHECK(faults_of(overview(long_text(std::size_t{1} << 20))).empty());
}

TEST_CASE("control characters in keys and values come out escaped") {
    const auto faults = faults_of(plus(R"("a\nb": 1)"));
    REQUIRE(faults.size() == 1);
    CHECK_THAT(faults[0].message(), Catch::Contains("\"a\\nb\""));
}

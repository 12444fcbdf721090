// The built-in formats as data.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/error.hpp>
#include <nianbao/report.hpp>

#include "report/format.hpp"
#include "report/format_data.hpp"
#include "report/read_format.hpp"

using namespace nianbao;
using namespace nianbao::report;

TEST_CASE("the format of 2021 is built in and prints itself") {
    const auto formats = report_formats();
    const auto found = std::find_if(formats.begin(), formats.end(), [](const ReportFormat& f) { return f.id == "disclosure-2021"; });
    REQUIRE(found != formats.end());
    CHECK_THAT(found->name.zh, Catch::Contains("〔2021〕30号"));
    CHECK_THAT(report_format_json("disclosure-2021"), Catch::Contains("\"T3-C2\""));
    CHECK_THROWS_AS(report_format_json("disclosure-1999"), TemplateError);
    CHECK_THROWS_AS(built_in_format("disclosure-1999"), TemplateError);
}

TEST_CASE("labels are as the form prints them") {
    const Format& format = built_in_format("disclosure-2021");
    CHECK(label(format, "/applications/results/refused/state_secret") == "1.属于国家秘密");
    CHECK(label(format, "/applications/results") == "三、本年度办理结果");
    CHECK(label(format, "/applications/results/refused") == "（三）不予公开");
    CHECK(label(format, "/applications/results/total") == "（七）总计");
    CHECK(label(format, "/applications/results/partly_granted") == "（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
    CHECK(label(format, "/proactive/licences") == "行政许可");
    CHECK(label(format, "/overview") == "一、总体情况");
    CHECK(label(format, "natural_person") == "自然人");
    CHECK(label(format, "total") == "总计");
    CHECK(label(format, "/applications/received/other") == "其他");
    CHECK(label(format, "outcomes/other") == "其他结果");
    CHECK_THROWS_AS(label(format, "other"), TemplateError);  // two meanings
    CHECK_THROWS_AS(label(format, "/nothing"), TemplateError);
}

TEST_CASE("the form has twenty-five rows of applications and its identities") {
    const Format& format = built_in_format("disclosure-2021");
    std::size_t rows = 0;
    for (const auto& [pointer, label] : format.labels) {
        const Field* field = find_field(format, pointer);
        rows += field != nullptr && field->kind == FieldKind::row && section_of(pointer) == "applications";
    }
    CHECK(rows == 25);
    CHECK(format.equations.size() == 7 + 7 + 25 + 3 + (7 + 2 + 3));  // and those with last year
    CHECK(format.equations[0].right.size() == 21);
    CHECK(has_narrative(format, "overview"));
    CHECK_FALSE(has_narrative(format, "applications"));
}

TEST_CASE("a format with a fault is refused with a pointer into it") {
    const std::string good = R"({"format_version": 1, "id": "a", "name": {"zh": "甲", "en": "a"},
        "column_sets": [{"id": "c", "total": "t", "columns": [{"key": "a", "label": "甲"}, {"key": "t", "label": "计"}]}],
        "sections": [{"key": "s", "kind": "group", "label": "节", "columns": "c",
                      "fields": [{"key": "r", "kind": "row", "label": "行"}]}],
        "rules": [{"id": "R", "kind": "sum", "in": "s", "for_each": "row", "total": "t", "items": ["a"],
                   "says": {"zh": "", "en": ""}, "advice": {"zh": "", "en": ""}}]})";
    CHECK_NOTHROW(read_format(good, "a"));
    const std::vector<std::array<std::string, 3>> cases = {
        {"\"format_version\": 1", "\"format_version\": 2", "/format_version"},
        {"\"kind\": \"sum\"", "\"kind\": \"product\"", "/rules/0/kind"},
        {"\"items\": [\"a\"]", "\"items\": [\"b\"]", "/rules/0"},
        {"\"columns\": \"c\"", "\"columns\": \"d\"", "/sections/0/columns"},
        {"\"in\": \"s\"", "\"in\": \"z\"", "/rules/0/in"},
        {"\"label\": \"行\"", "\"labell\": \"行\"", "/sections/0/fields/0"},
        {"\"total\": \"t\", \"columns\"", "\"total\": \"u\", \"columns\"", "/column_sets/0"},
        {"\"id\": \"a\"", "\"id\": 7", "/id"},
    };
    for (const auto& [from, to, pointer] : cases) {
        std::string text = good;
        CAPTURE(to);
        text.replace(text.find(from), from.size(), to);
        try {
            read_format(text, "a");
            FAIL("read");
        } catch (const TemplateError& error) {
            CHECK(error.where() == pointer);
        }
    }
}

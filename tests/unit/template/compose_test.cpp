// compose(): the order of the blocks, what is left out, and where texts come from.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <nianbao/error.hpp>
#include <nianbao/template.hpp>

#include "sample_report.hpp"
#include "template/bind.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

Document composed(Report::Data data) {
    return compose(report_of(std::move(data)), Template::built_in("disclosure-2021"));
}

// The template of disclosure-2021 with these blocks.
Document composed(Report::Data data, const std::string& blocks) {
    const std::string json = R"({"template_version": 1, "format": "disclosure-2021", "blocks": [)" + blocks + "]}";
    return compose(report_of(std::move(data)), Template::from_json(json));
}

template <typename Kind>
std::vector<Kind> blocks_of(const Document& document) {
    std::vector<Kind> out;
    for (const Block& block : document.blocks) {
        if (const auto* found = std::get_if<Kind>(&block)) out.push_back(*found);
    }
    return out;
}

std::string where_it_fails(const std::string& blocks) {
    try {
        composed(sample_data(), blocks);
    } catch (const TemplateError& error) {
        return fmt::format("{} {}", error.id(), error.where());
    }
    return "no fault";
}

}  // namespace

TEST_CASE("the six sections follow each other under their official headings") {
    std::vector<std::string> heads;
    for (const Heading& heading : blocks_of<Heading>(composed(sample_data()))) {
        if (heading.level == 1) heads.push_back(fmt::format("{}{}", heading.numeral.value_or("?"), heading.text.plain()));
    }
    CHECK(heads == std::vector<std::string>{
        "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"});
}

TEST_CASE("the title is one block, a line per line, each from its place") {
    const Document document = composed(sample_data());
    const auto& title = std::get<Paragraph>(document.blocks.front());
    CHECK(title.style == "title");
    CHECK(title.text.plain() == "甲县人民政府\n2024年政府信息公开工作年度报告");
    CHECK(title.text.runs.back().origin.pointer == "/title/1");
    CHECK(std::get<BlankLines>(document.blocks[1]).count == 1);
}

TEST_CASE("the document says what it is, whose, and when it was issued") {
    const Document document = composed(sample_data());
    CHECK(document.title.find("2024年政府信息公开工作年度报告") != std::string::npos);
    CHECK(document.author == "甲县人民政府");
    CHECK(document.language == "zh-Hans");
    CHECK(document.created == "2025-01-20");
}

TEST_CASE("narratives are the report's own blocks, their origins kept") {
    const Document document = composed(sample_data());
    const auto headings = blocks_of<Heading>(document);
    CHECK(headings[1].level == 2);
    CHECK(headings[1].text.plain() == "主动公开");
    const auto paragraphs = blocks_of<Paragraph>(document);
    CHECK(paragraphs[1].text.runs.front().origin == Origin{"/overview/0", 3});
}

TEST_CASE("an empty last section says so, one with text does not") {
    const auto last = [](const Document& document) { return blocks_of<Paragraph>(document).back().text.plain(); };
    CHECK(last(composed(sample_data())) == "无。");
    Report::Data data = sample_data();
    data.narratives["other_matters"] = {Paragraph{}};
    CHECK(last(composed(data)) == "无。");
    data.narratives["other_matters"] = {Paragraph{.text = "未收取信息处理费。"}};
    CHECK(last(composed(data)) == "未收取信息处理费。");
}

TEST_CASE("subtitle, preamble and signature are there only when the report has them") {
    const Document without = composed(sample_data());
    CHECK(blocks_of<Signature>(without).empty());
    Report::Data data = sample_data();
    data.subtitle = report::PointedText{"（2025年1月20日）", {"/subtitle", 0}};
    data.narratives["preamble"] = {Paragraph{.text = "引言。"}};
    data.signature = report::SignatureData{"甲县人民政府", "2025-01-20", {"/signature/organ", 0}, {"/signature/date", 0}};
    const Document with = composed(data);
    CHECK(with.blocks.size() == without.blocks.size() + 3);
    const auto paragraphs = blocks_of<Paragraph>(with);
    CHECK(paragraphs[1].style == "subtitle");
    CHECK(paragraphs[1].origin.pointer == "/subtitle");
    CHECK(paragraphs[2].text.plain() == "引言。");
    const auto signature = blocks_of<Signature>(with).front();
    CHECK(signature.organ.plain() == "甲县人民政府");
    CHECK(signature.date.plain() == "2025年1月20日");
    CHECK(signature.date.runs.front().origin.pointer == "/signature/date");
}

TEST_CASE("dates are printed without leading zeros, other texts as they are") {
    CHECK(templating::printed_date("2025-01-05") == "2025年1月5日");
    CHECK(templating::printed_date("2025-11") == "2025年11月");
    for (const char* text : {"2025年1月20日", "", "2025-1-5", "2025-01-05T00", "20250105", "2025-01-0５"}) {
        CHECK(templating::printed_date(text) == text);
    }
}

TEST_CASE("each annex begins on a new page with mark, title and headings from one") {
    Report::Data data = sample_data();
    const Heading heading{.level = 1, .text = "依据"};
    data.attachments = {{"公开事项清单", {"/attachments/0/title", 0}, {heading, heading}},
                        {"平台一览", {"/attachments/1/title", 0}, {Paragraph{.text = "略。"}}}};
    const Document document = composed(data);
    CHECK(blocks_of<PageBreak>(document).size() == 2);
    std::vector<std::string> marks;
    for (const Paragraph& paragraph : blocks_of<Paragraph>(document)) {
        if (paragraph.style.find("annex") == 0) marks.push_back(fmt::format("{} {}", paragraph.style, paragraph.text.plain()));
    }
    CHECK(marks == std::vector<std::string>{"annex-mark 附件1", "annex-title 公开事项清单",
                                            "annex-mark 附件2", "annex-title 平台一览"});
    const auto headings = blocks_of<Heading>(document);
    CHECK(headings[headings.size() - 2].restart);
    CHECK(!headings.back().restart);

    data.attachments.pop_back();
    bool unnumbered = false;
    for (const Paragraph& paragraph : blocks_of<Paragraph>(composed(data))) {
        if (paragraph.style == "annex-mark") unnumbered = paragraph.text.plain() == "附件";
    }
    CHECK(unnumbered);
}

TEST_CASE("a block whose field is absent is dropped") {
    const std::string blocks = R"({"when": "/subtitle", "blank_lines": 2}, {"when": "/organ", "blank_lines": 1},
        {"when": "/signature", "page_break": true}, {"when": "/preamble", "heading": 1, "text": "引言"},
        {"when": "/overview", "heading": 1, "text": "概况"}, {"when": "/applications", "heading": 2, "text": "申请"})";
    const Document document = composed(sample_data(), blocks);
    REQUIRE(document.blocks.size() == 3);
    CHECK(std::get<BlankLines>(document.blocks[0]).count == 1);
    CHECK(std::get<Heading>(document.blocks[1]).text.plain() == "概况");
}

TEST_CASE("inside each, fields and conditions are those of the item") {
    Report::Data data = sample_data();
    data.attachments = {{"甲", {"/attachments/0/title", 0}, {}}, {"", {}, {Paragraph{.text = "乙的正文"}}}};
    const std::string blocks = R"({"each": "/attachments", "blocks": [
        {"when": "title", "paragraph": [{"field": "number"}, {"field": "title"}]},
        {"when": "body", "narrative": "body"}]})";
    const auto paragraphs = blocks_of<Paragraph>(composed(data, blocks));
    REQUIRE(paragraphs.size() == 2);
    CHECK(paragraphs[0].text.plain() == "1甲");
    CHECK(paragraphs[0].text.runs[1].origin.pointer == "/attachments/0/title");
    CHECK(paragraphs[1].text.plain() == "乙的正文");
    const std::string nested = R"({"each": "/attachments", "blocks": [{"each": "/attachments", "blocks": []}]})";
    CHECK_THROWS_AS(composed(data, nested), TemplateError);
}

TEST_CASE("a field that the format does not have is a fault at its place in the template") {
    CHECK(where_it_fails(R"({"paragraph": {"field": "/organ_name"}})") == "TEMPLATE-FIELD /blocks/0/paragraph/field");
    CHECK(where_it_fails(R"({"paragraph": ["甲", {"label": "/proactive/rule"}]})") ==
          "TEMPLATE-FIELD /blocks/0/paragraph/1/label");
    CHECK(where_it_fails(R"({"narrative": "/overveiw"})") == "TEMPLATE-FIELD /blocks/0");
    CHECK(where_it_fails(R"({"when": "/nothing", "blank_lines": 1})") == "TEMPLATE-FIELD /blocks/0");
    CHECK(where_it_fails(R"({"paragraph": {"field": "title"}})") == "TEMPLATE-FIELD /blocks/0/paragraph/field");
    CHECK(where_it_fails(R"({"each": "/overview", "blocks": []})") == "TEMPLATE-FIELD-EACH /blocks/0");
    CHECK(where_it_fails(R"({"table": {"columns": [{}, {}, {}], "column_keys": ["made", "repealed", "in_fource"],
                             "rows": [{"cells": [{"each_column": "/proactive/rules"}]}]}})") ==
          "TEMPLATE-FIELD /blocks/0/table/rows/0/cells/0/each_column");
    CHECK(where_it_fails(R"({"table": {"section": "/applicaitons", "columns": [{}], "rows": [{"cells": ["甲"]}]}})") ==
          "TEMPLATE-FIELD /blocks/0/table");
}

TEST_CASE("a template for another format is refused") {
    const Template other = Template::from_json(R"({"template_version": 1, "format": "summary", "blocks": []})");
    CHECK_THROWS_AS(compose(sample_report(), other), TemplateError);
}

TEST_CASE("texts may mix words, fields and labels, each in its own look") {
    const std::string blocks = R"({"paragraph": ["截至", {"field": "/issued"}, "，",
        {"label": "/proactive/rules", "style": "kai"}, {"field": "/proactive/rules/made"}, "件"]})";
    const auto text = blocks_of<Paragraph>(composed(sample_data(), blocks)).front().text;
    CHECK(text.plain() == "截至2025年1月20日，规章1000件");
    CHECK(text.runs[1].origin.pointer == "/issued");
    CHECK(text.runs[3].style == "kai");
    CHECK(text.runs[4].origin.pointer == "/as-written/proactive/rules/made");
}

// A text becomes a report: front matter, headings, lists, tables.
#include <nianbao/intake.hpp>

#include <catch2/catch.hpp>

#include <nianbao/error.hpp>

#include "base/json.hpp"
#include "unit/intake/notes_of.hpp"

using namespace nianbao;
using namespace nianbao::intake;

namespace {

json::Value imported(const std::string& text, ImportOptions options = {}) {
    return json::parse(import_text(text, options).json, "");
}

std::string at(const json::Value& value, std::initializer_list<const char*> keys) {
    const json::Value* here = &value;
    for (const char* key : keys) {
        if (here->is(json::Kind::array)) {
            const auto index = static_cast<std::size_t>(std::stoi(key));
            if (index >= here->items.size()) return "(none)";
            here = &here->items[index];
        } else {
            here = here->find(key);
            if (here == nullptr) return "(none)";
        }
    }
    return here->text.empty() && !here->is(json::Kind::string) ? json::dump(*here) : here->text;
}

const ImportOptions as_2021{.format = "disclosure-2021", .organ = "某局", .year = 2024};

}  // namespace

TEST_CASE("Title, organ, year, source and date come from the lines before the text") {
    const json::Value report = imported(
        "首页 > 年报\n青川县2023年政府信息公开工作年度报告\n来源:青川县人民政府办公室  2024-01-20 09:30\n【字体:大 中】\n\n一、总体情况\n稳步推进。",
        {.format = "disclosure-2021"}
    );
    CHECK(at(report, {"title"}) == "青川县2023年政府信息公开工作年度报告");
    CHECK(at(report, {"organ"}) == "青川县人民政府办公室");
    CHECK(at(report, {"year"}) == "2023");
    CHECK(at(report, {"issued"}) == "2024-01-20");
    CHECK(at(report, {"overview", "0", "paragraph"}) == "稳步推进。");
}

TEST_CASE("An organ between year and work is found, a missing one is told") {
    CHECK(at(imported("2024年青川县财政局政府信息公开工作年度报告\n一、总体情况\n好。", {.format = "disclosure-2021"}), {"organ"}) == "青川县财政局");
    const ImportedReport none = import_text("一、总体情况\n好。", {.format = "disclosure-2021", .organ = {}, .year = 2024});
    CHECK(told(none.findings) == Strings{"IMPORT-ORGAN 1:1"});
}

TEST_CASE("Headings by numeral, with run-in text, restart and a lost numeral") {
    const json::Value report = imported(
        "一、总体情况\n(一)主动公开。全年公开12条。\n（二）、依申请公开\n没有收到申请。\n1、培训。办班3期。\n2、宣传。印发手册。\n一、补充\n、其他需要报告的事项\n无。",
        as_2021
    );
    const std::initializer_list<const char*> first = {"overview", "0"};
    CHECK(at(report, first) == R"({"heading":2,"text":"主动公开。","run_in":"全年公开12条。"})");
    CHECK(at(report, {"overview", "1", "text"}) == "依申请公开");
    CHECK(at(report, {"overview", "3", "heading"}) == "3");
    CHECK(at(report, {"overview", "5", "restart"}) == "true");
    CHECK(at(report, {"other_matters", "0", "paragraph"}) == "无。");
}

TEST_CASE("A series of 一是 is a list whose items go on in the paragraphs between") {
    const json::Value report = imported("一、总体情况\n一是加强指导。\n为确保不漏报，严格审查。\n二是创新形式。\n总之，成效明显。", as_2021);
    CHECK(at(report, {"overview", "0", "style"}) == "一是");
    CHECK(at(report, {"overview", "0", "list", "0", "1", "paragraph"}) == "为确保不漏报，严格审查。");
    CHECK(at(report, {"overview", "0", "list", "1"}) == "创新形式。");
    CHECK(at(report, {"overview", "1", "paragraph"}) == "总之，成效明显。");
}

TEST_CASE("One 一是 with its fellows in the same paragraph is no list") {
    CHECK(at(imported("一、总体情况\n一是加强指导；二是创新形式。", as_2021), {"overview", "0", "paragraph"}) == "一是加强指导；二是创新形式。");
}

TEST_CASE("A 二 that was lost between 一是 and 三是 is put back and told") {
    const ImportedReport report = import_text("一、总体情况\n一是学习。\n是规范公开。\n三是扩大范围。", as_2021);
    CHECK(at(json::parse(report.json, ""), {"overview", "0", "list", "1"}) == "规范公开。");
    CHECK(told(report.findings) == Strings{"IMPORT-NUMERAL-LOST 3:1"});
}

TEST_CASE("Numbered sentences in a row are a list, numbered heads are headings") {
    CHECK(at(imported("一、总体情况\n1.公开规划。\n2.公开收支。", as_2021), {"overview", "0", "style"}) == "1.");
    CHECK(at(imported("一、总体情况\n1.网站。建成专栏。\n2.公告栏。设点48个。", as_2021), {"overview", "0", "heading"}) == "3");
}

TEST_CASE("A head that ran into its text is parted") {
    const ImportedReport report = import_text("四、收费和减免情况暂不收费。", {.format = "disclosure-2021", .organ = "某局", .year = 2024, .keep = false});
    CHECK(report.json.find("\"暂不收费。\"") != std::string::npos);
    CHECK(told(report.findings).back() == "IMPORT-HEAD-FUSED 1:10 收费和减免情况");
}

TEST_CASE("Date and organ at the end are the signature") {
    const json::Value report = imported("一、总体情况\n稳步推进，成效明显。\n青川县中学\n2024年1月", as_2021);
    CHECK(at(report, {"signature"}) == R"({"organ":"青川县中学","date":"2024年1月"})");
}

TEST_CASE("A first line that addresses an organ is the salutation") {
    const std::string text = "县政务公开办：\n现将我局工作情况报告如下。\n一、做法\n好。";
    const json::Value report = imported(text, {.format = "summary"});
    CHECK(at(report, {"salutation"}) == "县政务公开办：");
    CHECK(at(report, {"body", "0", "paragraph"}) == "现将我局工作情况报告如下。");
    CHECK(at(imported(text, as_2021), {"preamble", "0", "paragraph"}) == "县政务公开办：");
}

TEST_CASE("The format is found from tables and year; a text without tables is a summary") {
    CHECK(import_text("一、做法\n好。", {}).format == "summary");
    CHECK(import_text("二、主动公开\n规章\t1\t2\t3\n行政许可\t5", {.year = 2023}).format == "disclosure-2021");
    CHECK(import_text("二、主动公开\n规范性文件\t1\t2\t3\n其他对外管理服务事项\t5\t0\t7", {.year = 2019}).format == "disclosure-2019");
}

TEST_CASE("With keep no character changes and no line goes") {
    const ImportedReport report = import_text("首页 > 年报\n一、总体情况\n今年,我县(区)公开..条", {.format = "disclosure-2021", .organ = "某局", .year = 2024, .keep = true});
    CHECK(report.json.find("今年,我县(区)公开..条") != std::string::npos);
    CHECK(report.json.find("首页 > 年报") != std::string::npos);
    CHECK(report.findings.empty());
}

TEST_CASE("GB18030 is recognised and read") {
    const std::string gb = "\xD2\xBB\xA1\xA2\xD7\xDC\xCC\xE5\xC7\xE9\xBF\xF6\n\xBA\xC3\xA1\xA3";  // 一、总体情况 / 好。
    const ImportedReport report = import_text(gb, as_2021);
    CHECK(at(json::parse(report.json, ""), {"overview", "0", "paragraph"}) == "好。");
    CHECK(report.findings.front().rule == "IMPORT-GB18030");
}

TEST_CASE("What is no text, or empty, is refused") {
    CHECK_THROWS_AS(import_text("\xFF\xFE\x41", {}), FileError);
    CHECK_THROWS_AS(import_text(" \n\t\n", {}), FileError);
    CHECK_THROWS_AS(import_text("一、好", {.format = "disclosure-1999"}), TemplateError);
}

TEST_CASE("Official tables are read by their labels, blanks are null") {
    const ImportedReport report = import_text(
        "一、总体情况\n好。\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n行政规范性文件\t4\t\t6\n"
        "信息内容\t本年处理决定数量\n行政许可\t75\n"
        "三、收到和处理政府信息公开申请情况\n| 一、本年新收政府信息公开申请数量 |  |  | 1 | 2 | 0 | 0 | 0 | 0 | 3 |\n"
        "|  | （六）其他处理 | 3.其他 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| 合计 | 5 |\n",
        as_2021
    );
    const json::Value value = json::parse(report.json, "");
    CHECK(at(value, {"proactive", "rules"}) == R"({"made":1,"repealed":2,"in_force":3})");
    CHECK(at(value, {"proactive", "normative_documents", "repealed"}) == "null");
    CHECK(at(value, {"proactive", "licences"}) == "75");
    CHECK(at(value, {"applications", "received", "business"}) == "2");
    CHECK(at(value, {"applications", "results", "other", "other", "total"}) == "1");
    CHECK(at(value, {"applications", "carried_out", "total"}) == "0");
    CHECK(told(report.findings) == Strings{"IMPORT-FORM-TEXT 4:1 1", "IMPORT-BLANK 7:1 1", "IMPORT-TABLE-ROW 14:1 合计 | 5"});
}

TEST_CASE("Table four is read from fifteen numbers side by side") {
    const json::Value value = imported(
        "四、行政复议、行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
        "1\t0\t0\t2\t3\t4\t0\t0\t0\t4\t0\t0\t0\t0\t0\n", as_2021);
    CHECK(at(value, {"disputes", "reconsideration"}) == R"({"upheld":1,"corrected":0,"other":0,"pending":2,"total":3})");
    CHECK(at(value, {"disputes", "litigation_direct", "upheld"}) == "4");
}

TEST_CASE("Reports one after the other are parted where the chapters begin again") {
    const std::string opening = "今年以来，我局按照上级部署扎实推进政务公开各项工作，取得了较好成效，现将有关情况报告如下：";
    const std::string text = "范文（通用2篇）\n" + opening + "\n一、做法\n好。\n二、打算\n下一步打算：\n一、学习\n好。\n" + opening + "\n一、做法\n好。";
    CHECK(split_reports(text) == std::vector<LineRange>{{2, 8}, {9, 11}});
    CHECK(split_reports("一、做法\n好。\n二、打算\n好。") == std::vector<LineRange>{{1, 4}});
}

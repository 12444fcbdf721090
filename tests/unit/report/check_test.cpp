// The rules of the format of 2021, each with the smallest report that breaks it.
#include "samples.hpp"

#include <nianbao/report.hpp>

#include "report/report_data.hpp"

using namespace nianbao;
using namespace samples;

TEST_CASE("T3-C1: a total that is not the sum of its items is told with both numbers") {
    const auto json = with("\"total\": [8, 2, 0, 1, 0, 1, 12]", "\"total\": [8, 2, 0, 1, 0, 3, 12]");
    const auto findings = findings_of(json);
    REQUIRE(findings.size() == 3);  // the column also unbalances the row and the four numbers
    const Finding& finding = findings[0];
    CHECK(finding.rule == "T3-C1");
    CHECK(finding.severity == Severity::error);
    CHECK(finding.pointer == "/applications/results/total/5");
    CHECK(finding.line == 16);
    CHECK(finding.column == 29);
    CHECK(finding.expected == "1");
    CHECK(finding.found == "3");
    CHECK(finding.place.zh == "表三 三、（七）总计 × 其他");
    CHECK(finding.place.en == "Table 3 三、（七）总计 × 其他");
    CHECK(finding.message() == "表三 三、（七）总计 × 其他：填写 3，分项合计 1，相差 2");
    CHECK(finding.message(Language::en) == "Table 3 三、（七）总计 × 其他: given 3, items sum to 1, difference 2");
    CHECK_FALSE(finding.hint().empty());
}

TEST_CASE("T3-C2: a column that does not balance is told with both sides") {
    const auto json = with("\"carried_in\": [1, 0, 0, 0, 0, 0, 1]", "\"carried_in\": [1, 3, 0, 0, 0, 0, 4]");
    const auto findings = findings_of(json);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "T3-C2");
    CHECK(findings[0].pointer == "/applications/results/total/1");
    CHECK(findings[0].expected == "5");
    CHECK(findings[0].found == "2");
    CHECK(findings[0].message() == "表三 商业企业：第一项加第二项 5，第三项加第四项 2，相差 3");
    CHECK(findings[0].message(Language::en) ==
          "Table 3 商业企业: items one and two sum to 5, items three and four to 2, difference 3");
    CHECK(findings[1].pointer == "/applications/results/total/6");
    CHECK(findings[1].place.zh == "表三 总计");
}

TEST_CASE("T3-R: a row whose total is not the sum of the applicants") {
    const auto findings = findings_of(with("[2, 0, 0, 0, 0, 0, 2]", "{\"自然人\": 2, \"business\": 0, \"research\": 0, "
                                           "\"public_interest\": 0, \"legal_service\": 0, \"其他\": 0, \"总计\": 5}"));
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "T3-R");
    CHECK(findings[0].pointer == "/applications/results/other/fee_unpaid/总计");
    CHECK(findings[0].message() == "表三 三、（六）2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 × 总计：填写 5，分项合计 2，相差 3");
    CHECK(findings[1].rule == "T3-C1");
}

TEST_CASE("T4-G: a group whose total is not the sum of its outcomes") {
    const auto findings = findings_of(with("[1, 0, 0, 1, 2]", "[1, 0, 0, 1, 7]"));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "T4-G");
    CHECK(findings[0].pointer == "/disputes/reconsideration/4");
    CHECK(findings[0].message() == "表四 行政复议 × 总计：填写 7，分项合计 2，相差 5");
}

TEST_CASE("CELL-1: text or nothing in the place of a number silences its sums") {
    const auto findings = findings_of(with("[1, 0, 0, 1, 2]", "[1, 0, \"/\", null, 7]"));
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "CELL-1");
    CHECK(findings[0].severity == Severity::error);
    CHECK(findings[0].pointer == "/disputes/reconsideration/2");
    CHECK(findings[0].message() == "表四 行政复议 × 其他结果：应为数字，现为 \"/\"");
    CHECK(findings[1].message(Language::en) == "Table 4 行政复议 × 尚未审结: a number is expected, not null");
    CHECK(findings_of(with("\"12.50\"", "\"251000元\""))[0].pointer == "/proactive/fees_wan_yuan");
    CHECK(findings_of(with("\"12.50\"", "null"))[0].rule == "CELL-1");
}

TEST_CASE("CELL-1 is a warning when the report is printed as it stands") {
    const auto json = with("[1, 0, 0, 1, 2]", "[1, 0, \"１２４件\", null, 7]");
    const auto findings = findings_of(json, {.as_printed = true});
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].severity == Severity::warning);
    const Report report = read_report_json(json, {.as_printed = true});
    CHECK(report.data().as_printed);
    CHECK(report.data().cells.at("/disputes/reconsideration/other").shown == "１２４件");
    CHECK(report.data().cells.at("/disputes/reconsideration/pending").shown.empty());
}

TEST_CASE("a total that cannot be worked out is told") {
    const auto findings = findings_of(with("[1, 0, 0, 1, 2]", "[1, 0, 0, \"/\"]"));
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "CELL-1");
    CHECK(findings[0].pointer == "/disputes/reconsideration/4");
    CHECK(findings[0].message(Language::en) == "Table 4 行政复议 × 总计: absent, and cannot be summed because an item is no number");
}

TEST_CASE("ROW-1: an absent row counts as zeros and is told for information") {
    const Report report = read_report_json(with("  \"carried_in\": [1, 0, 0, 0, 0, 0, 1],\n", ""));
    std::vector<Finding> rows;
    for (const Finding& finding : check(report)) {
        if (finding.rule == "ROW-1") rows.push_back(finding);
    }
    REQUIRE(rows.size() == 19);  // 24 rows beside the total, 5 of them given
    CHECK(rows[0].severity == Severity::information);
    CHECK(rows[0].pointer == "/applications/carried_in");
    CHECK(rows[0].message() == "表三 二、上年结转政府信息公开申请数量：未填写，按 0 计");
    CHECK(rows[0].message(Language::en) == "Table 3 二、上年结转政府信息公开申请数量: absent, counted as zeros");
    CHECK(rows[0].line == 9);
    const auto& absent = report.data().absent_rows;
    CHECK(absent.size() == rows.size());
    CHECK(std::find(absent.begin(), absent.end(), "/applications/results/not_processed/petition") != absent.end());
}

TEST_CASE("errors come first, then warnings, then information") {
    const auto findings = check(read_report_json(
        with("[1, 0, 0, 1, 2]", "[1, 0, 0, 1, 7]", with("\"总体平稳。\"", "\"总体\\u200b平稳。\""))));
    REQUIRE(findings.size() > 2);
    CHECK(findings[0].rule == "T4-G");
    CHECK(findings[1].rule == "CHAR-INVISIBLE");
    CHECK(findings[2].severity == Severity::information);
}

TEST_CASE("a total that was left out makes no finding of its own, but the balance is still checked") {
    const auto json = with("\"received\": [8, 2, 0, 1, 0, 1, 12]", "\"received\": [9, 2, 0, 1, 0, 1]",
                           with(",\n   \"total\": [8, 2, 0, 1, 0, 1, 12]", ""));
    const auto findings = findings_of(json);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "T3-C2");
    CHECK(findings[0].pointer == "/applications/carried_out/0");
    CHECK(findings[1].place.zh == "表三 总计");
}

TEST_CASE("sums of the largest counts do not overflow") {
    std::string json = sound;
    const auto findings = findings_of(with("\"granted\": [5, 1, 0, 1, 0, 1, 8]",
                                           "\"granted\": [1000000000000, 1000000000000, 1000000000000, 1000000000000, "
                                           "1000000000000, 1000000000000, 1000000000000]"));
    REQUIRE_FALSE(findings.empty());
    CHECK(findings[0].rule == "T3-R");
    CHECK(findings[0].expected == "6000000000000");
}

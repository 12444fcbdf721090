// A report as it is read: typed, pointed, totals worked out.
#include "samples.hpp"

#include <filesystem>

#include "report/report_data.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace samples;

TEST_CASE("organ, year and title are read; the title is made of them when absent") {
    const Report report = read_report_json(sound);
    CHECK(report.format() == "disclosure-2021");
    CHECK(report.organ() == "云溪县档案局");
    CHECK(report.year() == 2024);
    CHECK(report.title() == "云溪县档案局2024年政府信息公开工作年度报告");
    REQUIRE(report.data().title.size() == 2);
    CHECK(report.data().title[0].origin == Origin{"/organ", 0});
    CHECK(report.data().title[1].origin.pointer == "/year");
}

TEST_CASE("a title is one text, lines in a text, or a list of lines") {
    CHECK(read_report_json(plus(R"("title": "甲")")).data().title.size() == 1);
    const auto lines = read_report_json(plus("\"title\": \"甲\\n乙\"")).data().title;
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].text == "乙");
    CHECK(lines[1].origin == Origin{"/title", 4});
    const auto list = read_report_json(plus(R"("title": ["甲", "乙"])")).data().title;
    REQUIRE(list.size() == 2);
    CHECK(list[1].origin == Origin{"/title/1", 0});
}

TEST_CASE("every number stands under its canonical pointer and knows where it was written") {
    const Report::Data data = read_report_json(sound).data();
    CHECK(data.cells.size() == 3 + 3 + 4 + 25 * 7 + 3 * 5);
    const auto& cell = data.cells.at("/applications/received/business");
    CHECK(cell.number == 2);
    CHECK(cell.shown == "2");
    CHECK(cell.pointer == "/applications/received/1");
    CHECK(cell.line == 10);
    CHECK(cell.column == 19);
    CHECK(cell.given);
    CHECK(data.cells.at("/disputes/litigation_after_reconsideration/pending").pointer ==
          "/disputes/litigation_after_reconsideration/pending");
    const auto& zero = data.cells.at("/applications/results/not_processed/petition/total");
    CHECK(zero.number == 0);
    CHECK(zero.shown == "0");
    CHECK_FALSE(zero.given);
    CHECK(zero.pointer == "/applications/results/not_processed/petition/total");
}

TEST_CASE("an amount keeps its digits") {
    for (const std::string digits : {"12.50", "0", "96171.6000", "007"}) {
        const auto cell = read_report_json(with("12.50", digits)).data().cells.at("/proactive/fees_wan_yuan");
        CHECK(cell.kind == report::CellKind::amount);
        CHECK(cell.shown == digits);
    }
    CHECK(read_report_json(with("\"12.50\"", "12.50")).data().cells.at("/proactive/fees_wan_yuan").shown == "12.50");
}

TEST_CASE("official labels are accepted wherever a key stands in the tables") {
    const std::string json = with(
        "\"refused\": {\"state_secret\": [1, 1, 0, 0, 0, 0, 2]}",
        "\"不予公开\": {\"属于国家秘密\": {\"自然人\": 1, \"商业企业\": 1, \"科研机构\": 0, \"社会公益组织\": 0, \"法律服务机构\": 0, \"其他\": 0}}",
        with("\"reconsideration\"", "\"行政复议\"", with("\"licences\"", "\"行政许可\"",
             with("\"made\": 2", "\"本年制发件数\": 2"))));
    const Report::Data data = read_report_json(json).data();
    const auto& cell = data.cells.at("/applications/results/refused/state_secret/natural_person");
    CHECK(cell.number == 1);
    CHECK(cell.pointer == "/applications/results/不予公开/属于国家秘密/自然人");
    CHECK(data.cells.at("/applications/results/refused/state_secret/total").number == 2);
    CHECK(data.cells.at("/disputes/reconsideration/upheld").pointer == "/disputes/行政复议/0");
    CHECK(data.cells.at("/proactive/licences").number == 35);
    CHECK(data.cells.at("/proactive/normative_documents/made").number == 2);
}

TEST_CASE("totals that are absent are computed, in rows and over rows; given ones are kept") {
    const std::string json = with("\"received\": [8, 2, 0, 1, 0, 1, 12]", "\"received\": [8, 2, 0, 1, 0, 1]",
                                  with(",\n   \"total\": [8, 2, 0, 1, 0, 1, 12]", "",
                                       with("\"pending\": 0, \"total\": 0", "\"pending\": 3")));
    const Report::Data data = read_report_json(json).data();
    const auto& row = data.cells.at("/applications/received/total");
    CHECK(row.number == 12);
    CHECK(row.shown == "12");
    CHECK(row.computed);
    CHECK_FALSE(row.given);
    CHECK(data.cells.at("/applications/results/total/natural_person").number == 8);
    CHECK(data.cells.at("/applications/results/total/total").number == 12);
    CHECK(data.cells.at("/applications/results/total/total").computed);
    CHECK(data.cells.at("/disputes/litigation_after_reconsideration/total").number == 3);
    CHECK_FALSE(data.cells.at("/disputes/reconsideration/total").computed);
    CHECK(findings_of(json).empty());
    const Report::Data kept = read_report_json(with("[1, 0, 0, 1, 2]", "[1, 0, 0, 1, 9]")).data();
    CHECK(kept.cells.at("/disputes/reconsideration/total").number == 9);
}

TEST_CASE("the largest count is read and one more is a fault") {
    CHECK(read_report_json(with("35", "1000000000000")).data().cells.at("/proactive/licences").number == 1'000'000'000'000);
    CHECK(faults_of(with("35", "1000000000001"))[0].rule == "COUNT-RANGE");
}

TEST_CASE("signature, issue date, language and attachments are read") {
    const Report::Data data = read_report_json(plus(
        R"("issued": "2024-02-29", "language": "zh-Hant-TW", "organ_kind": "department", "subtitle": "签注",
           "signature": {"date": "2025年1月20日"}, "attachments": [{"title": "甲", "body": "乙\n丙"}])")).data();
    CHECK(data.issued == "2024-02-29");
    CHECK(data.language == "zh-Hant-TW");
    CHECK(data.organ_kind == "department");
    CHECK(data.subtitle->origin.pointer == "/subtitle");
    REQUIRE(data.signature);
    CHECK(data.signature->organ == "云溪县档案局");
    CHECK(data.signature->organ_origin.pointer == "/organ");
    CHECK(data.signature->date == "2025年1月20日");
    REQUIRE(data.attachments.size() == 1);
    CHECK(data.attachments[0].title == "甲");
    CHECK(data.attachments[0].body.size() == 2);
}

TEST_CASE("a narrative that is absent is absent, an empty one is empty") {
    CHECK(read_report_json(sound).data().narratives.count("other_matters") == 0);
    const Report report = read_report_json(plus(R"("other_matters": "")"));
    REQUIRE(report.data().narratives.count("other_matters") == 1);
    CHECK(report.data().narratives.at("other_matters").empty());
}

TEST_CASE("a report is read from a file, whose name stands in the faults of JSON") {
    CHECK_THROWS_AS(read_report("/nowhere/at-all.json"), FileError);
    CHECK(read_report(test::root() + "/tests/formats/disclosure-2021/good.json").organ() == "云溪县档案局");
    CHECK_THROWS_AS(read_report(test::root() + "/CMakeLists.txt"), JsonError);
    try {
        read_report(test::root() + "/CMakeLists.txt");
    } catch (const JsonError& error) {
        CHECK(error.where() == test::root() + "/CMakeLists.txt");
        CHECK(error.line() == 1);
    }
}

TEST_CASE("a real published report has no finding of severity error") {
    const std::filesystem::path file = test::root() + "/../shared/real/huaian-2024.json";
    if (!std::filesystem::exists(file)) return;
    const Report report = read_report(file);
    CHECK(report.data().cells.at("/applications/results/refused/state_secret/natural_person").number == 2);
    for (const Finding& finding : check(report)) CHECK(finding.severity != Severity::error);
}

TEST_CASE("what a program wrote has findings without lines") {
    const auto unknown_key = [](bool made_by_program) {
        try {
            read_report_json(R"({"format": "disclosure-2021", "nonsense": 1})", {.made_by_program = made_by_program});
        } catch (const ReportError& error) {
            for (const Finding& finding : error.findings()) {
                if (finding.rule == "KEY-UNKNOWN") return finding;
            }
        }
        return Finding{};
    };
    CHECK(unknown_key(false).line == 1);
    CHECK(unknown_key(true).line == 0);
    CHECK(unknown_key(true).column == 0);
    CHECK(unknown_key(true).pointer == "/nonsense");
    CHECK(unknown_key(false).pointer == "/nonsense");
}

// The family of 2019: signed counts, amounts with units, blanks, label notes and extra rows.
#include "samples.hpp"

#include "report/format.hpp"
#include "report/report_data.hpp"

#include "base/file.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace samples;

namespace {

std::string sample_of_2019(const char* name = "good.json") {
    return read_file(test::root() + "/tests/formats/disclosure-2019/" + name, 1 << 20);
}

Report read_2019(const char* name = "good.json") { return read_report_json(sample_of_2019(name)); }

const report::CellValue& cell(const Report& report, const std::string& pointer) { return report.data().cells.at(pointer); }

}  // namespace

TEST_CASE("a signed count keeps its sign as given and counts with it") {
    const Report report = read_2019();
    CHECK(cell(report, "/proactive/licences/change").shown == "+3");
    CHECK(cell(report, "/proactive/licences/change").number == 3);
    CHECK(cell(report, "/proactive/other_services/change").shown == "-8");
    CHECK(cell(report, "/proactive/other_services/change").number == -8);
    CHECK(cell(report, "/proactive/fees/change").number == -1);
}

TEST_CASE("an amount keeps its unit as given") {
    CHECK(cell(read_2019(), "/proactive/procurement/amount").shown == "42.6815万元");
    for (const char* amount : {"\"251000元\"", "\"0\"", "0", "\"1.5亿元\""}) {
        const auto json = with("\"42.6815万元\"", amount, sample_of_2019());
        CHECK(findings_of(json).empty());
    }
    CHECK(findings_of(with("\"42.6815万元\"", "\"42元整\"", sample_of_2019()))[0].rule == "CELL-1");
}

TEST_CASE("label notes are found by keys and by labels, a slash inside a label included") {
    const Report report = read_2019();
    const auto& notes = report.data().label_notes;
    REQUIRE(notes.size() == 3);
    CHECK(notes.at("/proactive/rules").text == "（设区的市以上填写）");
    CHECK(notes.at("/proactive/licences/previous_items").text == "（指2019年事项数）");
    CHECK(notes.at("/proactive/licences/change").text == "（减用负值表示，如-8）");
    CHECK(notes.at("/proactive/licences/change").origin.pointer == "/proactive/label_notes/行政许可~1本年增~1减");
}

TEST_CASE("an extra row has the columns of the row it follows") {
    const Report report = read_2019();
    REQUIRE(report.data().extra_rows.size() == 1);
    const auto& row = report.data().extra_rows[0];
    CHECK(row.after == "/proactive/normative_documents");
    CHECK(row.pointer == "/proactive/extra_rows/0");
    CHECK(cell(report, "/proactive/extra_rows/0/in_public_total").number == 52);
    CHECK(cell(report, "/proactive/extra_rows/0/in_public_total").pointer == "/proactive/extra_rows/0/values/in_public_total");
}

TEST_CASE("blanks of the family of 2019 count as zero in sums, but a blank total is unknown") {
    const Report report = read_2019("good-blank.json");
    CHECK(cell(report, "/applications/received/research").blank_is_zero);
    CHECK_FALSE(cell(report, "/applications/results/granted/total").blank_is_zero);
    CHECK_FALSE(cell(report, "/applications/results/total/research").blank_is_zero);
    for (const Finding& finding : check(report)) {
        CHECK(finding.severity == Severity::information);
        CHECK((finding.rule == "CELL-2" || finding.rule == "ROW-1"));
    }
    // The same blank is an error where the form of 2021 asks for a number.
    CHECK(findings_of(with("[1, 0, 0, 1, 2]", "[1, 0, 0, null, 1]"))[0].severity == Severity::error);
}

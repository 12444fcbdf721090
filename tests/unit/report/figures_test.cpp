// Figures and charts of a narrative: files beside the report, numbers of the report.
#include <nianbao/document.hpp>
#include <nianbao/report.hpp>

#include <catch2/catch.hpp>

#include "report/report_data.hpp"
#include "test_folders.hpp"
#include "unit/report/samples.hpp"

using namespace nianbao;

namespace {

Chart chart_of(const std::string& block, const std::string& base = samples::sound) {
    const Report report = read_report_json(samples::with("\"总体平稳。\"", "[" + block + "]", base));
    return std::get<Chart>(report.data().narratives.at("overview").front());
}

std::string first_fault(const std::string& block) {
    const auto faults = samples::faults_of(samples::overview("[" + block + "]"), {.folder = test::root() + "/tests/fixtures/images"});
    return faults.empty() ? "" : faults.front().rule + " " + faults.front().pointer;
}

}  // namespace

TEST_CASE("A chart shows a row of the report by its columns, without the total") {
    const Chart chart = chart_of(R"({"chart": "pie", "data": "/applications/received", "unit": "件", "caption": "申请人"})");
    CHECK(chart.labels == std::vector<std::string>{"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"});
    CHECK(chart.series.at(0).values == std::vector<std::int64_t>{8, 2, 0, 1, 0, 1});
    CHECK(chart.unit == "件");
}

TEST_CASE("A chart shows a group by the totals of its rows and groups, also computed ones") {
    const Chart chart = chart_of(R"({"chart": "column", "data": "/applications/results"})");
    CHECK(chart.labels.at(0) == "予以公开");
    CHECK(chart.labels.at(1) == "部分公开");  // without the note of the form
    CHECK(chart.series.at(0).values == std::vector<std::int64_t>{8, 0, 2, 0, 0, 2});
}

TEST_CASE("A chart may bring its own numbers, in one series or several") {
    CHECK(chart_of(R"({"chart": "line", "data": {"labels": ["2023年", "2024年"], "values": [3, 5]}})").series.at(0).values == std::vector<std::int64_t>{3, 5});
    CHECK(chart_of(R"({"chart": "line", "data": {"labels": ["2024年"], "series": [{"name": "申请", "values": [5]}]}})").series.at(0).name == "申请");
}

TEST_CASE("A figure is read from beside the report") {
    CHECK(first_fault(R"({"figure": "grey.jpg", "alt": "灰"})").empty());
    CHECK(first_fault(R"({"figure": "none.jpg", "alt": "灰"})") == "FIGURE-FILE /overview/0/figure");
    CHECK(first_fault(R"({"figure": "../images/grey.jpg", "alt": "灰"})") == "FIGURE-PATH /overview/0/figure");
    CHECK(first_fault(R"({"figure": "/etc/passwd", "alt": "灰"})") == "FIGURE-PATH /overview/0/figure");
    CHECK(first_fault(R"({"figure": "grey.jpg"})") == "KEY-MISSING /overview/0/alt");
    CHECK(first_fault(R"({"figure": "grey.jpg", "alt": "灰", "width": "80"})") == "WIDTH /overview/0/width");
    CHECK(samples::faults_of(samples::overview(R"([{"figure": "grey.jpg", "alt": "灰"}])")).at(0).rule == "FIGURE-FOLDER");
}

TEST_CASE("Wrong data of a chart are faults with their place") {
    CHECK(first_fault(R"({"chart": "pye", "data": "/applications"})") == "ENUM /overview/0/chart");
    CHECK(first_fault(R"({"chart": "bar", "data": {"labels": ["a"], "values": [1, 2]}})") == "CHART-DATA /overview/0/data");
    CHECK(first_fault(R"({"chart": "bar", "data": "/nowhere"})") == "CHART-FIELD /overview/0/chart");
    CHECK(first_fault(R"({"chart": "bar", "data": "/overview"})") == "CHART-FIELD /overview/0/chart");
}

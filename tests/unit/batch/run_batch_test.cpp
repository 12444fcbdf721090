// What a batch makes: the bytes of render(), in order, each whole, and once.
#include "batch_samples.hpp"

#include <algorithm>
#include <stop_token>

#include "base/sha256.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace samples;

namespace {

std::size_t temporary_files(const Folder& folder) {
    std::size_t number = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
        number += entry.path().extension() == ".tmp" ? 1U : 0U;
    return number;
}

std::vector<std::string> hashes(const BatchSummary& summary) {
    std::vector<std::string> out;
    for (const BatchRow& row : summary.rows) out.push_back(row.sha256);
    return out;
}

}  // namespace

TEST_CASE("a batch gives the bytes of render, in the order it was given, with any number of workers") {
    const Folder folder;
    std::vector<std::string> expected;
    for (int n = 0; n < 7; ++n) expected.push_back(sha256(render(read_report_json(report_of(n)))));
    for (const unsigned workers : {1U, 3U, 50U}) {
        const BatchSummary summary = run_batch(reports(7), folder / std::to_string(workers), {.workers = workers});
        CHECK(hashes(summary) == expected);
        CHECK_FALSE(summary.interrupted);
        for (int n = 0; n < 7; ++n) {
            const BatchRow& row = summary.rows[static_cast<std::size_t>(n)];
            CHECK(row.output == std::to_string(n) + ".pdf");
            CHECK(sha256(folder.read(std::to_string(workers) + "/" + row.output)) == row.sha256);
            CHECK(row.pages > 0);
            CHECK(row.milliseconds > 0);
        }
    }
    CHECK(temporary_files(folder) == 0);
}

TEST_CASE("a report that fails stops no other; findings are told in the order of the batch") {
    const Folder folder;
    BatchItem absent, unreadable = item_of("{", "unreadable");
    absent.file = folder / "none.json";
    std::vector<BatchReport> told;
    BatchOptions options{.workers = 4};
    options.told = [&](const BatchReport& report) { told.push_back(report); };
    const BatchSummary summary = run_batch(
        source_of({item_of(report_of(0), "0"), item_of(wrong_report(), "wrong"), absent, unreadable, item_of(report_of(4), "4")}), folder / "out", options);
    REQUIRE(told.size() == 5);
    for (std::size_t i = 0; i < told.size(); ++i) CHECK(told[i].row.output == summary.rows[i].output);
    CHECK(summary.count(BatchStatus::failed) == 3);
    CHECK(summary.rows[1].errors > 0);
    CHECK(summary.rows[1].sha256.empty());
    CHECK(summary.rows[1].message.find("表三") != std::string::npos);
    CHECK(std::any_of(told[1].findings.begin(), told[1].findings.end(), [](const Finding& f) { return f.rule.starts_with("T3-"); }));
    CHECK(told[2].findings.at(0).rule == "FILE-READ");
    CHECK(told[3].findings.at(0).rule == "JSON-SYNTAX");
    CHECK(folder.has("out/0.pdf"));
    CHECK(folder.has("out/4.pdf"));
    CHECK_FALSE(folder.has("out/wrong.pdf"));
    const std::string csv = folder.read("out/summary.csv");
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 6);
}

TEST_CASE("findings of a report on a line of the manifest have no places in a text nobody sees") {
    const Folder folder;
    std::string on_a_line = wrong_report();
    std::replace(on_a_line.begin(), on_a_line.end(), '\n', ' ');
    std::vector<BatchReport> told;
    BatchOptions options;
    options.told = [&](const BatchReport& report) { told.push_back(report); };
    folder.write("a.json", wrong_report());
    run_batch(manifest("{\"report\": " + on_a_line + ", \"output\": \"x\"}\n{\"report\": {\"format\": 1}, \"output\": \"y\"}\n\"a.json\"\n", folder.path()), folder / "out", options);
    REQUIRE(told.size() == 3);
    CHECK(told[0].row.name == "-:1");
    CHECK(told[0].findings.at(0).line == 0);
    CHECK(told[1].findings.at(0).line == 0);
    CHECK(told[2].findings.at(0).line > 0);
}

TEST_CASE("one report may be printed as it is, beside others that must agree") {
    const Folder folder;
    BatchItem printed = item_of(wrong_report(), "printed");
    printed.as_printed = true;
    const BatchSummary summary = run_batch(source_of({printed, item_of(wrong_report(), "wrong")}), folder / "out");
    CHECK(summary.rows[0].status == BatchStatus::warnings);
    CHECK(summary.rows[0].errors > 0);
    CHECK(summary.rows[1].status == BatchStatus::failed);
    CHECK(sha256(render(read_report_json(wrong_report(), {.as_printed = true}), {.as_printed = true})) == summary.rows[0].sha256);
}

TEST_CASE("a report is checked against last year's") {
    const Folder folder;
    folder.write("last.json", with("\"year\": 2024", "\"year\": 2023"));
    BatchItem item = item_of(sound, "a");
    const std::size_t alone = run_batch(source_of({item}), folder / "out").rows[0].warnings;
    item.previous = folder / "last.json";
    std::vector<Finding> findings;
    BatchOptions options;
    options.told = [&](const BatchReport& report) { findings = report.findings; };
    const BatchRow row = run_batch(source_of({item}), folder / "out", options).rows[0];
    CHECK(row.warnings + row.errors > alone);
    CHECK(std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.rule.starts_with("Y-"); }));
    item.previous = folder / "none.json";
    CHECK(run_batch(source_of({item}), folder / "out").rows[0].status == BatchStatus::failed);
}

TEST_CASE("a template is for the reports of its format") {
    const Folder folder;
    std::string other = template_json("disclosure-2021");
    other.replace(other.find("\"top\": \"37mm\""), 13, "\"top\": \"40mm\"");
    const std::string summary_report = R"({"format": "summary", "organ": "甲", "title": "乙", "body": "丙。"})";
    const BatchSource source = source_of({item_of(sound, "a"), item_of(summary_report, "b")});
    const BatchSummary summary = run_batch(source, folder / "out", {.templates = {Template::from_json(other)}});
    CHECK(summary.rows[0].sha256 == sha256(render(read_report_json(sound), {.report_template = Template::from_json(other)})));
    CHECK(summary.rows[1].sha256 == sha256(render(read_report_json(summary_report))));
    CHECK_THROWS_AS(run_batch(reports(1), folder / "out", {.templates = {Template::from_json(other), Template::built_in("disclosure-2021")}}), TemplateError);
}

TEST_CASE("what a callback throws ends the batch and comes out; what was made until then is kept") {
    const Folder folder;
    BatchOptions options{.workers = 1};
    options.progress = [](const BatchProgress& progress) {
        if (progress.done >= 2) throw std::runtime_error("enough");
    };
    CHECK_THROWS_WITH(run_batch(reports(20), folder / "out", options), "enough");
    const BatchSummary second = run_batch(reports(20), folder / "out", {.resume = true});
    CHECK(second.kept() >= 2);
    CHECK(second.kept() < 20);
    CHECK(second.count(BatchStatus::stopped) == 0);
}

TEST_CASE("a batch that is stopped says so, leaves whole files, and goes on where it was") {
    const Folder folder;
    std::stop_source stop;
    BatchOptions options{.workers = 2, .stop = stop.get_token()};
    options.progress = [&](const BatchProgress& progress) {
        if (progress.done >= 3) stop.request_stop();
    };
    const BatchSummary first = run_batch(reports(40), folder / "out", options);
    CHECK(first.interrupted);
    CHECK(first.count(BatchStatus::stopped) > 0);
    CHECK(temporary_files(folder) == 0);
    for (const BatchRow& row : first.rows) CHECK(folder.has("out/" + row.output) == (row.status != BatchStatus::stopped));
    const BatchSummary second = run_batch(reports(40), folder / "out", {.resume = true});
    CHECK_FALSE(second.interrupted);
    CHECK(second.kept() == 40 - first.count(BatchStatus::stopped));
    CHECK(hashes(second) == hashes(run_batch(reports(40), folder / "whole")));
}

TEST_CASE("an empty batch is a batch") {
    const Folder folder;
    CHECK(run_batch(source_of({}), folder / "out").rows.empty());
    CHECK(folder.has("out/summary.html"));
}

TEST_CASE("progress counts up to the total, on the caller's thread") {
    const Folder folder;
    const auto caller = std::this_thread::get_id();
    BatchProgress last;
    bool is_here = true;
    BatchOptions options{.workers = 3};
    options.progress = [&](const BatchProgress& progress) {
        is_here = is_here && std::this_thread::get_id() == caller && progress.done >= last.done && progress.total == 9;
        last = progress;
    };
    run_batch(reports(9), folder / "out", options);
    CHECK(is_here);
    CHECK(last.done == 9);
}

// Where the reports of a batch come from, and what is refused before anything is written.
#include "batch_samples.hpp"

#include "batch/names.hpp"

using namespace nianbao;
using namespace samples;

TEST_CASE("a line is a path, an object or a report; paths start from the folder of the manifest") {
    const Folder folder;
    folder.write("list.jsonl", "\xEF\xBB\xBF\"a.json\"\r\n\n{\"report\": \"sub/b.json\", \"output\": \"x/y\", \"previous\": \"last.json\", \"as_printed\": true}\n"
                               "{\"report\": {\"format\": \"summary\"}, \"x_mine\": 1}\n{\"format\": \"summary\"}");
    const BatchSource source = batch_manifest(folder / "list.jsonl");
    const BatchItem first = source().value(), second = source().value(), third = source().value(), fourth = source().value();
    CHECK(first.file == folder / "a.json");
    CHECK(first.name == "a.json");
    CHECK(first.line == 1);
    CHECK(second.file == folder / "sub/b.json");
    CHECK(second.output == "x/y");
    CHECK(second.previous == folder / "last.json");
    CHECK(second.as_printed == true);
    CHECK(second.line == 3);
    CHECK(third.json == "{\"format\":\"summary\"}");
    CHECK(third.name == "list.jsonl:4");
    CHECK(third.folder == folder.path());
    CHECK(fourth.json == "{\"format\": \"summary\"}");
    CHECK_FALSE(source());
    CHECK_FALSE(source());
}

TEST_CASE("a folder gives its JSON files by name, without schemas, hidden ones and folders below it") {
    const Folder folder;
    for (const char* name : {"b.json", "a.json", "a.schema.json", ".c.json", "d.txt"}) folder.write(name, "{}");
    const BatchSource source = batch_folder(folder.path());
    CHECK(source().value().file == folder / "a.json");
    CHECK(source().value().file == folder / "b.json");
    CHECK_FALSE(source());
    CHECK_THROWS_AS(batch_folder(folder / "none"), FileError);
    CHECK_THROWS_AS(batch_manifest(folder / "none"), FileError);
    CHECK_THROWS_AS(batch_manifest(folder.path()), FileError);
}

TEST_CASE("every bad line is told with its number before anything is written") {
    const Folder folder;
    const auto faults = faults_of_batch(manifest("\"a.json\"\n{\"reprot\": \"b.json\"}\nnonsense\n42\n{\"report\": 1, \"output\": \"\", \"as_printed\": 0}\n"
                                                 "{\"report\": \"c.json\", \"report\": \"d.json\"}\n", folder.path()), folder);
    std::vector<std::pair<std::string, int>> found;
    for (const Finding& fault : faults) found.emplace_back(fault.rule, fault.line);
    const std::vector<std::pair<std::string, int>> expected = {{"KEY-UNKNOWN", 2}, {"KEY-MISSING", 2}, {"JSON-SYNTAX", 3}, {"TYPE", 4},
                                                               {"TYPE", 5}, {"TYPE", 5}, {"TYPE", 5}, {"KEY-DUPLICATE", 6}};
    CHECK(found == expected);
    CHECK(faults[0].expected == "report");
    CHECK(faults[0].hint(Language::en).find("report") != std::string::npos);
    CHECK(faults[0].message(Language::en).find("line 2") != std::string::npos);
    CHECK(faults[0].message().find("第 2 行") != std::string::npos);
    CHECK(faults[2].column == 1);
    CHECK_FALSE(folder.has("out"));
}

TEST_CASE("two reports of one output are refused before anything is written") {
    const Folder folder;
    folder.write("a.json", sound);
    const auto faults = faults_of_batch(manifest("\"a.json\"\n{\"report\": \"b/a.json\"}\n{\"report\": \"c.json\", \"output\": \"./a.pdf\"}\n", folder.path()), folder);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].rule == "BATCH-OUTPUT-TWICE");
    CHECK(faults[0].line == 2);
    CHECK(faults[0].message().find("a.json") != std::string::npos);
    CHECK(faults[1].line == 3);
    CHECK_FALSE(folder.has("out"));
}

TEST_CASE("an output is a name below the folder") {
    using batch::output_below;
    CHECK(output_below("a") == "a.pdf");
    CHECK(output_below("a.PDF") == "a.PDF");
    CHECK(output_below("2024//./县/a.pdf") == "2024/县/a.pdf");
    CHECK(output_below("a..b") == "a..b.pdf");
    for (const char* outside : {"../a.pdf", "a/../../b.pdf", "a/../b.pdf", "..", "/etc/a.pdf", "", "a/", ".", "a\nb.pdf"}) {
        INFO(outside);
        CHECK_FALSE(output_below(outside));
    }
    CHECK_FALSE(output_below(std::string(252, 'a')));
    const Folder folder;
    const auto faults = faults_of_batch(source_of({item_of(sound, "../a"), item_of(sound, "b")}), folder);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].rule == "BATCH-OUTPUT");
    CHECK(faults[0].found == "../a");
    CHECK_FALSE(folder.has("a.pdf"));
    CHECK_FALSE(folder.has("out/b.pdf"));
}

TEST_CASE("summaries and journal are plain names, each another, and no report takes one") {
    const Folder folder;
    for (const auto& [csv, html] : {std::pair{"../a.csv", ""}, {"a", "a"}, {"nianbao-batch.jsonl", ""}})
        CHECK_THROWS_AS(run_batch(reports(1), folder / "out", {.csv = csv, .html = html}), OutputError);
    CHECK(faults_of_batch(reports(1), folder, {.csv = "0.pdf"}).size() == 1);
}

TEST_CASE("reports without a name are named by their title, files by their input or by their title") {
    const Folder folder;
    folder.write("a.json", report_of(1));
    BatchItem file;
    file.file = folder / "a.json";
    const BatchSummary summary = run_batch(source_of({file, item_of(report_of(2), "")}), folder / "out");
    CHECK(summary.rows[0].output == "a.pdf");
    CHECK(summary.rows[1].output == "第2局2024年政府信息公开工作年度报告.pdf");
    CHECK(run_batch(source_of({file}), folder / "out", {.names = BatchNames::title}).rows[0].output == "第1局2024年政府信息公开工作年度报告.pdf");
    // Same title, same name: not one over the other.
    CHECK(faults_of_batch(source_of({item_of(report_of(2), ""), item_of(report_of(2), "")}), folder).size() == 1);
}

TEST_CASE("a batch has a limit") {
    const Folder folder;
    CHECK_THROWS_AS(run_batch(reports(3), folder / "out", {.most_reports = 2}), LimitError);
    CHECK(run_batch(reports(2), folder / "out", {.most_reports = 2}).rows.size() == 2);
}

// The example reports: a good one, and its siblings with one thing wrong each.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/report.hpp>
#include <nianbao/template.hpp>

#include "base/file.hpp"
#include "base/json.hpp"
#include "report/report_data.hpp"
#include "test_folders.hpp"

using namespace nianbao;

namespace {

std::string example(const std::string& name) { return test::root() + "/examples/data/" + name; }

std::size_t characters_of(const Text& text) {
    const std::string plain = text.plain();
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(plain.begin(), plain.end(), begins));
}

struct Count {
    std::size_t operator()(const Paragraph& paragraph) const { return characters_of(paragraph.text); }
    std::size_t operator()(const Heading& heading) const {
        return characters_of(heading.text) + characters_of(heading.run_in);
    }
    std::size_t operator()(const List& list) const {
        std::size_t sum = 0;
        for (const List::Item& item : list.items) {
            for (const Paragraph& paragraph : item.paragraphs) sum += characters_of(paragraph.text);
        }
        return sum;
    }
    template <typename Other>
    std::size_t operator()(const Other&) const { return 0; }
};

}  // namespace

TEST_CASE("the example report is read without a finding") {
    const Report report = read_report(example("county-2024.json"));
    for (const Finding& finding : check(report)) FAIL_CHECK(finding.pointer << " " << finding.message());
    CHECK(report.organ() == "澄岚县人民政府");
    CHECK(report.year() == 2024);
}

TEST_CASE("the example report has a long first section, five parts and no empty row") {
    const Report report = read_report(example("county-2024.json"));
    std::size_t characters = 0;
    int parts = 0;
    for (const Block& block : report.data().narratives.at("overview")) {
        characters += std::visit(Count{}, block);
        const auto* heading = std::get_if<Heading>(&block);
        if (heading != nullptr && heading->level == 2) ++parts;
    }
    CHECK(characters >= 2500);
    CHECK(parts == 5);
    for (const auto& [pointer, cell] : report.data().cells) {
        if (pointer.find("/applications/") != 0 || pointer.find("/total") != pointer.size() - 6) continue;
        CAPTURE(pointer);
        CHECK(cell.number > 0);
    }
}

TEST_CASE("the example report becomes a document with its three tables") {
    const Report report = read_report(example("county-2024.json"));
    const Document document = compose(report, Template::built_in(report.format()));
    int tables = 0;
    for (const Block& block : document.blocks) {
        if (std::holds_alternative<Table>(block)) ++tables;
    }
    CHECK(tables == 3);
    CHECK(document.created == "2025-01-23");
}

TEST_CASE("a wrong total is found where it stands") {
    const auto findings = check(read_report(example("county-2024-bad-sum.json")));
    const auto at = [&](const char* rule) {
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.rule == rule && finding.pointer == "/applications/results/total/1" &&
                   finding.severity == Severity::error;
        });
    };
    CHECK(at("T3-C1"));
    const auto compose_anyway = read_report(example("county-2024-bad-sum.json"));
    CHECK_NOTHROW(compose(compose_anyway, Template::built_in("disclosure-2021")));
}

TEST_CASE("all faults of content are listed together") {
    std::vector<std::string> found;
    try {
        read_report(example("county-2024-wrong-keys.json"));
        FAIL("was read");
    } catch (const ReportError& error) {
        for (const Finding& finding : error.findings()) {
            CHECK(finding.line > 0);
            found.push_back(finding.pointer);
        }
    }
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{
        "/applications/carried_in/0", "/applications/results/grantd", "/applications/results/other/fee_unpaid",
        "/disputes/litigation_direct/pending", "/issued", "/other_maters", "/proactive/coercions",
        "/proactive/licences", "/proactive/penalties", "/problems/3/heading", "/problems/4", "/year"});
}

TEST_CASE("the report with a character that no font has is sound otherwise") {
    const Report report = read_report(example("county-2024-missing-character.json"));
    CHECK(check(report).empty());
    const std::string text = read_file(example("county-2024-missing-character.json"), json::Limits{}.bytes);
    CHECK(text.find("\U0003199F") != std::string::npos);
}

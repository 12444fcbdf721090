// What an error says, as findings of a list.
#include <catch2/catch.hpp>

#include <nianbao/error.hpp>

using namespace nianbao;

namespace {

Finding only(const Error& error, std::string_view file = {}) {
    const auto findings = findings_of(error, file);
    REQUIRE(findings.size() == 1);
    return findings.front();
}

}  // namespace

TEST_CASE("an error is a finding of its id, its sentences and its advice") {
    const Finding finding = only(Error("CELL-SPLIT", "", {"读不了", "cannot read"}));
    CHECK(finding.rule == "CELL-SPLIT");
    CHECK(finding.severity == Severity::error);
    CHECK((finding.message(Language::zh) == "读不了" && finding.message(Language::en) == "cannot read"));
    CHECK_FALSE(finding.hint(Language::en).empty());
}

TEST_CASE("a fault of syntax has its line and column, what a report says its pointer") {
    const Finding syntax = only(JsonError("JSON-SYNTAX", "a.json", {"错", "wrong"}, 3, 7));
    CHECK((syntax.line == 3 && syntax.column == 7 && syntax.pointer.empty()));
    CHECK(only(LayoutError("CELL-SPLIT", "/a/0", {"错", "wrong"}, {}, {})).pointer == "/a/0");
}

TEST_CASE("a path of a file and a place in a template are no pointers into the report") {
    CHECK(only(FileError("FILE-READ", "/data/last.json", {"错", "wrong"})).pointer.empty());
    CHECK(only(TemplateError("TEMPLATE-KEY", "/styles/a", {"错", "wrong"})).pointer.empty());
    CHECK(only(LimitError("LIMIT-TEXT", "/data/a.json", {"错", "wrong"}), "/data/a.json").pointer.empty());
}

TEST_CASE("all findings of a report error are given as they are") {
    Finding a, b;
    a.rule = "A";
    b.rule = "B";
    const auto findings = findings_of(ReportError({a, b}));
    REQUIRE(findings.size() == 2);
    CHECK((findings[0].rule == "A" && findings[1].rule == "B"));
}

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
    const JsonError error("JSON-SYNTAX", "a.json", {"错", "wrong"}, 3, 7);
    const Finding own = only(error, "a.json");
    CHECK((own.line == 3 && own.column == 7 && own.pointer.empty()));
    const Finding of_another = only(error, "b.json");  // the list is about b.json
    CHECK((of_another.line == 0 && of_another.column == 0));
    CHECK(of_another.message(Language::en) == "a.json:3:7: wrong");
    CHECK(only(LayoutError("CELL-SPLIT", "/a/0", {"错", "wrong"}, {}, {})).pointer == "/a/0");
}

TEST_CASE("a path of a file and a place in a template are no pointers into the report") {
    CHECK(only(FileError("FILE-READ", "/data/last.json", {"错", "wrong"})).pointer.empty());
    CHECK(only(TemplateError("TEMPLATE-KEY", "/styles/a", {"错", "wrong"})).pointer.empty());
    CHECK(only(LimitError("LIMIT-VALUES", "/data/last.json", {"错", "wrong"}), "/data/a.json").pointer.empty());
    CHECK(only(LimitError("LIMIT-TEXT", "/title", {"错", "wrong"})).pointer == "/title");
}

TEST_CASE("all findings of a report error are given as they are") {
    Finding a, b;
    a.rule = "A";
    b.rule = "B";
    const auto findings = findings_of(ReportError({a, b}));
    REQUIRE(findings.size() == 2);
    CHECK((findings[0].rule == "A" && findings[1].rule == "B"));
}

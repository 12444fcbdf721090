// What those who make forms of a format are told of its numbers.
#include <algorithm>

#include <catch2/catch.hpp>

#include <nianbao/error.hpp>
#include <nianbao/report_form.hpp>

using namespace nianbao;

namespace {

std::vector<FormEquation> of_rule(const ReportForm& form, const std::string& rule) {
    std::vector<FormEquation> out;
    for (const FormEquation& equation : form.equations) {
        if (equation.rule == rule) out.push_back(equation);
    }
    return out;
}

bool has(const std::vector<std::string>& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

}  // namespace

TEST_CASE("a form tells the sums of every column and row, with all items below a group") {
    const auto sums = of_rule(report_form("disclosure-2021"), "T3-C1");
    REQUIRE(sums.size() == 7);
    CHECK(sums[1].kind == "sum");
    CHECK(sums[1].left == std::vector<std::string>{"/applications/results/total/business"});
    CHECK(sums[1].right.size() == 21);
    CHECK(has(sums[1].right, "/applications/results/refused/state_secret/business"));
    CHECK(of_rule(report_form("disclosure-2021"), "T3-R").size() == 25);
    CHECK(of_rule(report_form("disclosure-2019"), "T3-R").size() == 23);
}

TEST_CASE("a form tells what must balance and what is at most, and nothing of other years and texts") {
    const ReportForm form = report_form("disclosure-2021");
    const auto balances = of_rule(form, "T3-C2");
    REQUIRE(balances.size() == 7);
    CHECK(balances[0].kind == "balance");
    CHECK(balances[0].left.size() == 2);
    CHECK(of_rule(form, "Y-1").empty());
    CHECK(of_rule(form, "N-1").empty());
    const ReportForm old = report_form("disclosure-2008");
    CHECK(std::any_of(old.equations.begin(), old.equations.end(), [](const FormEquation& e) { return e.kind == "at_most"; }));
}

TEST_CASE("a form tells which rows may be left out, and an unknown format is refused") {
    const ReportForm form = report_form("disclosure-2021");
    CHECK(has(form.zero_when_absent, "/applications/carried_in"));
    CHECK_FALSE(has(form.zero_when_absent, "/proactive/rules"));
    CHECK_FALSE(has(form.zero_when_absent, "/disputes/reconsideration"));
    CHECK_THROWS_AS(report_form("disclosure-1999"), TemplateError);
}

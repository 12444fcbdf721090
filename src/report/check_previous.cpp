// A report against last year's.
#include "report/check_previous.hpp"

#include "base/messages.hpp"
#include "report/check_numbers.hpp"
#include "report/format.hpp"
#include "report/reading.hpp"
#include "report/sections.hpp"

namespace nianbao::report {

namespace {

void check_equation(const Report::Data& data, const Report::Data& last, const Format& format, const Equation& equation,
                    std::vector<Finding>& out) {
    const Rule& rule = format.rules[equation.rule];
    const auto left = sum_of(data, equation.left), right = sum_of(data, equation.right), before = sum_of(last, equation.last);
    if (!left || !right || !before) return;
    const std::int64_t should = *right + *before;
    if (rule.relation == Relation::equal ? *left == should : *left >= should) return;
    const CellValue& cell = data.cells.find(equation.left.front())->second;
    Finding finding = finding_at(rule, cell, place_in_table(format, equation.left.front()));
    // What the first number would have to be for the sides to agree.
    const std::int64_t expected = cell.number + should - *left;
    finding.expected = std::to_string(expected);
    finding.found = std::to_string(cell.number);
    finding.sentence = fill(rule.says, {{"place", finding.place}, {"found", cell.number}, {"expected", expected}, {"last", *before},
                                        {"difference", std::max(*left, should) - std::min(*left, should)}});
    out.push_back(std::move(finding));
}

Finding finding_of(std::string_view id, std::string_view pointer, const std::string& expected, const std::string& found) {
    Finding finding;
    finding.rule = id;
    finding.severity = Severity::warning;
    finding.pointer = pointer;
    finding.place = place_of(nullptr, pointer);
    finding.expected = expected;
    finding.found = found;
    finding.sentence = say(id, {{"place", finding.place}, {"expected", expected}, {"found", found}});
    finding.advice = hint(id);
    return finding;
}

}  // namespace

void check_previous(const Report::Data& data, const Report::Data& last, const Format& format, std::vector<Finding>& out) {
    if (data.year && last.year && *last.year + 1 != *data.year) {
        out.push_back(finding_of("PREVIOUS-YEAR", "/year", std::to_string(*data.year - 1), std::to_string(*last.year)));
    }
    if (data.organ != last.organ) out.push_back(finding_of("PREVIOUS-ORGAN", "/organ", last.organ, data.organ));
    for (const Equation& equation : format.equations) {
        if (format.rules[equation.rule].kind == RuleKind::previous_year) check_equation(data, last, format, equation, out);
    }
}

}  // namespace nianbao::report

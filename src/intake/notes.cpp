// Findings of the intake, gathered and put in order.
#include "intake/notes.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::intake {

void Notes::add(std::string_view rule, Severity severity, int line, int column, std::vector<Parameter> parameters) {
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.line = line;
    finding.column = column;
    for (const Parameter& parameter : parameters) {
        if (parameter.name == "found") finding.found = parameter.value.zh;
        if (parameter.name == "expected") finding.expected = parameter.value.zh;
    }
    parameters.emplace_back("line", line);
    finding.place = say("PLACE-LINE", {{"line", line}});
    finding.sentence = say(rule, parameters);
    finding.advice = hint(rule, parameters);
    findings_.push_back(std::move(finding));
}

void Notes::count(std::string_view rule, int line, int column) {
    for (auto each = counted_.rbegin(); each != counted_.rend() && each->line == line; ++each) {
        if (each->rule != rule) continue;
        ++each->count;
        each->column = std::min(each->column, column);  // passes go over a line more than once
        return;
    }
    counted_.push_back({std::string(rule), line, column, 1});
}

std::vector<Finding> Notes::take() {
    for (const Counted& each : counted_)
        add(each.rule, Severity::information, each.line, each.column,
            {{"count", each.count}, {"found", std::to_string(each.count)}});
    counted_.clear();
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return std::exchange(findings_, {});
}

}  // namespace nianbao::intake

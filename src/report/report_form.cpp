// The numbers of a format that follow from others, worked out of its rules.
#include <nianbao/report_form.hpp>

#include "report/format.hpp"
#include "report/format_data.hpp"

namespace nianbao {

namespace {

// Empty for rules that need more than the report itself, or no numbers.
std::string_view name_of(report::RuleKind kind) {
    if (kind == report::RuleKind::sum) return "sum";
    if (kind == report::RuleKind::balance) return "balance";
    return kind == report::RuleKind::at_most ? "at_most" : "";
}

void add_absent(const report::Field& field, std::vector<std::string>& out) {
    if (field.zero_when_absent) out.push_back(field.pointer);
    for (const report::Field& below : field.fields) add_absent(below, out);
}

}  // namespace

ReportForm report_form(std::string_view id) {
    const report::Format& format = report::built_in_format(id);
    ReportForm form;
    for (const report::Equation& equation : format.equations) {
        const report::Rule& rule = format.rules[equation.rule];
        const std::string_view kind = name_of(rule.kind);
        if (!kind.empty()) form.equations.push_back({rule.id, std::string(kind), equation.left, equation.right});
    }
    for (const report::Field& section : format.sections) add_absent(section, form.zero_when_absent);
    return form;
}

}  // namespace nianbao

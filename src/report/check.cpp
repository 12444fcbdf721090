// check(): every finding of a report (核验).
#include <nianbao/report.hpp>

#include <algorithm>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "report/format.hpp"
#include "report/format_data.hpp"
#include "report/reading.hpp"
#include "report/report_data.hpp"
#include "report/sections.hpp"

namespace nianbao {

namespace {

using namespace report;

const CellValue& cell_at(const Report::Data& data, const std::string& pointer) { return data.cells.find(pointer)->second; }

// The cell a difference is shown at: the total; of two sides the first number that was given.
const std::string& anchor_of(const Report::Data& data, const Equation& equation, RuleKind kind) {
    if (kind == RuleKind::sum) return equation.left.front();
    for (const auto* side : {&equation.right, &equation.left}) {
        for (const std::string& pointer : *side) {
            if (cell_at(data, pointer).given) return pointer;
        }
    }
    return equation.right.front();
}

// 表三 商业企业 for a column that does not balance, 表三 三、（七）总计 × 商业企业 for a total.
Bilingual place_of_difference(const Format& format, const Rule& rule, const std::string& anchor) {
    Bilingual place = place_in_table(format, anchor);
    if (rule.kind == RuleKind::sum || !rule.each_column) return place;
    const Bilingual table = find_field(format, json::child("", rule.section))->table;
    const std::string& column = label(format, anchor);
    return {table.zh + " " + column, table.en + " " + column};
}

Finding finding_at(const Rule& rule, const CellValue& cell, Bilingual place) {
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.pointer = cell.pointer;
    finding.line = cell.line;
    finding.column = cell.column;
    finding.place = std::move(place);
    finding.advice = rule.advice;
    return finding;
}

void check_equation(const Report::Data& data, const Format& format, const Equation& equation, std::vector<Finding>& out) {
    const Rule& rule = format.rules[equation.rule];
    const auto left = sum_of(data, equation.left), right = sum_of(data, equation.right);
    if (!left || !right || *left == *right) return;
    const std::string& anchor = anchor_of(data, equation, rule.kind);
    const CellValue& cell = cell_at(data, anchor);
    // A total that was worked out agrees with the items it was worked out from.
    if (rule.kind == RuleKind::sum && cell.computed) return;
    Finding finding = finding_at(rule, cell, place_of_difference(format, rule, anchor));
    finding.expected = std::to_string(rule.kind == RuleKind::sum ? *right : *left);
    finding.found = std::to_string(rule.kind == RuleKind::sum ? *left : *right);
    finding.sentence = fill(rule.says, {{"place", finding.place}, {"total", *left}, {"items", *right}, {"left", *left},
                                        {"right", *right}, {"difference", std::max(*left, *right) - std::min(*left, *right)}});
    out.push_back(std::move(finding));
}

// A text or nothing where a number stands, or a total that cannot be worked out because of one.
void check_cell(const Report::Data& data, const Format& format, const std::string& canonical, const CellValue& cell,
                std::vector<Finding>& out) {
    const Rule* rule = find_rule(format, RuleKind::number_in_cell, section_of(canonical));
    if (rule == nullptr) return;
    Finding finding = finding_at(*rule, cell, place_in_table(format, canonical));
    if (data.as_printed) finding.severity = std::max(finding.severity, Severity::warning);
    finding.found = cell.kind == CellKind::missing ? "null" : json::quote(cell.shown);
    finding.sentence = cell.computed ? say("TOTAL-UNKNOWN", {{"place", finding.place}})
                                     : fill(rule->says, {{"place", finding.place}, {"found", shortened(finding.found)}});
    out.push_back(std::move(finding));
}

bool comes_before(const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

}  // namespace

std::vector<Finding> check(const Report& report) {
    const Report::Data& data = report.data();
    const Format& format = built_in_format(data.format);
    std::vector<Finding> findings = data.notes;
    for (const auto& [canonical, cell] : data.cells) {
        if (cell.kind == CellKind::text || cell.kind == CellKind::missing) check_cell(data, format, canonical, cell, findings);
    }
    for (const Equation& equation : format.equations) check_equation(data, format, equation, findings);
    std::stable_sort(findings.begin(), findings.end(), comes_before);
    return findings;
}

}  // namespace nianbao

// The numbers of a report against each other: sums, balances, and cells that hold no number.
#include "report/check_numbers.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "report/format.hpp"
#include "report/sections.hpp"

namespace nianbao::report {

namespace {

const CellValue& cell_at(const Report::Data& data, const std::string& pointer) { return data.cells.find(pointer)->second; }

// The cell a difference is shown at: the total; of two sides the first number that was given.
const std::string& anchor_of(const Report::Data& data, const Equation& equation, RuleKind kind) {
    if (kind == RuleKind::sum || kind == RuleKind::at_most) return equation.left.front();
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
    if (rule.kind == RuleKind::sum || rule.spread != Spread::columns) return place;
    const Bilingual table = find_field(format, json::child("", rule.section))->table;
    const std::string& column = label(format, anchor);
    return {table.zh + " " + column, table.en + " " + column};
}

void check_equation(const Report::Data& data, const Format& format, const Equation& equation, std::vector<Finding>& out) {
    const Rule& rule = format.rules[equation.rule];
    const auto left = sum_of(data, equation.left), right = sum_of(data, equation.right);
    if (!left || !right || *left == *right) return;
    if (rule.kind == RuleKind::at_most && *left < *right) return;
    const std::string& anchor = anchor_of(data, equation, rule.kind);
    const CellValue& cell = cell_at(data, anchor);
    // A total that was worked out agrees with its items, one that is blank says nothing.
    if (rule.kind == RuleKind::sum && (cell.computed || cell.kind == CellKind::missing)) return;
    Finding finding = finding_at(rule, cell, place_of_difference(format, rule, anchor));
    finding.expected = std::to_string(rule.kind == RuleKind::balance ? *left : *right);
    finding.found = std::to_string(rule.kind == RuleKind::balance ? *right : *left);
    finding.sentence = fill(rule.says, {{"place", finding.place}, {"total", *left}, {"items", *right}, {"left", *left},
                                        {"right", *right}, {"difference", std::max(*left, *right) - std::min(*left, *right)}});
    out.push_back(std::move(finding));
}

// "124件" and "251000元" begin with the number that was meant.
std::string number_meant(const std::string& text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    const bool goes_on = digits < text.size() && (text[digits] == '.' || text[digits] == ',');
    return goes_on ? std::string() : text.substr(0, digits);
}

// A text or nothing where a number stands, or a total that cannot be worked out because of one.
void check_cell(const Report::Data& data, const Format& format, const std::string& canonical, const CellValue& cell,
                std::vector<Finding>& out) {
    const bool missing = cell.kind == CellKind::missing && !cell.computed;
    const Rule* rule = missing ? find_rule(format, RuleKind::missing_number, section_of(canonical)) : nullptr;
    if (rule == nullptr) rule = find_rule(format, RuleKind::number_in_cell, section_of(canonical));
    if (rule == nullptr) return;
    Finding finding = finding_at(*rule, cell, place_in_table(format, canonical));
    if (data.as_printed) finding.severity = std::max(finding.severity, Severity::warning);
    finding.expected = number_meant(cell.shown);
    finding.found = cell.kind == CellKind::missing ? "null" : json::quote(cell.shown);
    finding.sentence = cell.computed ? say("TOTAL-UNKNOWN", {{"place", finding.place}})
                                     : fill(rule->says, {{"place", finding.place}, {"found", shortened(finding.found)}});
    out.push_back(std::move(finding));
}

}  // namespace

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

void check_numbers(const Report::Data& data, const Format& format, std::vector<Finding>& out) {
    for (const auto& [canonical, cell] : data.cells) {
        if (cell.kind == CellKind::text || cell.kind == CellKind::missing) check_cell(data, format, canonical, cell, out);
    }
    for (const Equation& equation : format.equations) {
        if (format.rules[equation.rule].kind != RuleKind::previous_year) check_equation(data, format, equation, out);
    }
}

}  // namespace nianbao::report

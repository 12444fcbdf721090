// explain(): what a rule or a message of the reader asks, from the formats and the catalogue of messages.
#include <nianbao/report.hpp>

#include <algorithm>
#include <set>

#include "base/messages.hpp"
#include "report/format.hpp"
#include "report/format_data.hpp"

namespace nianbao {

namespace {

using namespace report;

// The rule as the first format has it, and every format that has one of its id.
std::optional<RuleExplanation> explain_rule(std::string_view id) {
    std::optional<RuleExplanation> out;
    for (const ReportFormat& each : report_formats()) {
        for (const Rule& rule : built_in_format(each.id).rules) {
            if (rule.id != id) continue;
            if (!out) {
                out = RuleExplanation{.id = rule.id, .severity = rule.severity, .says = rule.says, .advice = rule.advice,
                                      .basis = rule.basis, .wrong = rule.wrong, .right = rule.right};
            }
            out->severity = std::min(out->severity, rule.severity);
            out->formats.push_back(each.id);
        }
    }
    return out;
}

// What the reader says: only rows that are findings, which name a place.
std::optional<RuleExplanation> explain_message(std::string_view id) {
    for (const MessageRow& row : message_table()) {
        if (row.id != id || row.zh.find('{') == std::string_view::npos) continue;
        RuleExplanation out;
        out.id = row.id;
        out.says = {std::string(row.zh), std::string(row.en)};
        out.advice = {std::string(row.hint_zh), std::string(row.hint_en)};
        return out;
    }
    return std::nullopt;
}

}  // namespace

std::optional<RuleExplanation> explain(std::string_view id) {
    auto out = explain_rule(id);
    return out ? out : explain_message(id);
}

std::vector<std::string> rule_ids() {
    std::set<std::string> ids;
    for (const ReportFormat& each : report_formats()) {
        for (const Rule& rule : built_in_format(each.id).rules) ids.insert(rule.id);
    }
    return {ids.begin(), ids.end()};
}

}  // namespace nianbao

// Reading: one reading of one report, with every fault and note found on the way.
#include "report/reading.hpp"

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/utf8.hpp"
#include "report/envelope.hpp"
#include "report/format.hpp"

namespace nianbao::report {

namespace {

bool is_number(std::string_view token) {
    return !token.empty() && std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Items of lists on the way to a place, counted from one.
void add_item_numbers(Bilingual& place, std::string_view rest) {
    while (rest.starts_with('/')) {
        const std::size_t end = std::min(rest.find('/', 1), rest.size());
        const std::string_view token = rest.substr(1, end - 1);
        rest.remove_prefix(end);
        if (!is_number(token) || token.size() > 9) continue;
        const Bilingual number = say("PLACE-ITEM", {{"number", std::stoi(std::string(token)) + 1}});
        place.zh += " " + number.zh;
        place.en += ", " + number.en;
    }
}

}  // namespace

Bilingual place_of(const Format* format, std::string_view canonical) {
    if (canonical.empty()) return say("PLACE-REPORT");
    if (format != nullptr) {
        Bilingual in_table = place_in_table(*format, canonical);
        if (!in_table.zh.empty()) return in_table;
    }
    const std::size_t end = std::min(canonical.find('/', 1), canonical.size());
    const std::string_view first = canonical.substr(0, end);
    std::string_view rest = canonical.substr(end);
    Bilingual place;
    const Field* section = format == nullptr ? nullptr : find_field(*format, first);
    if (section != nullptr) place = {section->label.printed, section->label.printed};
    else place = envelope_name(canonical, rest);
    add_item_numbers(place, rest);
    return place;
}

std::string shown(const json::Value& value) {
    if (value.is(json::Kind::array) && !value.items.empty()) return "[…]";
    if (value.is(json::Kind::object) && !value.members.empty()) return "{…}";
    return shortened(json::dump(value));
}

Finding Reading::finding(std::string_view id, const Node& node, const Detail& detail) const {
    Finding out;
    out.rule = id;
    out.pointer = node.pointer;
    const bool at_value = detail.position.line == 0 && node.value != nullptr;
    const json::Position position = at_value ? node.value->position : detail.position;
    out.line = position.line;
    out.column = position.column;
    out.place = place_of(format_, node.canonical);
    out.expected = detail.suggestion.empty() ? detail.expected.en : detail.suggestion;
    out.found = detail.found;
    out.sentence = say(id, {{"place", out.place}, {"expected", detail.expected}, {"found", detail.found},
                            {"line", detail.before.line}, {"column", detail.before.column}});
    out.advice = detail.suggestion.empty() ? hint(id) : say("SUGGESTION", {{"suggestion", detail.suggestion}});
    return out;
}

void Reading::fault(std::string_view id, const Node& node, const Detail& detail) {
    if (is_full()) ++unlisted_;
    else faults_.push_back(finding(id, node, detail));
}

void Reading::wrong_type(const Node& node, std::string_view expected, const std::string& suggestion) {
    fault("TYPE", node, {.expected = say(expected), .found = shown(*node.value), .suggestion = suggestion});
}

void Reading::note(std::string_view id, Severity severity, const Node& node, const Detail& detail) {
    if (notes_.size() >= most_findings) return;
    notes_.push_back(finding(id, node, detail));
    notes_.back().severity = severity;
}

void Reading::note_absent_row(const Node& row) {
    const Rule& rule = *find_rule(*format_, RuleKind::absent_row, section_of(row.canonical));
    Finding out;
    out.rule = rule.id;
    out.severity = rule.severity;
    out.pointer = row.pointer;
    out.line = row.value->position.line;
    out.column = row.value->position.column;
    out.place = place_of(format_, row.canonical);
    out.sentence = fill(rule.says, {{"place", out.place}});
    out.advice = rule.advice;
    notes_.push_back(std::move(out));
}

void Reading::throw_faults() const {
    if (faults_.empty()) return;
    std::vector<Finding> all = faults_;
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
        return a.line != b.line ? a.line < b.line : a.column < b.column;
    });
    if (unlisted_ > 0) {
        Finding more;
        more.rule = "FAULTS-MORE";
        more.found = std::to_string(unlisted_);
        more.sentence = say(more.rule, {{"found", more.found}});
        all.push_back(std::move(more));
    }
    throw ReportError(std::move(all));
}

}  // namespace nianbao::report

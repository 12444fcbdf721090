// A report against the reports it sums up (汇总).
#include "report/check_previous.hpp"

#include <charconv>
#include <cstdlib>
#include <limits>

#include <fmt/format.h>

#include "base/messages.hpp"
#include "report/check_numbers.hpp"
#include "report/format.hpp"

namespace nianbao::report {

namespace {

constexpr std::int64_t one = 1'000'000;  // numbers are counted in millionths, so that amounts are exact

// "3428.65" in millionths; nothing for what has a unit, more decimals or no room.
std::optional<std::int64_t> millionths(const std::string& text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits = text.substr(0, point);
    std::string part = point < text.size() ? text.substr(point + 1) : std::string();
    if (digits.size() > 12 || part.size() > 6) return std::nullopt;
    part.resize(6, '0');
    digits += part;
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fault == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> value_of(const CellValue& cell) {
    switch (cell.kind) {
        case CellKind::count: return cell.number <= 1'000'000'000'000 ? std::optional(cell.number * one) : std::nullopt;
        case CellKind::amount: return millionths(cell.shown);
        case CellKind::missing: return cell.blank_is_zero ? std::optional<std::int64_t>(0) : std::nullopt;
        case CellKind::text: break;
    }
    return std::nullopt;
}

std::string shown(std::int64_t value) {
    std::string out = fmt::format("{}{}.{:06}", value < 0 ? "-" : "", std::abs(value) / one, std::abs(value) % one);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

// The sum over the parts; nothing when one of them has no number there.
std::optional<std::int64_t> sum_of_parts(const std::vector<Report>& parts, const std::string& pointer) {
    std::int64_t sum = 0;
    for (const Report& part : parts) {
        const auto cell = part.data().cells.find(pointer);
        const auto value = cell == part.data().cells.end() ? std::nullopt : value_of(cell->second);
        if (!value || sum > std::numeric_limits<std::int64_t>::max() - *value) return std::nullopt;
        sum += *value;
    }
    return sum;
}

void check_cell(const Rule& rule, const Format& format, const std::string& pointer, const CellValue& cell,
                const std::vector<Report>& parts, std::vector<Finding>& out) {
    const auto whole = value_of(cell), sum = sum_of_parts(parts, pointer);
    if (!whole || !sum || *whole == *sum) return;
    Finding finding = finding_at(rule, cell, place_in_table(format, pointer));
    finding.expected = shown(*sum);
    finding.found = shown(*whole);
    finding.sentence = fill(rule.says, {{"place", finding.place}, {"found", finding.found}, {"expected", finding.expected},
                                        {"parts", parts.size()}, {"difference", shown(std::abs(*whole - *sum))}});
    out.push_back(std::move(finding));
}

void add_note(std::string_view id, const Report& part, const std::string& expected, const std::string& found,
              std::vector<Finding>& out) {
    Finding finding;
    finding.rule = id;
    finding.severity = Severity::error;
    finding.expected = expected;
    finding.found = found;
    finding.sentence = say(id, {{"organ", part.organ()}, {"expected", expected}, {"found", found}});
    finding.advice = hint(id);
    out.push_back(std::move(finding));
}

}  // namespace

void check_parts(const Report::Data& data, const std::vector<Report>& parts, const Format& format, std::vector<Finding>& out) {
    if (parts.empty()) return;
    std::vector<Report> summed;
    for (const Report& part : parts) {
        if (part.format() != data.format) {
            add_note("PARTS-FORMAT", part, data.format, part.format(), out);
            continue;
        }
        if (part.year() != data.year) add_note("PARTS-YEAR", part, std::to_string(data.year.value_or(0)), std::to_string(part.year().value_or(0)), out);
        summed.push_back(part);
    }
    for (const auto& [pointer, cell] : data.cells) {
        const Rule* rule = find_rule(format, RuleKind::roll_up, section_of(pointer));
        if (rule != nullptr && !cell.pointer.empty()) check_cell(*rule, format, pointer, cell, summed, out);
    }
}

}  // namespace nianbao::report

// Checks of the date of issue against the year and the last day for publication.
#include "report/check_texts.hpp"

#include <fmt/format.h>

namespace nianbao::report {

namespace {

// "2025-01" → the day in it that is meant when days are compared: its first or its last.
std::string whole_date(const std::string& date, const char* day) { return date.size() == 7 ? date + day : date; }

}  // namespace

// A month without a day is late only when all of it is.
void check_deadline(const TextCheck& check) {
    if (check.data.issued.empty() || !check.data.year) return;
    const auto last_day = check.rule.words.find(check.data.organ_kind);
    if (last_day == check.rule.words.end() || last_day->second.empty()) return;
    const std::string deadline = fmt::format("{}-{}", *check.data.year + 1, last_day->second.front());
    if (whole_date(check.data.issued, "-01") > deadline) check.find_at("/issued", check.data.issued, deadline);
}

void check_period_end(const TextCheck& check) {
    if (check.data.issued.empty() || !check.data.year) return;
    const std::string end = fmt::format("{}-12-31", *check.data.year);
    if (whole_date(check.data.issued, "-31") < end) check.find_at("/issued", check.data.issued, end);
}

}  // namespace nianbao::report

// The tables of a report: every number of every section under its canonical pointer.
#pragma once

#include "report/keys.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// The keys of a group's fields with their labels as aliases.
std::vector<KeySpec> keys_of(const std::vector<Field>& fields);

// Reads the sections that are tables, and the narratives, from the matched keys of the report.
void read_sections(Reading& reading, const Keys& keys, Report::Data& data);

// Works out every total that was left out. One that cannot be, for want of numbers, stays missing.
void complete_totals(const Format& format, Report::Data& data);

// The sum of cells; nothing when one of them is no number.
std::optional<std::int64_t> sum_of(const Report::Data& data, const std::vector<std::string>& cells);

}  // namespace nianbao::report

// The numbers of a report against each other: sums, balances, and cells that hold no number.
#pragma once

#include <vector>

#include "report/format_data.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// Adds what the rules sum, balance, at_most, number_in_cell and missing_number find.
void check_numbers(const Report::Data& data, const Format& format, std::vector<Finding>& out);

// A finding of a rule at a cell; its sentence is still to be filled.
Finding finding_at(const Rule& rule, const CellValue& cell, Bilingual place);

}  // namespace nianbao::report

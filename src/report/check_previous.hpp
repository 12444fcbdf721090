// A report against last year's, and against the reports it sums up.
#pragma once

#include <vector>

#include <nianbao/report.hpp>

#include "report/format_data.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// What the rules previous_year find. Numbers that last year's report does not have (it may be of an older
// format) are passed over. PREVIOUS-YEAR and PREVIOUS-ORGAN: it is not last year's, or another organ's.
void check_previous(const Report::Data& data, const Report::Data& last, const Format& format, std::vector<Finding>& out);

// What the rule roll_up finds: numbers that are not the sum of those of the parts. PARTS-YEAR and
// PARTS-FORMAT: a part that cannot be summed.
void check_parts(const Report::Data& data, const std::vector<Report>& parts, const Format& format, std::vector<Finding>& out);

}  // namespace nianbao::report

// Numbers said in the text against numbers of the tables, and against each other (N-1 to N-13).
#pragma once

#include <vector>

#include "report/format_data.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// Adds what the rules of kind narrative, narrative_share, narrative_sum, narrative_fee and
// narrative_fee_rows find.
void check_narrative(const Report::Data& data, std::vector<Finding>& out);

}  // namespace nianbao::report

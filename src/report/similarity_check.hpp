// How much of a report's text stood in last year's already (重复率).
#pragma once

#include <vector>

#include "report/format_data.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// What the rule similarity finds: a percentage always, a warning from 40 of a hundred. Headings, which the
// form prescribes, and digits, which must differ, do not count.
void check_similarity(const Report::Data& data, const Report::Data& last, const Format& format, std::vector<Finding>& out);

}  // namespace nianbao::report

// Figures and charts of a narrative: pictures read from beside the report, numbers from the report itself.
#pragma once

#include <vector>

#include <nianbao/document.hpp>

#include "report/keys.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// {"figure": "name.png", "alt": …}. Faults: FIGURE-PATH (not inside the report's folder), FIGURE-FILE (not
// there, or too large), FIGURE-FOLDER (the report was not read from a file), WIDTH.
void add_figure(Reading& reading, const Keys& keys, std::vector<Block>& out);

// {"chart": "column", "data": "/applications/received" or {"labels": […], "values": […]}, …}.
// Faults: CHART-DATA, and those of numbers and texts.
void add_chart(Reading& reading, const Keys& keys, std::vector<Block>& out);

// Fills the charts that show fields of the report, once every total is known. Throws ReportError
// CHART-FIELD when a field has no numbers to show.
void complete_charts(const Format& format, Report::Data& data);

}  // namespace nianbao::report

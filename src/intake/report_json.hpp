// Outline + front matter → the JSON of a report.
#pragma once

#include <string>
#include <vector>

#include <nianbao/intake.hpp>

#include "base/json.hpp"
#include "intake/front_matter.hpp"
#include "intake/outline.hpp"
#include "report/format_data.hpp"

namespace nianbao::intake {

// Which built-in format the text has: by its tables and section heads, then by its year. The free form
// when it has neither.
std::string detected_format(const std::vector<OutlineBlock>& blocks, std::optional<int> year);

// What only the caller of the whole knows of a text.
struct ReportFrame {
    const report::Format& format;
    const FrontMatter& matter;
    const ImportOptions& options;
};

json::Value report_json(const ReportFrame& frame, std::vector<OutlineBlock> blocks, Notes& notes);

}  // namespace nianbao::intake

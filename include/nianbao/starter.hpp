// What an office begins the year with: a report to fill in, and the schemas that help an editor with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nianbao/export.hpp>
#include <nianbao/report.hpp>

namespace nianbao {

struct StarterOptions {
    std::string format = "disclosure-2021";
    std::string organ = {};                // empty: that of the previous report, else to be filled in
    std::optional<int> year = {};          // none: the year after the previous report, else to be given
    const Report* previous = nullptr;      // last year's: organ, carried-over applications, documents in force
    std::string schema = {};               // what "$schema" says; empty = not there
};

// A report as JSON with every key, zeros where numbers stand, x_ comments with the official labels and
// 【请填写…】 where text stands, which check refuses (DRAFT-1). Throws TemplateError for an unknown format,
// Error STARTER-YEAR when the format needs a year and none is known.
NIANBAO_API std::string starter_report_json(const StarterOptions& options = {});

// One JSON Schema for the reports of every format: that which "format" names holds.
NIANBAO_API std::string report_schemas_json();

// The JSON Schema of template.json.
NIANBAO_API std::string template_schema_json();

}  // namespace nianbao

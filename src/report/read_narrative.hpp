// Reads the cases of a narrative rule from format.json.
#pragma once

#include "report/format_node.hpp"
#include "report/narrative_rule.hpp"

namespace nianbao::report {

struct Format;

// The member "narrative" of a rule about a section: a list of
// {"phrases": […], "equals": [[row, …], …], "columns": [column or a+b, …]} with "unless", "context",
// "subject", "all_of" and "says" if needed. A row may be a group; the column "*" is each of the row's.
std::vector<NarrativeCase> read_narrative_cases(const Format& format, const FormatNode& rule, const std::string& section);

}  // namespace nianbao::report

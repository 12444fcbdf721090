// Reads a table of indicators of template.json: the preset of <nianbao/indicator_table.hpp>, bound to fields.
#pragma once

#include "template/template_data.hpp"

namespace nianbao::templating {

// {"label_head", "unit_head", "code_head", "values": [heads], "align", "rows": [{"label" | "text", "unit", "code",
// "fields": [one per value], "rows": […]}], "section", "summary", "caption", "unit", "notes", "style"}.
// Throws TEMPLATE-INDICATOR for a row with other than one label or one field for each column.
TableSource read_indicators(const Node& node, const StyleSheet& sheet);

}  // namespace nianbao::templating

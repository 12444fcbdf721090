// Reads one table of template.json and sees to it that its cells fill the grid.
#pragma once

#include "template/template_data.hpp"

namespace nianbao::templating {

// "turned" of a table, if it is there.
void read_turned(const ObjectNode& object, Turned& target);

TableSource read_table(const Node& node, const StyleSheet& sheet);

}  // namespace nianbao::templating

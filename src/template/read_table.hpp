// Reads one table of template.json and sees to it that its cells fill the grid.
#pragma once

#include "template/template_data.hpp"

namespace nianbao::templating {

TableSource read_table(const Node& node, const StyleSheet& sheet);

}  // namespace nianbao::templating

// Reads how lines are broken and adjusted from template.json.
#pragma once

#include "template/node.hpp"

namespace nianbao::templating {

// A width in em, "0.25em" or "-0.05em", from `least` to `most`. Throws TEMPLATE-EM.
Em em_of(const Node& node, Em least, Em most);

// Changes only what the object `lines` names. Throws TEMPLATE-GAP besides the faults of a node.
void read_lines(const Node& node, LineStyle& lines);

// `lines` of the whole template: where every style starts from.
void read_lines_of_all(const Node& node, StyleSheet& sheet);

}  // namespace nianbao::templating

// Rules (表线) of cells, rows and table styles, as the template names them.
#pragma once

#include "template/node.hpp"

namespace nianbao::templating {

// "0.5pt", {"width": "0.5pt", "color": "808080"}, or null for no rule.
RuleLook rule_of(const Node& node);

// One rule for all four edges, or an object of "top", "right", "bottom", "left".
EdgeRules edge_rules_of(const Node& node);

// One length for all four sides, or an object of "top", "right", "bottom", "left"; a side not named is 0.
Insets insets_of(const Node& node);

// The keys of a table style that are about rules.
void read_rule_keys(const ObjectNode& node, TableStyle& style);

}  // namespace nianbao::templating

// Reads page, styles, tables and texts of template.json over a sheet of styles.
#pragma once

#include "template/node.hpp"

namespace nianbao::templating {

// Each changes only what the node names; the rest stays as it is in the sheet.
void read_page(const Node& node, StyleSheet& sheet);  // after the styles: lines are characters of the body
void read_paragraph_styles(const Node& node, StyleSheet& sheet);
void read_table_styles(const Node& node, StyleSheet& sheet);
void read_text_styles(const Node& node, StyleSheet& sheet);

}  // namespace nianbao::templating

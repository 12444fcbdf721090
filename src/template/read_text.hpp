// Reads the texts of template.json: as they stand, fields and labels.
#pragma once

#include "template/template_data.hpp"

namespace nianbao::templating {

// "text", {"text"|"field"|"label": …, "style", "language"}, or a list of these.
TextSource read_text(const Node& node, const StyleSheet& sheet);

// The text of an optional key; empty when it is absent.
TextSource read_text(const ObjectNode& parent, std::string_view key, const StyleSheet& sheet);

// Puts the name of a style into `target`; throws TEMPLATE-STYLE when `styles` has none of that name.
template <typename Style>
void read_style_name(const ObjectNode& parent, const std::map<std::string, Style>& styles, std::string& target);

extern template void read_style_name(const ObjectNode&, const std::map<std::string, ParagraphStyle>&, std::string&);
extern template void read_style_name(const ObjectNode&, const std::map<std::string, TableStyle>&, std::string&);
extern template void read_style_name(const ObjectNode&, const std::map<std::string, TextStyle>&, std::string&);

}  // namespace nianbao::templating

// Reads the rules of format.json, with those it takes from the catalogue.
#pragma once

#include <string_view>
#include <vector>

#include "report/format_node.hpp"
#include "report/read_format.hpp"

namespace nianbao::report {

// Adds the rules of `node` (the format) and their equations to the format. `catalogue` is the text of
// rules.json: {"rules": […]}; a rule {"use": id, …} is that of the catalogue with what stands beside it.
void read_rules(Format& format, const FormatNode& node, std::string_view catalogue);

}  // namespace nianbao::report

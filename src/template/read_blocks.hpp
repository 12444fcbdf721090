// Reads the blocks of template.json, texts and tables included.
#pragma once

#include <vector>

#include "template/template_data.hpp"

namespace nianbao::templating {

// `sheet` holds every style a block may name.
std::vector<BlockSource> read_blocks(const Node& node, const StyleSheet& sheet);

}  // namespace nianbao::templating

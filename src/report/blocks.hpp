// Narratives of the input → blocks of the document.
#pragma once

#include <vector>

#include <nianbao/document.hpp>

#include "report/reading.hpp"
#include "report/texts.hpp"

namespace nianbao::report {

// A text (each line a paragraph) or a list of blocks. Faults: BLOCK, FEATURE-UNSUPPORTED, TEXT-EMPTY and
// those of every part.
std::vector<Block> read_narrative(Reading& reading, const Node& node, Emptiness emptiness);

// The {"table": …} block. Faults: WIDTH, TABLE-GRID, FEATURE-UNSUPPORTED; LimitError LIMIT-ROWS.
Table read_table(Reading& reading, const Node& node);

// The {"indicator_table": …} block. Faults: INDICATOR-VALUES and those of its texts; LimitError LIMIT-ROWS.
Table read_indicator_table(Reading& reading, const Node& node);

}  // namespace nianbao::report

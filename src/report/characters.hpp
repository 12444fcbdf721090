// Characters of a text that a reader cannot see, or that mean something else elsewhere.
#pragma once

#include "report/reading.hpp"

namespace nianbao::report {

// Of a string: LimitError LIMIT-TEXT above 1 MiB; fault TEXT-TAB; warnings CHAR-INVISIBLE (zero width, bidirectional controls) and
// CHAR-PRIVATE (private use area), each once per string, naming the first such character.
void check_text(Reading& reading, const Node& node);

}  // namespace nianbao::report

// Pasted tables: lines of cells between tabs or upright bars.
#pragma once

#include <vector>

#include "intake/source_text.hpp"

namespace nianbao::intake {

struct TableLine {
    int number = 0;
    std::vector<SourceChars> cells = {};  // trimmed; empty ones too
};

using TableLines = std::vector<TableLine>;

// A tab inside the text of the line, or a bar at its beginning.
bool is_table_line(const SourceLine& line);

// The cells; none for a line of dashes (|---|--:|), which says nothing.
TableLine cells_of(const SourceLine& line);

}  // namespace nianbao::intake

// Table → strips: caption, unit, one per row, notes.
#pragma once

#include "layout/measurement.hpp"

namespace nianbao::layout {

// Throws LayoutError (faults of the grid, TABLE-TOO-WIDE, TABLE-HEADER-TALL, CELL-TOO-NARROW).
void measure(Measurement& desk, const Table& block);

}  // namespace nianbao::layout

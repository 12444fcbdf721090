// Fills one area — a page, or a column of one — with strips.
#pragma once

#include "layout/strip.hpp"

namespace nianbao::layout {

// The area below `start`, which is zero at the head of a page or of a column.
struct FillRoom {
    std::uint32_t first = 0, limit = 0;  // strips that may stand there
    Length start = {}, height = {};      // both from the head of PageArea or of the column
    bool at_head = true;                 // nothing stands above on the page or in the column
};

struct Filled {
    std::uint32_t last = 0;          // one past the last strip
    std::vector<Length> tops = {};
    Length foot = {};                // of what stands there
    bool full = false;               // a strip did not fit: `last` is the best break before it
    bool overflows = false;          // one strip higher than the area
};

// Stops before a forced break, and before the first strip that stands in columns, or across a turned page,
// where the others do not. `full` with last == first: not even one strip fits below what stands above.
Filled fill(const StripList& list, const PageArea& area, const FillRoom& room);

// The next line of the grid at or below `y`.
Length up_to_grid(Length y, Length grid);

}  // namespace nianbao::layout

// Strips + page area → page plan. Knows heights and nothing of text.
#pragma once

#include "layout/strip.hpp"

namespace nianbao::layout {

// Fills page after page; where a strip does not fit, the page ends at its best break, the latest
// among equals. A strip that has to begin an odd page gets an empty page before it where needed.
// Strictly forward, linear in the number of strips. No strips: no pages. Stops after
// `max_pages` pages plus one, so that a caller can see that there were more.
PagePlan paginate(const StripList& list, const PageArea& area, int max_pages);

}  // namespace nianbao::layout

// Strips and page plans as text: one line each, lengths in points. For tests and bug reports.
#pragma once

#include <string>

#include "layout/strip.hpp"

namespace nianbao::layout {

// "0 height 29.621 before good": index, height, appeal of a page end before it, and what differs
// from a plain strip (space, snap, solid, header group).
std::string dump(const StripList& list);

// "page 1 strips 0-21", then the top of each strip.
std::string dump(const PagePlan& plan);

}  // namespace nianbao::layout

// A quarter turn of what stands across a page (横排).
#pragma once

#include <cstddef>

#include <nianbao/paged_document.hpp>

namespace nianbao::layout {

// Turns the items from `first` on against the clock, so that what was the head of a sheet as wide as
// the page is high stands at the left edge of the page.
void turn_items(Page& page, std::size_t first);

}  // namespace nianbao::layout

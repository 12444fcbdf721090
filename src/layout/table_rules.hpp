// Rules of a table on one page: every edge once, the heavier wins, the frame closed.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/paged_document.hpp>

#include "layout/measured.hpp"

namespace nianbao::layout {

// A stretch of a table on a page as a grid: which cell covers each slot.
struct RuledGrid {
    std::vector<Length> x = {}, y = {};         // edges, on the page; at least two each
    std::vector<std::uint32_t> owners = {};     // (x.size() - 1) × (y.size() - 1), row by row
    std::vector<std::uint32_t> rows = {};       // of the table, one for each row of slots
    bool cut_top = false, cut_bottom = false;   // the table goes on there
    bool cuts_cell = false;                     // at the bottom: a text may come close to the edge
    std::uint32_t owner(std::size_t row, std::size_t column) const { return owners[row * (x.size() - 1) + column]; }
};

// The frame is drawn inside the outer edges, below a cut cell outside, so that no letter meets it; inner rules
// stand in the middle of theirs. An edge takes the heaviest rule that the cells and rows meeting there name, or
// the table style's. A rule that ends where a rule across it ends as well is drawn to the far side of that, so
// that corners are full.
std::vector<Rule> rules_of(const RuledGrid& grid, const MeasuredTable& table);

}  // namespace nianbao::layout

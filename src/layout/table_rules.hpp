// Rules of a table on one page: every edge once, the frame closed.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/paged_document.hpp>

namespace nianbao::layout {

// A stretch of a table on a page as a grid: which cell covers each slot.
struct RuledGrid {
    std::vector<Length> x = {}, y = {};         // edges, on the page; at least two each
    std::vector<std::uint32_t> owners = {};     // (x.size() - 1) × (y.size() - 1), row by row
    std::uint32_t owner(std::size_t row, std::size_t column) const { return owners[row * (x.size() - 1) + column]; }
};

// The frame is drawn inside the outer edges, inner rules in the middle of theirs.
std::vector<Rule> rules_of(const RuledGrid& grid, Length inner, Length outer);

}  // namespace nianbao::layout

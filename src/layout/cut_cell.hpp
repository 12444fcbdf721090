// The text of a cell that a page end cuts: which lines stand in which part of the cell.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nianbao::layout {

// Lines [begin, end) of a cell in one of its parts; a copy repeats what another part already says.
struct CutLines {
    std::int64_t begin = 0, end = 0;
    bool copy = false;
};

// One answer per part; `capacities` are the lines each part can hold. The text stands whole in the
// first part that holds it, and again in each later one when `repeat`; a text that no part holds runs
// on from part to part. Empty: the parts cannot hold it.
std::vector<CutLines> divide_lines(std::int64_t lines, std::span<const std::int64_t> capacities, bool repeat);

}  // namespace nianbao::layout

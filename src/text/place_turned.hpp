// The places of a line's clusters where the line is not simply read from left to right.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/composer.hpp"

namespace nianbao::text {

// The clusters [begin, end) of one line; from `seen` on they hang over the line end. `taken` is what
// each joint of [begin + 1, seen) gives or gets.
struct LineStretch {
    std::size_t begin = 0, end = 0, seen = 0;
    std::span<const Joint> joints = {};
    std::span<const std::int32_t> taken = {};
};

struct PlacedCluster {
    std::int32_t x = 0, advance = 0; // left edge, in millipoints
};

// L1 and L2 of UAX #9 on one line that begins `left` of the measure. One for each cluster.
std::vector<PlacedCluster>
place_turned(const Composer& composer, const LineStretch& line, std::int32_t left);

} // namespace nianbao::text

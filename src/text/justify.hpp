// 两端对齐: how much each joint of a line gives or takes, in CLREQ's order (6.2.2.3, 6.2.2.4), and what
// that costs.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "text/punctuation.hpp"

namespace nianbao::text {

// What a line has to give: the sums over its joints, in millipoints.
struct LineTotals {
    std::int32_t natural = 0;
    std::array<std::int32_t, squeeze_steps> squeeze = {};  // by step
    std::array<std::int32_t, 3> stretch = {};              // word_space, han_latin_gap
    std::array<std::int32_t, 3> stretching = {};           // how many joints of each
    std::int32_t places = 0;                               // joints of Stretch::any
    std::int32_t joints = 0;
};

// What each joint takes, and how much each step gave of it: squeezed steps below zero.
struct Adjustment {
    std::vector<std::int32_t> taken = {};  // beside the joints
    LineSteps steps = {};
};

// How much the last step may add to each of its places, in millipoints. A line that needs more stays short:
// holes are worse than a ragged edge.
struct StretchLimits {
    std::int32_t any = std::numeric_limits<std::int32_t>::max();  // between Han
    std::int32_t gap = std::numeric_limits<std::int32_t>::max();  // word spaces and Han–Latin gaps
};

// The change of every joint so that their sum is exactly `change`: squeezed (−) step after step, the
// same amount in each place of a step; stretched (+) likewise. A squeeze beyond all room stops there, and
// a stretch beyond the limits of the last step, or without any place, is not made at all.
Adjustment adjust(
    std::span<const Joint> joints, std::int32_t change, const StretchLimits& limits = {}
);

// How bad a line looks when it is brought to `target` (spec/typesetting 2).
double adjustment_cost(const LineTotals& totals, std::int32_t target, std::int32_t em);

}  // namespace nianbao::text

// 两端对齐: how much each joint of a line gives or takes, in CLREQ's order (6.2.2.3, 6.2.2.4), and what
// that costs.
#pragma once

#include <array>
#include <cstdint>
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

// The change of every joint so that their sum is exactly `change`: squeezed (−) step after step, the
// same amount in each place of a step; stretched (+) likewise, without limit at the end. A squeeze
// beyond all room stops there.
Adjustment adjust(std::span<const Joint> joints, std::int32_t change);

// How bad a line looks when it is brought to `target` (spec/typesetting 2).
double adjustment_cost(const LineTotals& totals, std::int32_t target, std::int32_t em);

}  // namespace nianbao::text

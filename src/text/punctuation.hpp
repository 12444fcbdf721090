// 标点挤压 and 中西文间距: the room between neighbours, what of it may be squeezed or stretched, and
// what the ends of a line lose (CLREQ 6.2.2, 6.3.2, 6.3.3).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "text/line.hpp"

namespace nianbao::text {

// Steps of CLREQ 6.2.2, squeezed in this order.
enum class Squeeze : std::uint8_t { none, word_space, interpunct, bracket, pause, han_latin_gap, stop };
constexpr std::size_t squeeze_steps = 7;  // with none

// Stretched in this order; `any` takes what is left, the same everywhere.
enum class Stretch : std::uint8_t { none, word_space, han_latin_gap, any };

// The boundary between two clusters of one line, in millipoints.
struct Joint {
    std::int32_t base = 0;                     // always: a pair squeezed (−), a Han–Latin gap (+)
    std::int32_t squeeze_room[2] = {0, 0};     // of the mark before, of the mark after
    Squeeze squeeze[2] = {Squeeze::none, Squeeze::none};
    std::int32_t stretch_room = 0;             // of steps word_space and han_latin_gap
    Stretch stretch = Stretch::none;
};

struct Spacing {
    std::vector<Joint> joints = {};            // before each cluster; the first is unused
    std::vector<std::int32_t> start_trim = {}; // what a cluster loses at a line start
    std::vector<std::int32_t> end_trim = {};   // and at a line end
    std::vector<std::int32_t> hang = {};       // what else it loses when it hangs outside the measure;
                                               // empty when nothing hangs
    std::vector<std::pair<std::size_t, std::size_t>> solid = {};  // clusters that no line may part
};

Spacing space_out(const ShapedText& text, const LineStyle& style);

}  // namespace nianbao::text

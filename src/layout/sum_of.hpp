// Lengths added up.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include <nianbao/length.hpp>

namespace nianbao::layout {

// Longer than any page; a sum that would be longer, which a Length may not hold, is as long.
inline constexpr Length endless = Length::millipoints(1'000'000'000);

inline Length sum_of(std::int64_t a, std::int64_t b) { return Length::millipoints(std::min<std::int64_t>(a + b, endless.count())); }
inline Length sum_of(std::span<const Length> lengths) {
    std::int64_t sum = 0;
    for (const Length length : lengths) sum += length.count();
    return sum_of(sum, 0);
}

}  // namespace nianbao::layout

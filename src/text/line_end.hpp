// Why a line ends where it does, and how much that is disliked.
#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao::text {

enum class LineEnd : std::uint8_t {
    paragraph, line_feed,  // it has to
    free,                  // UAX #14 and 避头尾 allow it and nothing speaks against it
    date,                  // 2024年|1月
    numeral,               // 三|条
    approximate,           // 50多|家
    address,               // inside a URL
    typed_hyphen,          // after a typed hyphen of a Latin word
    strict_edge,           // a place only EdgeLevel::strict forbids
    unit,                  // 12|件
    hyphen,                // inside a Latin word, with a hyphen shown
    yielding_edge,         // between three marks (LineStyle::edges_may_yield)
    emergency,             // inside what is unbreakable and wider than the measure
};

// In the coin of line costs.
std::int32_t penalty_of(LineEnd end);

std::string_view name_of(LineEnd end);

}  // namespace nianbao::text

// How strict the edges of a line are (避头尾).
#pragma once

#include <cstdint>

namespace nianbao::text {

// none: plain UAX #14, no Chinese rule and no rule for numbers and addresses; basic: CLREQ 6.1.1;
// gb: GB/T 15834—2011, which keeps the solidus off both edges; strict: no —— and …… at a line
// start.
enum class EdgeLevel : std::uint8_t { none, basic, gb, strict };

} // namespace nianbao::text

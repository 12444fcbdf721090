// UAX #14 without any tailoring but that of numbers (its Example 7): where a line may end.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/unicode_data.hpp"

namespace nianbao::text {

enum class BreakKind : std::uint8_t { forbidden, allowed, mandatory };

// characters.size() + 1 boundaries; the first is forbidden, the last mandatory (LB2, LB3).
std::vector<BreakKind> line_breaks(std::span<const CharacterData> characters);

} // namespace nianbao::text

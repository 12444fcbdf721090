// An outline → a Type 2 charstring of 1000 units to the em, without subroutines or hints.
#pragma once

#include <span>
#include <string>

#include "font/outline.hpp"

namespace nianbao::font {

// The width a charstring need not name (defaultWidthX of the program it goes into).
inline constexpr int default_width = 1000;

// What a charstring can say as a width.
inline constexpr int widest = 32767;

std::string make_charstring(std::span<const Segment> outline, int width);

} // namespace nianbao::font

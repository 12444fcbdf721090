// Points, sizes and rectangles on a page: origin at the top left, y grows downward.
#pragma once

#include <nianbao/length.hpp>

namespace nianbao {

struct Point {
    Length x = {}, y = {};
    friend bool operator==(const Point&, const Point&) = default;
};

struct Size {
    Length width = {}, height = {};
    friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    Point origin = {};  // the top left corner
    Size size = {};
    constexpr Length left() const { return origin.x; }
    constexpr Length top() const { return origin.y; }
    constexpr Length right() const { return origin.x + size.width; }
    constexpr Length bottom() const { return origin.y + size.height; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

// Distances from the four edges of the paper or of a cell.
struct Insets {
    Length top = {}, right = {}, bottom = {}, left = {};
    friend bool operator==(const Insets&, const Insets&) = default;
};

}  // namespace nianbao

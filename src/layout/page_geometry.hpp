// Where the type area (版心) stands on a page and which room it gives to strips.
#pragma once

#include <nianbao/document.hpp>

#include "layout/strip.hpp"

namespace nianbao::layout {

struct PageGeometry {
    Size paper = {};
    Length left_odd = {}, left_even = {};  // left edge of the type area
    Length top = {};                       // top edge of the type area
    Length width = {}, height = {};        // of the type area
    Length column_width = {}, column_gap = {};  // without columns: the width of the type area
    bool column_rule = false;
    PageArea area = {};

    // `page` counts from 0; page 0 is an odd page.
    Length left(std::size_t page) const { return page % 2 == 0 ? left_odd : left_even; }
    Length right(std::size_t page) const { return left(page) + width; }
    // Left edge of a column, from 0.
    Length column_left(std::size_t page, std::int64_t column) const { return left(page) + column * (column_width + column_gap); }
    Length bottom() const { return top + height; }
    // Top of the first line box, above the type area by the leading of a line.
    Length area_top() const { return top - area.hang; }

    // A page whose content stands across (横排): as it is seen when the sheet is turned clockwise, head
    // at the top. Its left edge is the foot of the page, its head the left edge of the type area.
    Length measure(bool turned) const { return turned ? height : width; }
    Length solid_height(bool turned) const { return turned ? width : area.solid_height(); }
    Length turned_left() const { return paper.height - bottom(); }
    Length turned_top(std::size_t page) const { return left(page); }
};

// Throws LayoutError (PAGE-TOO-SMALL) when the margins leave no line.
PageGeometry geometry_of(const StyleSheet& styles);

}  // namespace nianbao::layout

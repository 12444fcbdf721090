// Strip and BreakAppeal, the coin of this module: what paginate needs to know of a block.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/length.hpp>

namespace nianbao::layout {

// How good a page end before this strip is (LayoutNG's appeal). `never` is still taken when a page
// has nothing better: text that stops at the wrong place beats text outside the page. `unfit`: text
// of a cell would not fit beside the page end.
enum class BreakAppeal { unfit, never, last_resort, poor, good, forced };

struct Strip {
    Length height = {};
    Length space_before = {};          // dropped at the head of a page
    BreakAppeal before = BreakAppeal::good;
    // Starts on the page's line grid: text that is set on the grid, and what follows it.
    bool snap = false;
    Length lead = {};                  // between the line of the grid and the strip; dropped as space_before
    bool odd_page = false;             // a forced break before it goes on to an odd page
    // Reaches to its own edges (table rows). Text lines instead have leading above and below, which
    // may hang out of the type area at its head and foot (PageArea::hang).
    bool solid = false;
    // Strips of the same table: its header strips are brought along to the next page.
    std::int32_t header_group = -1;    // index into StripList::headers; -1 = none
    Length foot = {};                  // what a page that ends after this strip repeats below it
    bool turned = false;               // stands across the page: on pages of its own kind
    bool in_column = false;            // stands in a column of the page, else across it
};

// Strips that are repeated at the head of a page that continues a table. They are solid.
struct HeaderGroup {
    Length height = {};
};

// Strips [first, last) that move to the next page when they fit there whole and less than a third of
// their height would stand on this one.
struct MovingGroup {
    std::uint32_t first = 0, last = 0;
};

struct StripList {
    std::vector<Strip> strips = {};
    std::vector<HeaderGroup> headers = {};
    std::vector<MovingGroup> moving = {};  // in order, none within another
};

// The room of one page, from the top of the first line box to the bottom of the last.
struct PageArea {
    Length height = {};
    Length grid = {};                  // distance of the lines of the page; zero: no grid
    Length hang = {};                  // leading of a body line above its Han, the same below
    Length turned_height = {};         // of pages whose strips stand across: no grid, no hang
    int columns = 1;                   // for strips that stand in columns
    // Room for solid strips.
    Length solid_height() const { return height - 2 * hang; }
    // The area of a page whose strips stand across.
    PageArea turned() const { return {.height = turned_height}; }
};

// A stretch of a page in which strips stand in columns, from the head of PageArea.
struct ColumnBand {
    Length top = {}, bottom = {};
    int columns = 0;                       // that hold strips
};

// What stands on one page: strips [first, last) with the y of each from the head of PageArea. No strips:
// an empty page before one that has to be odd.
struct PlannedPage {
    std::uint32_t first = 0, last = 0;
    std::int32_t repeated_header = -1;     // header group drawn at the head of the page
    std::vector<Length> tops = {};
    std::vector<std::uint8_t> columns = {};  // of each strip, from 0; empty when there is one column
    std::vector<ColumnBand> bands = {};
    bool overflows = false;                // one strip taller than the page
    bool turned = false;                   // its strips stand across the page
};

struct PagePlan {
    std::vector<PlannedPage> pages = {};
};

}  // namespace nianbao::layout

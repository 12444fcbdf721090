// A stretch of a page whose strips stand in columns (分栏), CLREQ 7.1.1.5.
#pragma once

#include "layout/fill.hpp"

namespace nianbao::layout {

struct FilledBand {
    std::vector<Filled> columns = {};
    ColumnBand place = {};
    bool complete = false;           // every strip up to the limit, a forced break or one that stands across
    bool overflows = false;          // a strip higher than a column
    BreakAppeal worst = BreakAppeal::forced;  // of the breaks between columns, and after the last

    std::uint32_t last() const { return columns.back().last; }
};

// Fills column after column below `top`; strips that do not fill them are balanced: the lowest columns
// whose breaks are as good as any.
FilledBand fill_band(const StripList& list, const PageArea& area, std::uint32_t first, std::uint32_t limit, Length top);

}  // namespace nianbao::layout

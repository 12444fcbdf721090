// Fill the area; when a strip does not fit, go back to the best break in it.
#include "layout/fill.hpp"

#include <utility>

namespace nianbao::layout {

namespace {

// Of a strip below what ends at `y`.
Length top_of(const Strip& strip, const PageArea& area, bool at_head, Length y) {
    if (at_head && strip.solid && y < area.hang) return area.hang;
    if (!at_head) y += strip.space_before;
    if (strip.snap) y = up_to_grid(y, area.grid);
    return at_head ? y : y + strip.lead;
}

bool other_kind(const StripList& list, const PageArea& area, std::uint32_t a, std::uint32_t b) {
    if (list.strips[a].turned != list.strips[b].turned) return true;
    return area.columns > 1 && list.strips[a].in_column != list.strips[b].in_column;
}

Filled cut_at(const StripList& list, Filled out, const FillRoom& room, std::uint32_t end) {
    out.full = true;
    out.last = end;
    out.tops.resize(end - room.first);
    out.foot = end == room.first ? room.start : out.tops.back() + list.strips[end - 1].height;
    return out;
}

}  // namespace

Filled fill(const StripList& list, const PageArea& area, const FillRoom& room) {
    Filled out{.last = room.first, .tops = {}, .foot = room.start};
    std::uint32_t best = room.first;
    for (std::uint32_t i = room.first; i < room.limit; ++i) {
        const Strip& strip = list.strips[i];
        const bool first = i == room.first, at_head = first && room.at_head;
        if (!first) {
            if (strip.before == BreakAppeal::forced || other_kind(list, area, room.first, i)) break;
            if (best == room.first || strip.before >= list.strips[best].before) best = i;
        }
        const Length top = top_of(strip, area, at_head, out.foot);
        const Length foot = top + strip.height;
        if (foot + strip.foot > room.height - (strip.solid ? area.hang : Length{})) {
            if (!at_head) return cut_at(list, std::move(out), room, best);
            out.overflows = true;
        }
        out.foot = foot;
        out.tops.push_back(top);
        out.last = i + 1;
    }
    return out;
}

Length up_to_grid(Length y, Length grid) {
    if (grid <= Length{}) return y;
    const std::int32_t over = y.count() % grid.count();
    return over == 0 ? y : y + grid - Length::millipoints(over);
}

}  // namespace nianbao::layout

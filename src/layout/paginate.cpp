// Fill the page; when a strip does not fit, go back to the best break on this page.
#include "layout/paginate.hpp"

namespace nianbao::layout {

namespace {

Length up_to_grid(Length y, Length grid) {
    if (grid <= Length{}) return y;
    const std::int32_t over = y.count() % grid.count();
    return over == 0 ? y : y + grid - Length::millipoints(over);
}

class Paginator {
public:
    Paginator(const StripList& list, const PageArea& area)
        : list_(list), upright_(area), turned_(area.turned()), area_(area) {}

    PlannedPage page_from(std::uint32_t first) {
        PlannedPage page;
        page.first = first;
        page.turned = list_.strips[first].turned;
        area_ = page.turned ? turned_ : upright_;
        Length y;  // foot of what stands on the page so far
        if (list_.strips[first].header_group >= 0) {
            page.repeated_header = list_.strips[first].header_group;
            y = area_.hang + list_.headers[static_cast<std::size_t>(page.repeated_header)].height;
        }
        page.last = fill(page, y);
        page.tops.resize(page.last - page.first);
        return page;
    }

private:
    // One past the last strip of the page.
    std::uint32_t fill(PlannedPage& page, Length y) {
        const auto count = static_cast<std::uint32_t>(list_.strips.size());
        std::uint32_t best = page.first;
        for (std::uint32_t i = page.first; i < count; ++i) {
            const Strip& strip = list_.strips[i];
            const bool at_head = i == page.first;
            if (!at_head) {
                if (strip.before == BreakAppeal::forced || strip.turned != page.turned) return i;
                if (best == page.first || strip.before >= list_.strips[best].before) best = i;
            }
            note_group(i, best);
            const Length top = top_of(strip, at_head, y);
            y = top + strip.height;
            if (y + strip.foot > area_.height - (strip.solid ? area_.hang : Length{})) {
                if (!at_head) return moved(page, best);
                page.overflows = true;
            }
            page.tops.push_back(top);
        }
        return count;
    }

    // Remembers the best break at or above the group that strip `i` begins.
    void note_group(std::uint32_t i, std::uint32_t best) {
        while (group_ < list_.moving.size() && list_.moving[group_].last <= i) ++group_;
        if (group_ < list_.moving.size() && list_.moving[group_].first == i) best_above_ = best;
    }

    // The page end, or the best above the group that it cuts when the group had better move whole.
    std::uint32_t moved(const PlannedPage& page, std::uint32_t best) const {
        if (group_ == list_.moving.size()) return best;
        const MovingGroup& group = list_.moving[group_];
        if (best <= group.first || group.first <= page.first || best_above_ == page.first) return best;
        if (list_.strips[best_above_].before < BreakAppeal::poor) return best;
        const Length stays = page.tops[best - 1 - page.first] + list_.strips[best - 1].height - page.tops[group.first - page.first];
        std::int64_t whole = 0;
        for (std::uint32_t i = group.first; i < group.last; ++i) {
            whole += (i == group.first ? Length{} : list_.strips[i].space_before).count() + list_.strips[i].height.count();
            if (whole > area_.solid_height().count()) return best;
        }
        return 3 * std::int64_t{stays.count()} < whole ? best_above_ : best;
    }

    Length top_of(const Strip& strip, bool at_head, Length y) const {
        if (at_head && strip.solid && y < area_.hang) return area_.hang;
        if (!at_head) y += strip.space_before;
        return strip.snap ? up_to_grid(y, area_.grid) : y;
    }

    const StripList& list_;
    PageArea upright_, turned_;
    PageArea area_;  // of the page being filled
    std::size_t group_ = 0;         // the first that does not end above the strip being placed
    std::uint32_t best_above_ = 0;  // the best break at or above its first strip
};

}  // namespace

PagePlan paginate(const StripList& list, const PageArea& area, int max_pages) {
    PagePlan plan;
    Paginator paginator(list, area);
    std::uint32_t next = 0;
    while (next < list.strips.size() && static_cast<int>(plan.pages.size()) <= max_pages) {
        plan.pages.push_back(paginator.page_from(next));
        next = plan.pages.back().last;
    }
    return plan;
}

}  // namespace nianbao::layout

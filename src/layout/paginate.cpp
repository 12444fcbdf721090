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
    Paginator(const StripList& list, const PageArea& area) : list_(list), area_(area) {}

    PlannedPage page_from(std::uint32_t first) const {
        PlannedPage page;
        page.first = first;
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
    std::uint32_t fill(PlannedPage& page, Length y) const {
        const auto count = static_cast<std::uint32_t>(list_.strips.size());
        std::uint32_t best = page.first;
        for (std::uint32_t i = page.first; i < count; ++i) {
            const Strip& strip = list_.strips[i];
            const bool at_head = i == page.first;
            if (!at_head) {
                if (strip.before == BreakAppeal::forced) return i;
                if (best == page.first || strip.before >= list_.strips[best].before) best = i;
            }
            const Length top = top_of(strip, at_head, y);
            y = top + strip.height;
            if (y > area_.height - (strip.solid ? area_.hang : Length{})) {
                if (!at_head) return best;
                page.overflows = true;
            }
            page.tops.push_back(top);
        }
        return count;
    }

    Length top_of(const Strip& strip, bool at_head, Length y) const {
        if (at_head && strip.solid && y < area_.hang) return area_.hang;
        if (!at_head) y += strip.space_before;
        return strip.snap ? up_to_grid(y, area_.grid) : y;
    }

    const StripList& list_;
    const PageArea& area_;
};

}  // namespace

PagePlan paginate(const StripList& list, const PageArea& area, int max_pages) {
    PagePlan plan;
    const Paginator paginator(list, area);
    std::uint32_t next = 0;
    while (next < list.strips.size() && static_cast<int>(plan.pages.size()) <= max_pages) {
        plan.pages.push_back(paginator.page_from(next));
        next = plan.pages.back().last;
    }
    return plan;
}

}  // namespace nianbao::layout

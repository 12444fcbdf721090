// Page after page: strips across the page one below the other, strips in columns in bands.
#include "layout/paginate.hpp"

#include <utility>

#include "layout/column_band.hpp"
#include "layout/fill.hpp"

namespace nianbao::layout {

namespace {

class Paginator {
public:
    Paginator(const StripList& list, const PageArea& area)
        : list_(list), upright_(area), turned_(area.turned()), area_(area) {}

    PlannedPage page_from(std::uint32_t first) {
        const auto count = static_cast<std::uint32_t>(list_.strips.size());
        const std::uint32_t end = moved(lay(first, count));
        // What is left when the page had better end earlier is laid again: its columns are balanced.
        if (end < page_.last) lay(first, end);
        return std::move(page_);
    }

private:
    // Fills page_ with strips [first, limit) as far as they fit; where the page had better end.
    std::uint32_t lay(std::uint32_t first, std::uint32_t limit) {
        page_ = {.first = first, .last = first, .turned = list_.strips[first].turned};
        area_ = page_.turned ? turned_ : upright_;
        foot_ = {};
        if (list_.strips[first].header_group >= 0) {
            page_.repeated_header = list_.strips[first].header_group;
            foot_ = area_.hang + list_.headers[static_cast<std::size_t>(page_.repeated_header)].height;
        }
        while (page_.last < limit) {
            const std::uint32_t next = page_.last;
            const Strip& strip = list_.strips[next];
            if (next > first && (strip.before == BreakAppeal::forced || strip.turned != page_.turned)) return next;
            const bool in_columns = area_.columns > 1 && strip.in_column;
            const std::uint32_t end = in_columns ? add_band(limit) : add_across(limit);
            if (end != nowhere) return end;
        }
        return page_.last;
    }

    // The page end, or the best above the group that it cuts when the group had better move whole.
    std::uint32_t moved(std::uint32_t end) {
        while (group_ < list_.moving.size() && list_.moving[group_].last <= end) ++group_;
        if (group_ == list_.moving.size()) return end;
        const MovingGroup& group = list_.moving[group_];
        if (end <= group.first || group.first <= page_.first) return end;
        const std::uint32_t above = best_at_or_above(group.first, group.first);
        if (list_.strips[above].before < BreakAppeal::poor) return end;
        const Length stays = page_.tops[end - 1 - page_.first] + list_.strips[end - 1].height - page_.tops[group.first - page_.first];
        std::int64_t whole = 0;
        for (std::uint32_t i = group.first; i < group.last; ++i) {
            whole += (i == group.first ? Length{} : list_.strips[i].space_before).count() + list_.strips[i].height.count();
            if (whole > area_.solid_height().count()) return end;
        }
        return 3 * std::int64_t{stays.count()} < whole ? above : end;
    }

    std::uint32_t add_across(std::uint32_t limit) {
        const std::uint32_t begin = page_.last;
        Filled filled = fill(list_, area_, {begin, limit, foot_, area_.height, begin == page_.first});
        add(filled, 0);
        foot_ = filled.foot;
        return filled.full ? best_end(begin) : nowhere;
    }

    std::uint32_t add_band(std::uint32_t limit) {
        const std::uint32_t begin = page_.last;
        const Length top = begin == page_.first ? foot_ : up_to_grid(foot_ + list_.strips[begin].space_before, area_.grid);
        const FilledBand band = fill_band(list_, area_, begin, limit, top);
        if (begin > page_.first && (!band.complete || band.overflows)) {
            const std::uint32_t above = best_at_or_above(begin, begin);
            if (band.overflows || list_.strips[above].before > band.worst) return above;
        }
        for (std::size_t i = 0; i < band.columns.size(); ++i) add(band.columns[i], static_cast<std::uint8_t>(i));
        page_.bands.push_back(band.place);
        foot_ = band.place.bottom;
        return band.complete ? nowhere : page_.last;
    }

    // The end of the page so far, or a better break at or above `begin`, where a stretch of it begins.
    std::uint32_t best_end(std::uint32_t begin) const {
        return begin == page_.first ? page_.last : best_at_or_above(begin, page_.last);
    }

    // `end`, or the latest break at or above `begin` that is better.
    std::uint32_t best_at_or_above(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin; i > page_.first; --i)
            if (list_.strips[i].before > list_.strips[end].before) end = i;
        return end;
    }

    void add(const Filled& filled, std::uint8_t column) {
        page_.tops.insert(page_.tops.end(), filled.tops.begin(), filled.tops.end());
        if (area_.columns > 1) page_.columns.insert(page_.columns.end(), filled.tops.size(), column);
        page_.overflows = page_.overflows || filled.overflows;
        page_.last = filled.last;
    }

    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

    const StripList& list_;
    PageArea upright_, turned_;
    PageArea area_;          // of the page being filled
    std::size_t group_ = 0;  // the first that does not end above the page end
    PlannedPage page_ = {};
    Length foot_ = {};       // of what stands on the page so far
};

}  // namespace

PagePlan paginate(const StripList& list, const PageArea& area, int max_pages) {
    PagePlan plan;
    Paginator paginator(list, area);
    std::uint32_t next = 0;
    while (next < list.strips.size() && static_cast<int>(plan.pages.size()) <= max_pages) {
        const bool page_is_even = plan.pages.size() % 2 == 1;
        if (list.strips[next].odd_page && page_is_even) {
            plan.pages.push_back({.first = next, .last = next});
            continue;
        }
        plan.pages.push_back(paginator.page_from(next));
        next = plan.pages.back().last;
    }
    return plan;
}

}  // namespace nianbao::layout

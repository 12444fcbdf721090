// Columns of one stretch of a page: filled in turn, balanced where they end.
#include "layout/column_band.hpp"

#include <algorithm>

#include <nianbao/length.hpp>

namespace nianbao::layout {

namespace {

class BandFiller {
public:
    BandFiller(const StripList& list, const PageArea& area, std::uint32_t first, std::uint32_t limit, Length top)
        : list_(list), area_(area), first_(first), limit_(limit), top_(top) {}

    FilledBand with_foot(Length foot) const {
        FilledBand band;
        band.place = {top_, foot};
        std::uint32_t next = first_;
        for (int i = 0; i < area_.columns && !band.complete; ++i) {
            band.columns.push_back(fill(list_, area_, {next, limit_, top_, foot, true}));
            const Filled& column = band.columns.back();
            next = column.last;
            band.complete = !column.full;
            band.overflows = band.overflows || column.overflows;
            if (column.full) band.worst = std::min(band.worst, list_.strips[next].before);
        }
        band.place.columns = static_cast<int>(band.columns.size());
        return band;
    }

    // No lower than a share of what stands there allows; each try costs no more than the page holds.
    FilledBand balanced(FilledBand best) const {
        std::int64_t total = 0;
        for (const Filled& column : best.columns) total += (column.foot - top_).count();
        const Length step = std::max(area_.grid, Length::millipoints(1000));
        const std::int64_t share = total / area_.columns / step.count();
        const Length highest = best.place.bottom;
        bool found = false;
        for (Length foot = top_ + std::max<std::int64_t>(share, 1) * step; foot < highest; foot += step) {
            FilledBand band = with_foot(foot);
            if (!band.complete || band.overflows || (found && band.worst <= best.worst)) continue;
            if (!found && band.worst < best.worst && best.columns.size() > 1) continue;
            best = std::move(band);
            found = true;
            if (best.worst >= BreakAppeal::good) break;
        }
        best.place.bottom = top_;
        for (const Filled& column : best.columns) best.place.bottom = std::max(best.place.bottom, column.foot);
        return best;
    }

private:
    const StripList& list_;
    const PageArea& area_;
    std::uint32_t first_, limit_;
    Length top_;
};

}  // namespace

FilledBand fill_band(const StripList& list, const PageArea& area, std::uint32_t first, std::uint32_t limit, Length top) {
    const BandFiller filler(list, area, first, limit, top);
    FilledBand band = filler.with_foot(area.height);
    return band.complete && !band.overflows ? filler.balanced(std::move(band)) : band;
}

}  // namespace nianbao::layout

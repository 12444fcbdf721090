// One paragraph with its breaks, sums and options.
#include "text/composer.hpp"

#include <algorithm>

namespace nianbao::text {

Composer::Composer(const ShapedText& t, const LineOptions& o)
    : text(t), options(o), spacing(space_out(t, o.style)), sums(t, spacing),
      breaks(break_opportunities(break_units(t), o.style.edges, o.style.edges_may_yield)) {
    for (const auto& [begin, end] : spacing.solid)
        for (std::size_t b = begin + 1; b < end; ++b)
            if (breaks[b].kind == BreakKind::allowed) breaks[b] = {};
    if (o.style.hyphenation) add_hyphen_breaks();
    for (const StyledRun& run : t.runs)
        em = std::max(em, run.style.size.count());
    if (em == 0) em = 1;
}

std::int32_t Composer::measure_at(std::size_t begin) const {
    const Length indent = begin == 0 ? options.first_indent : options.hanging_indent;
    return (options.measure - indent).count();
}

Composer::Fit Composer::fit(std::size_t begin, std::size_t end, bool last) const {
    const std::int32_t target = measure_at(begin);
    const std::int32_t hang = sums.hang(begin, end);
    const std::int32_t tightest = sums.tightest(begin, end);
    // A lone cluster that is too wide stands alone: there is no other way to set it.
    if (tightest - hang > target && end - begin > 1) return {};
    LineTotals totals = sums.totals(begin, end);
    const auto adjusted = [&] {
        const bool filled = !last || options.last_line == Align::justify || totals.natural > target;
        return filled ? adjustment_cost(totals, target, em) : 0;
    };
    Fit fit;
    if (tightest <= target || hang == 0) fit.cost = adjusted();
    if (hang > 0) {
        totals.natural -= hang;
        const double hanging = adjusted() + hang_cost;
        if (hanging < fit.cost) fit = {hanging, hang};
    }
    fit.cost += line_cost + breaks[end].penalty();
    if (is_hyphenated(begin) && is_hyphenated(end)) fit.cost += breaks[end].penalty();
    const bool whole = begin == 0 || breaks[begin].kind == BreakKind::mandatory;
    if (last && !whole && sums.characters(begin, end) < 2) fit.cost += orphan_cost;
    return fit;
}

std::vector<std::size_t> Composer::places(std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> places;
    places.reserve(end - begin + 1);
    places.push_back(begin);
    for (std::size_t b = begin + 1; b < end; ++b)
        if (breaks[b].kind == BreakKind::allowed) places.push_back(b);
    places.push_back(end);
    return places;
}

} // namespace nianbao::text

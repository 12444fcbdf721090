// Line after line as full as it gets: stable lines for narrow cells.
#include "text/composer.hpp"

namespace nianbao::text {

// Push in (推入) before push out (推出): the squeezed line wins unless the looser one is the
// cheaper.
LineEnds greedy(const Composer& composer, std::size_t begin, std::size_t end) {
    const std::vector<std::size_t> places = composer.places(begin, end);
    LineEnds ends;
    for (std::size_t from = 0; from + 1 < places.size();) {
        std::size_t best = from + 1;
        double best_cost = impossible;
        for (std::size_t to = from + 1; to < places.size(); ++to) {
            const bool last = to + 1 == places.size();
            const double cost = composer.cost(places[from], places[to], last);
            if (cost == impossible) {
                const std::int32_t width = composer.sums.tightest(places[from], places[to]);
                if (width > composer.measure_at(places[from]) + 2 * composer.em) break;
                continue;
            }
            if (last || cost <= best_cost ||
                composer.sums.natural(places[from], places[to]) <=
                    composer.measure_at(places[from])) {
                best = to;
                best_cost = cost;
            }
        }
        ends.push_back(places[best]);
        from = best;
    }
    return ends;
}

} // namespace nianbao::text

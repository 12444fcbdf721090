// A paragraph in one line more or less, as a page may need it (GB/T 15834—2011 5.1.11).
#include "text/composer.hpp"

#include <algorithm>

namespace nianbao::text {
namespace {

struct Node {
    double cost = impossible;
    std::size_t previous = 0;
};
using Row = std::vector<Node>; // by place

// All ways to reach each place in one line more than `before`.
Row next_row(
    const Composer& composer, const std::vector<std::size_t>& places, const Row& before, bool last
) {
    Row row(places.size());
    for (std::size_t from = 0; from + 1 < places.size(); ++from) {
        if (before[from].cost == impossible) continue;
        const std::int32_t measure = composer.measure_at(places[from]);
        for (std::size_t to = from + 1; to < places.size(); ++to) {
            if (composer.sums.tightest(places[from], places[to]) > measure + 2 * composer.em) break;
            const bool ends = to + 1 == places.size();
            if (ends != last) continue;
            const double cost =
                before[from].cost + composer.cost(places[from], places[to], ends);
            if (cost < row[to].cost) row[to] = {cost, from};
        }
    }
    return row;
}

} // namespace

LineEnds optimum_of(
    const Composer& composer, std::size_t begin, std::size_t end, std::size_t count, double most
) {
    const std::vector<std::size_t> places = composer.places(begin, end);
    std::vector<Row> rows(1, Row(places.size()));
    rows[0][0].cost = 0;
    for (std::size_t line = 1; line <= count; ++line)
        rows.push_back(next_row(composer, places, rows.back(), line == count));
    LineEnds ends;
    if (rows.back().back().cost >= most) return ends;
    std::size_t place = places.size() - 1;
    for (std::size_t line = count; line > 0; --line) {
        ends.push_back(places[place]);
        place = rows[line][place].previous;
    }
    std::reverse(ends.begin(), ends.end());
    return ends;
}

} // namespace nianbao::text

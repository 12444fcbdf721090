// The line ends of least total cost over all legal breaks (Knuth and Plass 1981), in linear time: a
// line has few feasible ends.
#include "text/composer.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::text {
namespace {

constexpr double usual_line = 50;

struct Node {
    double cost = impossible;
    std::size_t previous = 0;
};

// Lines stretched by more than `tolerance` per Han gap are left out; the few paragraphs that have
// no other way are done again without the limit.
class Search {
public:
    Search(const Composer& composer, std::size_t begin, std::size_t end, bool loose_lines)
        : composer_(composer), places_(composer.places(begin, end)), nodes_(places_.size()),
          loose_(loose_lines) {}

    double run() {
        nodes_[0].cost = 0;
        std::size_t nearest = 1;
        for (std::size_t from = 0; from + 1 < places_.size(); ++from) {
            nearest = std::max(nearest, from + 1);
            if (nodes_[from].cost == impossible) continue;
            nearest = skip_loose(from, nearest);
            try_lines(from, loose_ ? from + 1 : nearest);
        }
        return nodes_.back().cost;
    }

    LineEnds ends() const {
        LineEnds ends;
        for (std::size_t node = places_.size() - 1; node != 0; node = nodes_[node].previous)
            ends.push_back(places_[node]);
        std::reverse(ends.begin(), ends.end());
        return ends;
    }

private:
    // The first place at which a line from `from` is not hopelessly loose. It only moves forward.
    std::size_t skip_loose(std::size_t from, std::size_t to) const {
        if (loose_) return to;
        const std::int32_t measure = composer_.measure_at(places_[from]);
        while (to + 1 < places_.size()) {
            const LineTotals totals = composer_.sums.totals(places_[from], places_[to]);
            const std::int32_t tolerance = composer_.em / 4 * totals.places;
            if (totals.natural + totals.stretch[1] + totals.stretch[2] + tolerance >= measure)
                break;
            ++to;
        }
        return to;
    }

    void try_lines(std::size_t from, std::size_t to) {
        const std::int32_t measure = composer_.measure_at(places_[from]);
        for (; to < places_.size(); ++to) {
            const double cost =
                composer_.cost(places_[from], places_[to], to + 1 == places_.size());
            if (cost == impossible) {
                // A mark that is trimmed at the line end may still fit after one that does not.
                if (composer_.sums.tightest(places_[from], places_[to]) >
                    measure + 2 * composer_.em)
                    break;
                continue;
            }
            const double total = nodes_[from].cost + cost;
            if (total < nodes_[to].cost) nodes_[to] = {total, from};
        }
    }

    const Composer& composer_;
    std::vector<std::size_t> places_;
    std::vector<Node> nodes_;
    bool loose_;
};

} // namespace

namespace {

constexpr std::size_t most_counted = 100; // lines that looseness is for
constexpr double bearable = 150;          // of each line: a tenth of an em in each gap

LineEnds loosened(const Composer& composer, std::size_t begin, std::size_t end, LineEnds ends) {
    const int wanted = static_cast<int>(ends.size()) + composer.options.looseness;
    if (composer.options.looseness == 0 || wanted < 1 || ends.size() > most_counted) return ends;
    const auto count = static_cast<std::size_t>(wanted);
    LineEnds other = optimum_of(composer, begin, end, count, bearable * wanted);
    return other.empty() ? ends : other;
}

} // namespace

LineEnds optimum(const Composer& composer, std::size_t begin, std::size_t end) {
    Search search(composer, begin, end, false);
    // Dear lines are worth a second look; many lines are not dear.
    const double cost = search.run();
    if (cost != impossible) {
        LineEnds ends = search.ends();
        if (cost < penalty_of(LineEnd::emergency) + usual_line * double(ends.size()))
            return loosened(composer, begin, end, std::move(ends));
    }
    Search thorough(composer, begin, end, true);
    if (thorough.run() == impossible) return greedy(composer, begin, end);
    return thorough.ends();
}

} // namespace nianbao::text

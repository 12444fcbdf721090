// One paragraph with its breaks, sums and options: what every way of choosing line ends works on.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "text/break_opportunities.hpp"
#include "text/line_sums.hpp"

namespace nianbao::text {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr double orphan_cost = 1e5;    // a last line of one character (孤字不成行)
constexpr double hang_cost = 1;        // a mark outside the measure: only where it helps
constexpr double line_cost = 2;        // every line: fewer lines win among equals

// The hyphen that is shown where a word is divided; glyph 0: the face has none.
struct Hyphen {
    std::uint32_t glyph = 0;
    Length width = {};
};

struct Composer {
    const ShapedText& text;
    const LineOptions& options;
    Spacing spacing;
    LineSums sums;
    std::vector<Break> breaks;
    std::int32_t em = 0;

    Composer(const ShapedText& t, const LineOptions& o);

    std::int32_t measure_at(std::size_t begin) const; // without its indent
    // How the line [begin, end) stands in its measure.
    struct Fit {
        double cost = impossible; // impossible when it cannot be squeezed into its measure
        std::int32_t hang = 0;    // of its last mark, outside the measure
    };
    Fit fit(std::size_t begin, std::size_t end, bool last) const;
    double cost(std::size_t begin, std::size_t end, bool last) const {
        return fit(begin, end, last).cost;
    }
    std::vector<std::size_t>
    places(std::size_t begin, std::size_t end) const; // where lines may end, with both ends
    void add_emergency_breaks();
    void add_hyphen_breaks();
    bool is_hyphenated(std::size_t end) const { return breaks[end].end == LineEnd::hyphen; }
    Hyphen hyphen_after(const Cluster& cluster) const;
};

// Line ends of [begin, end), the last is `end`.
using LineEnds = std::vector<std::size_t>;
LineEnds optimum(const Composer& composer, std::size_t begin, std::size_t end);
// The optimum of exactly `count` lines; empty when there is none that costs less than `most`.
LineEnds optimum_of(const Composer& composer, std::size_t begin, std::size_t end, std::size_t count, double most);
LineEnds greedy(const Composer& composer, std::size_t begin, std::size_t end);
// Empty when no balanced setting exists.
LineEnds balanced(const Composer& composer, std::size_t begin, std::size_t end);

Line make_line(const Composer& composer, std::size_t begin, std::size_t end, bool last);

} // namespace nianbao::text

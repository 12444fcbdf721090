// A paragraph prepared for breaking: its width, room and places between any two clusters in one
// step.
#pragma once

#include <cstdint>
#include <vector>

#include "text/break_opportunities.hpp"
#include "text/justify.hpp"

namespace nianbao::text {

class LineSums {
public:
    LineSums(const ShapedText& text, const Spacing& spacing);

    // The clusters [begin, end) as one line; `end` may have hanging spaces before it.
    LineTotals totals(std::size_t begin, std::size_t end) const;
    std::int32_t natural(std::size_t begin, std::size_t end) const;
    std::int32_t tightest(std::size_t begin, std::size_t end) const; // everything squeezed
    std::int32_t hang(std::size_t begin, std::size_t end) const; // what a mark at its end may hang

    // Where a line that ends at `end` shows its last glyph: spaces and line feeds before it hang.
    std::size_t visible_end(std::size_t end) const { return visible_end_[end]; }

    // Han, letters and digits of [begin, end).
    std::int32_t characters(std::size_t begin, std::size_t end) const;

private:
    // Sums up to a cluster. They wrap; differences within a line are exact.
    struct Sum {
        std::uint32_t width = 0; // of the clusters before, and the joints up to here
        std::uint32_t room = 0;  // all squeeze steps together
        std::uint32_t squeeze[squeeze_steps] = {};
        std::uint32_t stretch[3] = {};
        std::uint32_t stretching[3] = {};
        std::uint32_t places = 0;
        std::uint32_t characters = 0;
    };
    std::vector<Sum> sums_;
    std::vector<std::uint32_t> advances_;
    std::vector<std::uint32_t> visible_end_;
    const Spacing& spacing_;
};

std::vector<BreakUnit> break_units(const ShapedText& text);

} // namespace nianbao::text

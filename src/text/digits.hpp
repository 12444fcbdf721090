// Numbers composed of digits that were shaped before: a long table has thousands of them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "text/line.hpp"

namespace nianbao::text {

// The ten digits in one look, from a face in which a digit changes by nothing but kerning towards the next.
class Digits {
public:
    // Nothing: they stand in several faces or in none, or follow from more than the next digit, or the style spreads
    // them. Of `look`, all but its text counts; it has no marks.
    static std::optional<Digits> of(const StyledRun& look, const FontSet& fonts, const LineStyle& style);

    // A number in that look, narrowest and widest, and on one line: what extent_of() says of it once it is shaped.
    Length width(std::string_view number) const;
    Line line(std::string_view number) const;

private:
    static constexpr std::size_t last = 10;  // no digit follows

    struct Digit {
        Cluster cluster = {};
        ShapedGlyph glyph = {};
    };

    bool learn(const ShapedText& text);
    bool agrees(const ShapedText& text) const;
    const Digit& at(std::string_view number, std::size_t place) const;
    // Kerning towards a digit that does not follow is no part of it.
    Length advance(std::string_view number, std::size_t place) const;

    std::shared_ptr<const FontFace> face_ = {};
    std::array<std::array<Digit, last + 1>, 10> digits_ = {};  // by what follows
};

bool is_number(std::string_view text);  // digits, and nothing else

}  // namespace nianbao::text

// The outline of a glyph as offsets from point to point, ready to be written as a charstring.
#pragma once

#include <cstdint>
#include <vector>

#include <hb.h>

namespace nianbao::font {

using Fixed = std::int32_t; // 1/65536 of 1/1000 em
inline constexpr Fixed fixed_one = 65536;

struct FixedPoint {
    Fixed x = 0, y = 0;
    friend bool operator==(const FixedPoint&, const FixedPoint&) = default;
};
inline FixedPoint operator-(FixedPoint a, FixedPoint b) {
    return {a.x - b.x, a.y - b.y};
}
inline FixedPoint operator+(FixedPoint a, FixedPoint b) {
    return {a.x + b.x, a.y + b.y};
}

enum class Stroke : std::uint8_t { move, line, curve };

// One piece of a contour as offsets, each from the point before: of a curve to its two control
// points and to its end; of a line to its end only. A move begins a contour; its `end` is a place,
// not an offset. Contours are closed by a straight line where their pieces do not end at their
// start.
struct Segment {
    Stroke stroke = Stroke::move;
    FixedPoint first = {}, second = {}, end = {};
};

// HarfBuzz reads the outline; only its points reach us (the font firewall of spec/reliability 2.2).
// The scale of `font` is its units per em. Exact, or to 1/65536 when the em is not 1000. False for
// an outline that reaches farther than 16 em. `out` is emptied first: one buffer serves many
// glyphs.
bool read_outline(
    hb_font_t* font, unsigned units_per_em, std::uint32_t glyph, std::vector<Segment>& out
);

} // namespace nianbao::font

// How the lines of a text are broken and adjusted (CLREQ 6.1 to 6.3). The defaults are those of
// official documents.
#pragma once

#include <cstdint>

#include <nianbao/length.hpp>

namespace nianbao {

// A width in the type size of the text it stands in; it follows that size when a table is shrunk.
struct Em {
    std::int32_t thousandths = 0;
    constexpr Length of(Length size) const {
        return Length::millipoints(std::int64_t{size.count()} * thousandths / 1000);
    }
    friend constexpr bool operator==(const Em&, const Em&) = default;
};

// 避头尾, CLREQ 6.1.1. none: plain UAX #14, no Chinese rule and no rule for numbers and addresses;
// basic: CLREQ's recommended set; gb: GB/T 15834—2011, which keeps the solidus off both edges;
// strict: no —— and …… at a line start either.
enum class EdgeLevel : std::uint8_t { none, basic, gb, strict };

// 标点宽度, CLREQ 6.3.2. The mark at a line edge loses its blank in every style (GB/T 15834 5.1.10).
enum class MarkWidths : std::uint8_t {
    fullwidth,      // 全角: one em, neighbours share one and a half
    kaiming,        // 开明: 。．？！ one em, the rest half an em
    halfwidth,      // 半角: all half an em
    line_end_half,  // 行末半角: one em, neighbours as well; half an em at line edges only
};

// 中西文间距, CLREQ 6.3.3: the gap between Han and Latin letters or digits. Widths from 0.125 to
// 0.5 em, in this order: narrowest <= width <= widest.
struct HanLatinGap {
    bool shown = true;
    Em width = {250}, narrowest = {125}, widest = {500};
    friend bool operator==(const HanLatinGap&, const HanLatinGap&) = default;
};

// optimum: the line ends of least cost over the whole paragraph; greedy: line after line, as full as
// it gets, pushing in (推入) before pushing out (推出). Measures below 4 em are always greedy.
enum class BreakMode : std::uint8_t { optimum, greedy };

struct LineStyle {
    EdgeLevel edges = EdgeLevel::gb;
    bool edges_may_yield = false;       // a line that only an edge rule makes very loose breaks it
                                        // when three marks meet (CLREQ 6.1.1)
    MarkWidths mark_widths = MarkWidths::fullwidth;
    bool stops_squeezed = true;         // 。？！ give their blank as the last step (CLREQ 6.2.2.3)
    bool hanging_marks = false;         // 行尾点号悬挂: one ， 、 。 outside the measure (CLREQ 6.1.3)
    HanLatinGap han_latin_gap = {};
    bool latin_on_grid = false;         // Latin takes whole multiples of the Han width (CLREQ 6.2.4)
    bool hyphenation = false;           // Latin words by the patterns of their language (CLREQ 6.1.4)
    BreakMode break_mode = BreakMode::optimum;
    bool scientific_full_stop = false;  // ． is drawn for 。 (CLREQ 5.1.1.1)
    friend bool operator==(const LineStyle&, const LineStyle&) = default;
};

}  // namespace nianbao

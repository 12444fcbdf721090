// Clusters of fixed widths without any font: Han one em, Latin half an em, spaces a quarter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/break_lines.hpp"
#include "text/itemize.hpp"
#include "text/shape.hpp"

namespace nianbao::text {

constexpr std::int32_t test_em = 10000;
inline Length em(double count) {
    return Length::points(static_cast<long double>(count) * 10);
}

inline void fixed_box(Cluster& cluster, CharClass kind) {
    const bool fullwidth = cluster.han;
    std::int32_t width = fullwidth ? test_em * cluster.characters : test_em / 2;
    if (kind == CharClass::space || kind == CharClass::glue) width = test_em / 4;
    if (fullwidth && kind == CharClass::interpunct && cluster.first == U'·') width = test_em / 2;
    cluster.advance = Length::millipoints(width);
    const Length half = em(0.5), quarter = em(0.25);
    if (!fullwidth) return;
    if (kind == CharClass::opening) cluster.blank_before = half;
    if (kind == CharClass::closing || kind == CharClass::pause || kind == CharClass::stop)
        cluster.blank_after = half;
    if (kind == CharClass::interpunct && width == test_em)
        cluster.blank_before = cluster.blank_after = quarter;
}

inline ShapedText fixed_text(const std::vector<std::string>& texts) {
    ShapedText text;
    for (const std::string& t : texts)
        text.runs.push_back(
            {.text = t, .style = {.size = Length::millipoints(test_em)}, .language = "zh-Hans"}
        );
    text.faces.push_back(nullptr);
    for (const Grapheme& g : itemize(text.runs)) {
        Cluster c{
            .run = g.run,
            .text_begin = g.begin,
            .text_end = g.end,
            .first = g.base,
            .last = g.base,
            .han = g.han,
            .characters = g.characters,
            .size = Length::millipoints(test_em)};
        c.glyph_begin = c.glyph_end = static_cast<std::uint32_t>(text.glyphs.size());
        const bool silent = g.kind == CharClass::newline || g.kind == CharClass::zero_width_space ||
                            g.base == 0x2060;
        if (!silent) {
            fixed_box(c, g.kind);
            text.glyphs.push_back({.id = g.base, .x = {}, .y = {}, .advance = c.advance});
            ++c.glyph_end;
        }
        text.clusters.push_back(c);
    }
    return text;
}
inline ShapedText fixed_text(const std::string& t) {
    return fixed_text(std::vector<std::string>{t});
}

inline std::string text_of(const Line& line) {
    std::string text;
    for (const LinePiece& piece : line.pieces)
        text += piece.text;
    return text;
}
inline std::vector<std::string> texts_of(const std::vector<Line>& lines) {
    std::vector<std::string> texts;
    for (const Line& line : lines)
        texts.push_back(text_of(line));
    return texts;
}
using Texts = std::vector<std::string>;

inline Texts lines_of(const std::string& text, double measure, LineOptions options = {}) {
    options.measure = em(measure);
    return texts_of(break_lines(fixed_text(text), options));
}

// Position of every glyph from the left edge of the measure, in em.
inline std::vector<double> glyph_positions(const Line& line) {
    std::vector<double> positions;
    for (const LinePiece& piece : line.pieces)
        for (const auto& glyph : piece.glyphs)
            positions.push_back((piece.x + glyph.x).count() / double(test_em));
    return positions;
}

} // namespace nianbao::text

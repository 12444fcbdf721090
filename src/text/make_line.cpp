// Clusters and the changes of their joints → pieces with positions.
#include "text/composer.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace nianbao::text {
namespace {

Length mp(std::int32_t count) {
    return Length::millipoints(count);
}

class PieceBuilder {
public:
    explicit PieceBuilder(const ShapedText& text) : text_(text) {}

    void add(const Cluster& cluster, std::int32_t x, std::int32_t advance) {
        const std::string_view source =
            std::string_view(text_.runs[cluster.run].text)
                .substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
        if (cluster.glyph_begin == cluster.glyph_end) return add_silent(cluster, source, x);
        LinePiece& piece = piece_for(cluster, x);
        // Text without glyphs that came first is said by this glyph too.
        auto begin = static_cast<std::uint32_t>(piece.glyphs.empty() ? 0 : piece.text.size());
        piece.text += source;
        std::int32_t pen = x - piece.x.count(), rest = advance;
        for (std::uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
            const ShapedGlyph& glyph = text_.glyphs[g];
            const bool last = g + 1 == cluster.glyph_end;
            const std::int32_t step = last ? rest : glyph.advance.count();
            const auto end = static_cast<std::uint32_t>(piece.text.size());
            piece.glyphs.push_back(
                {glyph.id, mp(pen) + glyph.x, glyph.y, mp(step), begin, end - begin}
            );
            begin = end;
            pen += step;
            rest -= step;
        }
    }

    // The hyphen of a divided word. It says U+00AD, so that the word is read back whole (ISO 32000-1,
    // 14.8.2.2.3).
    void add_hyphen(const Hyphen& hyphen, std::int32_t x) {
        LinePiece& piece = pieces_.back();
        const auto begin = static_cast<std::uint32_t>(piece.text.size());
        piece.text += "\xC2\xAD";
        piece.glyphs.push_back({hyphen.glyph, mp(x) - piece.x, {}, hyphen.width, begin, 2});
    }

    std::vector<LinePiece> take() { return std::move(pieces_); }

private:
    // Nothing to draw, but the text must come back: the glyph before says it as well.
    void add_silent(const Cluster& cluster, std::string_view source, std::int32_t x) {
        if (pieces_.empty() || pieces_.back().run != cluster.run) open(cluster, x);
        LinePiece& piece = pieces_.back();
        piece.text += source;
        if (!piece.glyphs.empty())
            piece.glyphs.back().text_length += static_cast<std::uint32_t>(source.size());
    }

    LinePiece& piece_for(const Cluster& cluster, std::int32_t x) {
        if (!pieces_.empty() && pieces_.back().run == cluster.run) {
            LinePiece& piece = pieces_.back();
            const bool same = piece.face == text_.faces[cluster.face] &&
                              piece.size == cluster.size && piece.raise == cluster.raise;
            if (same) return piece;
            if (piece.glyphs.empty()) {
                look(piece, cluster, x);
                return piece;
            }
        }
        open(cluster, x);
        look(pieces_.back(), cluster, x);
        return pieces_.back();
    }

    void open(const Cluster& cluster, std::int32_t x) {
        LinePiece& piece = pieces_.emplace_back();
        piece.run = cluster.run;
        piece.x = mp(x);
        piece.text_offset = cluster.text_begin;
    }
    void look(LinePiece& piece, const Cluster& cluster, std::int32_t x) const {
        piece.face = text_.faces[cluster.face];
        piece.size = cluster.size;
        piece.raise = cluster.raise;
        piece.x = mp(x);
    }

    const ShapedText& text_;
    std::vector<LinePiece> pieces_;
};

// Where a line that does not fill its measure stands in it.
Align align_of(const LineOptions& options, bool last) {
    return options.align == Align::justify && last ? options.last_line : options.align;
}

std::int32_t offset_of(Align align, std::int32_t spare) {
    switch (align) {
    case Align::center:
        return spare / 2;
    case Align::end:
        return spare;
    case Align::start:
    case Align::justify:
        return 0;
    }
    return 0;
}

} // namespace

Line make_line(const Composer& composer, std::size_t begin, std::size_t end, bool last) {
    const Spacing& spacing = composer.spacing;
    const std::size_t seen = std::max(begin, composer.sums.visible_end(end));
    const std::int32_t hang = composer.fit(begin, end, last).hang;
    const std::int32_t measure = composer.measure_at(begin),
                       natural = composer.sums.natural(begin, end) - hang;
    const std::int32_t indent = composer.options.measure.count() - measure;
    const std::span<const Joint> joints =
        seen > begin ? std::span(spacing.joints).subspan(begin + 1, seen - begin - 1)
                     : std::span<const Joint>();
    const Align align = align_of(composer.options, last);
    const bool stretch = align == Align::justify;
    const std::int32_t change = natural > measure || stretch ? measure - natural : 0;
    const Adjustment adjustment = adjust(joints, seen > begin ? change : 0);
    const std::vector<std::int32_t>& taken = adjustment.taken;
    const std::int32_t width = std::accumulate(taken.begin(), taken.end(), natural);

    const std::int32_t left = indent + offset_of(align, measure - width);
    const bool hyphenated = composer.is_hyphenated(end);
    PieceBuilder pieces(composer.text);
    std::int32_t pen = left - (seen > begin ? spacing.start_trim[begin] : 0);
    for (std::size_t i = begin; i < end; ++i) {
        const Cluster& cluster = composer.text.clusters[i];
        std::int32_t advance = 0; // what hangs over the line end takes no room
        if (i + 1 < seen)
            advance = cluster.advance.count() + joints[i - begin].base + taken[i - begin];
        else if (i + 1 == seen)
            advance = cluster.advance.count() - (hyphenated ? 0 : spacing.end_trim[i]);
        pieces.add(cluster, pen, advance);
        pen += advance;
    }
    if (hyphenated) pieces.add_hyphen(composer.hyphen_after(composer.text.clusters[end - 1]), pen);
    return {
        .pieces = pieces.take(),
        .width = mp(left + width),
        .natural_width = mp(indent + natural),
        .steps = adjustment.steps,
        .hung = mp(hang),
        .end = end < composer.text.clusters.size() && last ? LineEnd::line_feed
                                                           : composer.breaks[end].end};
}

} // namespace nianbao::text

// Clusters and the changes of their joints → pieces with positions.
#include "text/composer.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "text/annotations.hpp"
#include "text/break_lines.hpp"
#include "text/place_turned.hpp"

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
        piece.x = std::min(piece.x, mp(x)); // the next letter of a word read backward stands left
        // Text without glyphs that came first is said by this glyph too.
        auto begin = static_cast<std::uint32_t>(piece.glyphs.empty() ? 0 : piece.text.size());
        piece.text += source;
        std::int32_t pen = x, rest = advance;
        for (std::uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
            const ShapedGlyph& glyph = text_.glyphs[g];
            const bool last = g + 1 == cluster.glyph_end;
            const std::int32_t step = last ? rest : glyph.advance.count();
            const auto end = static_cast<std::uint32_t>(piece.text.size());
            Length place = mp(pen) + glyph.x;
            // Lam and alef may share a place; readers that sort by it must see which is read first. A
            // hundredth of a point is not seen on paper.
            if (piece.level % 2 == 1 && !piece.glyphs.empty() && piece.glyphs.back().x == place)
                place -= mp(10);
            piece.glyphs.push_back({glyph.id, place, glyph.y, mp(step), begin, end - begin});
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
        piece.glyphs.push_back({hyphen.glyph, mp(x), {}, hyphen.width, begin, 2});
    }

    // Until now glyphs stood in the line; from now on they stand in their piece.
    std::vector<LinePiece> take() {
        for (LinePiece& piece : pieces_)
            for (LinePiece::Glyph& glyph : piece.glyphs)
                glyph.x -= piece.x;
        return std::move(pieces_);
    }

private:
    // Nothing to draw, but the text must come back: the glyph before says it as well.
    void add_silent(const Cluster& cluster, std::string_view source, std::int32_t x) {
        if (pieces_.empty() || pieces_.back().run != cluster.run) open(cluster, x);
        LinePiece& piece = pieces_.back();
        piece.text += source;
        for (auto glyph = piece.glyphs.rbegin(); glyph != piece.glyphs.rend(); ++glyph) {
            if (glyph->text_length == 0) continue; // further glyphs of a cluster say nothing
            glyph->text_length += static_cast<std::uint32_t>(source.size());
            break;
        }
    }

    LinePiece& piece_for(const Cluster& cluster, std::int32_t x) {
        if (!pieces_.empty() && pieces_.back().run == cluster.run) {
            LinePiece& piece = pieces_.back();
            const bool same = piece.face == text_.faces[cluster.face] &&
                              piece.size == cluster.size && piece.raise == cluster.raise &&
                              piece.level == cluster.level;
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
        piece.level = cluster.level;
        piece.text_offset = cluster.text_begin;
    }
    void look(LinePiece& piece, const Cluster& cluster, std::int32_t x) const {
        piece.face = text_.faces[cluster.face];
        piece.size = cluster.size;
        piece.raise = cluster.raise;
        piece.level = cluster.level;
        piece.x = mp(x);
    }

    const ShapedText& text_;
    std::vector<LinePiece> pieces_;
};

// Where a line that does not fill its measure stands in it.
Align align_of(const LineOptions& options, bool last) {
    return options.align == Align::justify && last ? options.last_line : options.align;
}

// What hangs over the line end takes no room.
std::vector<PlacedCluster>
place_forward(const Composer& composer, const LineStretch& line, std::int32_t left) {
    std::vector<PlacedCluster> places;
    places.reserve(line.end - line.begin);
    std::int32_t pen = left - (line.seen > line.begin ? composer.spacing.start_trim[line.begin] : 0);
    const bool hyphenated = composer.is_hyphenated(line.end);
    for (std::size_t i = line.begin; i < line.end; ++i) {
        const std::size_t at = i - line.begin;
        std::int32_t advance = 0;
        if (i + 1 < line.seen)
            advance = composer.text.clusters[i].advance.count() + line.joints[at].base + line.taken[at];
        else if (i + 1 == line.seen)
            advance = composer.text.clusters[i].advance.count() -
                      (hyphenated ? 0 : composer.spacing.end_trim[i]);
        places.push_back({pen, advance});
        pen += advance;
    }
    return places;
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
    // A last line is spread over its measure only where that is asked for: without a limit.
    const StretchLimits limits =
        last ? StretchLimits{} : StretchLimits{.any = 2 * composer.em, .gap = composer.em / 2};
    const Adjustment adjustment = adjust(joints, seen > begin ? change : 0, limits);
    const std::vector<std::int32_t>& taken = adjustment.taken;
    const std::int32_t width = std::accumulate(taken.begin(), taken.end(), natural);

    const bool backward = composer.text.base_level % 2 == 1;
    const std::int32_t left = (backward ? 0 : indent) + blank_before(align, mp(measure - width), backward).count();
    const LineStretch line{begin, end, seen, joints, taken};
    const std::vector<PlacedCluster> places = composer.text.turned
                                                  ? place_turned(composer, line, backward ? left - hang : left)
                                                  : place_forward(composer, line, left);
    PieceBuilder pieces(composer.text);
    StretchGatherer marked(composer.text);
    for (std::size_t i = begin; i < end; ++i) {
        const Cluster& cluster = composer.text.clusters[i];
        const auto [x, advance] = places[i - begin];
        pieces.add(cluster, x, advance);
        if (i >= seen) continue;
        const std::int32_t trim = i == begin && !composer.text.turned ? std::max(0, spacing.start_trim[i]) : 0;
        marked.add(i, mp(x + trim), mp(std::min(cluster.advance.count(), advance) - trim));
    }
    if (composer.is_hyphenated(end)) {
        const Cluster& divided = composer.text.clusters[end - 1];
        pieces.add_hyphen(composer.hyphen_after(divided), places.back().x + divided.advance.count());
    }
    return {
        .pieces = pieces.take(),
        .marked = marked.finish(composer.options.measure),
        .left = mp(left),
        .width = mp(left + width),
        .natural_width = mp(indent + natural),
        .steps = adjustment.steps,
        .hung = mp(hang),
        .end = end < composer.text.clusters.size() && last ? LineEnd::line_feed
                                                           : composer.breaks[end].end};
}

} // namespace nianbao::text

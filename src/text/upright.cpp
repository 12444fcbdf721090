// Units of vertical text: which characters stand side by side, and in which form.
#include "text/upright.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"
#include "text/hb_handles.hpp"

namespace nianbao::text {
namespace {

constexpr std::size_t most_beside = 4;  // characters side by side

// Clusters [begin, end), or one character of a doubled dash.
struct Unit {
    std::size_t begin = 0, end = 0;
    int character = -1;  // of the cluster; -1: all of it
};

bool is_blank(const Cluster& cluster) {
    return cluster.first == U' ' || cluster.first == U'\u00A0' || cluster.first == U'\u3000' || cluster.first == U'\n';
}

Length width_of(const ShapedText& text, std::size_t begin, std::size_t end) {
    Length width;
    for (std::size_t i = begin; i < end; ++i)
        if (!is_blank(text.clusters[i])) width += text.clusters[i].advance;
    return width;
}

// From `begin`: the clusters of a number or a Latin word.
std::size_t word_end(const ShapedText& text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.clusters.size() && !text.clusters[end].han && !is_blank(text.clusters[end])) ++end;
    return end;
}

std::vector<Unit> units_of(const ShapedText& text, Length measure) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < text.clusters.size();) {
        const Cluster& cluster = text.clusters[i];
        if (is_blank(cluster) && !units.empty()) {
            units.back().end = ++i;  // said with the unit before
            continue;
        }
        const std::size_t end = cluster.han || is_blank(cluster) ? i + 1 : word_end(text, i);
        if (end - i > 1 && end - i <= most_beside && width_of(text, i, end) <= measure) units.push_back({i, end});
        else if (cluster.han && cluster.characters == 2) units.insert(units.end(), {{i, i + 1, 0}, {i, i + 1, 1}});
        else
            for (std::size_t each = i; each < end; ++each) units.push_back({each, each + 1});
        i = end;
    }
    return units;
}

// The glyph of a character in vertical text (OpenType vert); the usual one when the face has no other.
std::uint32_t vertical_glyph(const FontFace& face, char32_t character) {
    const HbBuffer buffer(hb_buffer_create());
    const std::uint32_t code = character;
    hb_buffer_add_utf32(buffer.get(), &code, 1, 0, 1);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_TTB);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("zh-Hans", -1));
    hb_shape(face.hb_font(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    return count == 1 ? infos[0].codepoint : 0;
}

class UnitSetter {
public:
    UnitSetter(const ShapedText& text, Length measure) : text_(text), measure_(measure) {}

    Line set(const Unit& unit) {
        line_ = {};
        const Length width = width_of(text_, unit.begin, unit.end);
        pen_ = (measure_ - width) / 2;
        for (std::size_t i = unit.begin; i < unit.end; ++i) add(text_.clusters[i], unit.character);
        line_.width = pen_;
        line_.natural_width = width;
        return std::move(line_);
    }

private:
    // In a piece of its own: faces and sizes may differ from cluster to cluster.
    void add(const Cluster& cluster, int character) {
        const StyledRun& run = text_.runs[cluster.run];
        std::string_view says = std::string_view(run.text).substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
        std::uint32_t offset = cluster.text_begin;
        const std::u32string characters = utf8::to_utf32(says);
        if (character >= 0) {
            const std::size_t first = utf8::to_utf8(std::u32string_view(characters).substr(0, 1)).size();
            says = character == 0 ? says.substr(0, first) : says.substr(first);
            offset += character == 0 ? 0 : static_cast<std::uint32_t>(first);
        }
        if (cluster.glyph_begin == cluster.glyph_end) return say_unseen(says);
        LinePiece piece{.face = text_.faces[cluster.face], .run = cluster.run, .size = cluster.size, .x = pen_, .raise = cluster.raise};
        piece.text = says;
        piece.text_offset = offset;
        add_glyphs(piece, cluster, utf8::to_utf32(says), character);
        if (!is_blank(cluster)) pen_ += cluster.advance;
        line_.pieces.push_back(std::move(piece));
    }

    // A character that is never seen is said with the glyph before.
    void say_unseen(std::string_view says) {
        if (line_.pieces.empty()) return;
        line_.pieces.back().text += says;
        line_.pieces.back().glyphs.back().text_length += static_cast<std::uint32_t>(says.size());
    }

    void add_glyphs(LinePiece& piece, const Cluster& cluster, const std::u32string& characters, int part) const {
        const auto length = static_cast<std::uint32_t>(piece.text.size());
        const auto glyph_at = [&](std::uint32_t i) { return text_.glyphs[i]; };
        if (cluster.han && characters.size() == 1) {
            const std::uint32_t id = vertical_glyph(*piece.face, characters.front());
            ShapedGlyph glyph = glyph_at(cluster.glyph_begin);
            // A vertical form fills the em box; only the usual form has been moved in it.
            if (id != 0 && (id != glyph.id || part >= 0)) glyph = {id, {}, {}, cluster.advance};
            piece.glyphs.push_back({glyph.id, glyph.x, glyph.y, cluster.advance, 0, length});
            return;
        }
        Length x;
        for (std::uint32_t i = cluster.glyph_begin; i < cluster.glyph_end; ++i) {
            const ShapedGlyph glyph = glyph_at(i);
            piece.glyphs.push_back({glyph.id, x + glyph.x, glyph.y, glyph.advance, 0, i == cluster.glyph_begin ? length : 0});
            x += glyph.advance;
        }
    }

    const ShapedText& text_;
    Length measure_ = {}, pen_ = {};
    Line line_ = {};
};

}  // namespace

std::vector<Line> set_upright(const ShapedText& text, Length measure) {
    std::vector<Line> lines;
    UnitSetter setter(text, measure);
    for (const Unit& unit : units_of(text, measure)) lines.push_back(setter.set(unit));
    if (!lines.empty()) lines.back().last = true;
    return lines;
}

UprightWidths upright_widths(const ShapedText& text) {
    UprightWidths out;
    for (const Cluster& cluster : text.clusters)
        if (!is_blank(cluster)) out.narrowest = std::max(out.narrowest, cluster.advance);
    out.widest = out.narrowest;
    for (std::size_t i = 0; i < text.clusters.size();) {
        const std::size_t end = text.clusters[i].han || is_blank(text.clusters[i]) ? i + 1 : word_end(text, i);
        if (end - i <= most_beside) out.widest = std::max(out.widest, width_of(text, i, end));
        i = end;
    }
    return out;
}

}  // namespace nianbao::text

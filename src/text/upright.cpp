// Units of vertical text: which characters stand side by side, and in which form.
#include "text/upright.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"
#include "text/char_class.hpp"
#include "text/hb_handles.hpp"

namespace nianbao::text {
namespace {

constexpr std::size_t most_beside = 4;  // characters side by side
constexpr char32_t two_em_dash = 0x2E3A, three_em_dash = 0x2E3B;

// Clusters [begin, end); a dash or an ellipsis is so many ems high.
struct Unit {
    std::size_t begin = 0, end = 0;
    std::int32_t ems = 1;
};

bool is_blank(const Cluster& cluster) {
    return cluster.first == U' ' || cluster.first == U'\u00A0' || cluster.first == U'\u3000' || cluster.first == U'\n';
}

// Of —— and ……, and of ⸺ and ⸻ (CLREQ 6.1.2.1).
std::int32_t ems_of(const Cluster& cluster) {
    if (!cluster.han) return 1;
    if (cluster.first == two_em_dash) return 2;
    if (cluster.first == three_em_dash) return 3;
    return std::max<std::int32_t>(cluster.characters, 1);
}

// What a cluster takes across the column.
Length width_of(const Cluster& cluster) {
    return cluster.advance / ems_of(cluster);
}

Length width_of(const ShapedText& text, std::size_t begin, std::size_t end) {
    Length width;
    for (std::size_t i = begin; i < end; ++i)
        if (!is_blank(text.clusters[i])) width += width_of(text.clusters[i]);
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
        const bool unseen = cluster.glyph_begin == cluster.glyph_end;
        if ((is_blank(cluster) || unseen) && !units.empty()) {
            units.back().end = ++i;  // said with the unit before
            continue;
        }
        const std::size_t end = cluster.han || is_blank(cluster) ? i + 1 : word_end(text, i);
        if (end - i > 1 && end - i <= most_beside && width_of(text, i, end) <= measure) units.push_back({i, end});
        else
            for (std::size_t each = i; each < end; ++each) units.push_back({each, each + 1, ems_of(text.clusters[each])});
        i = end;
    }
    return units;
}

// The glyphs of characters in vertical text (OpenType vert); the usual ones when the face has no others.
std::vector<std::uint32_t> vertical_glyphs(const FontFace& face, std::u32string_view characters) {
    const HbBuffer buffer(hb_buffer_create());
    for (const char32_t character : characters) hb_buffer_add(buffer.get(), character, 0);
    hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_TTB);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("zh-Hans", -1));
    hb_shape(face.hb_font(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    std::vector<std::uint32_t> out;
    for (unsigned i = 0; i < count; ++i) out.push_back(infos[i].codepoint);
    return out;
}

// The height of a glyph of a dash or an ellipsis beside its like: strokes meet, dots are at even distances.
Length height_of(const FontFace& face, std::uint32_t glyph, const Cluster& cluster) {
    const GlyphInk ink = face.ink(glyph);
    const int width = ink.right - ink.left, height = ink.top - ink.bottom;
    const CharClass kind = class_of(cluster.first);
    if (height <= width) return cluster.size;  // no vertical form
    if (kind == CharClass::ellipsis) return cluster.size.scaled(3 * (height - width) / 2, 1000);  // of three dots
    return kind == CharClass::dash || kind == CharClass::two_em_dash ? cluster.size.scaled(height, 1000) : cluster.size;
}

class UnitSetter {
public:
    UnitSetter(const ShapedText& text, Length measure, Length pitch) : text_(text), measure_(measure), pitch_(pitch) {}

    Line set(const Unit& unit) {
        line_ = {};
        const Length width = width_of(text_, unit.begin, unit.end);
        pen_ = (measure_ - width) / 2;
        for (std::size_t i = unit.begin; i < unit.end; ++i) add(text_.clusters[i]);
        line_.width = pen_;
        line_.natural_width = width;
        return std::move(line_);
    }

private:
    // In a piece of its own: faces and sizes may differ from cluster to cluster.
    void add(const Cluster& cluster) {
        const StyledRun& run = text_.runs[cluster.run];
        const std::string_view says = std::string_view(run.text).substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
        if (cluster.glyph_begin == cluster.glyph_end) return say_unseen(says);
        LinePiece piece{.face = text_.faces[cluster.face], .run = cluster.run, .size = cluster.size, .x = pen_, .raise = cluster.raise};
        piece.text = says;
        piece.text_offset = cluster.text_begin;
        const std::u32string characters = utf8::to_utf32(says);
        if (ems_of(cluster) > 1) add_stacked(piece, cluster, characters);
        else add_glyphs(piece, cluster, characters);
        if (!is_blank(cluster)) pen_ += width_of(cluster);
        line_.pieces.push_back(std::move(piece));
    }

    // In the middle of its lines; a face draws it in one glyph or in several, each in the middle of the ems it fills.
    void add_stacked(LinePiece& piece, const Cluster& cluster, std::u32string characters) const {
        const std::int32_t ems = ems_of(cluster);
        const bool spelt = characters.size() == 1 && piece.face->glyph_of(characters.front()) == 0;
        if (spelt) characters.assign(static_cast<std::size_t>(ems), U'—');
        const std::vector<std::uint32_t> ids = vertical_glyphs(*piece.face, characters);
        piece.raise -= pitch_ * (ems - 1) / 2;
        const Length width = width_of(cluster);
        Length above, whole;
        for (const std::uint32_t id : ids) whole += height_of(*piece.face, id, cluster);
        for (const std::uint32_t id : ids) {
            const Length height = height_of(*piece.face, id, cluster);
            const auto length = static_cast<std::uint32_t>(above > Length{} ? 0 : piece.text.size());
            piece.glyphs.push_back({id, (width - cluster.size) / 2, above + (height - whole) / 2, width, 0, length});
            above += height;
        }
    }

    // A character that is never seen is said with the cluster before, all of which the first glyph says.
    void say_unseen(std::string_view says) {
        if (line_.pieces.empty()) return;
        line_.pieces.back().text += says;
        line_.pieces.back().glyphs.front().text_length += static_cast<std::uint32_t>(says.size());
    }

    void add_glyphs(LinePiece& piece, const Cluster& cluster, const std::u32string& characters) const {
        const auto length = static_cast<std::uint32_t>(piece.text.size());
        const auto glyph_at = [&](std::uint32_t i) { return text_.glyphs[i]; };
        if (cluster.han && characters.size() == 1) {
            const std::vector<std::uint32_t> ids = vertical_glyphs(*piece.face, characters);
            ShapedGlyph glyph = glyph_at(cluster.glyph_begin);
            // A vertical form fills the em box; only the usual form has been moved in it.
            if (ids.size() == 1 && ids.front() != 0 && ids.front() != glyph.id) glyph = {ids.front(), {}, {}, cluster.advance};
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
    Length measure_ = {}, pitch_ = {}, pen_ = {};
    Line line_ = {};
};

}  // namespace

std::vector<Line> set_upright(const ShapedText& text, Length measure, Length pitch) {
    std::vector<Line> lines;
    UnitSetter setter(text, measure, pitch);
    for (const Unit& unit : units_of(text, measure)) {
        lines.push_back(setter.set(unit));
        lines.resize(lines.size() + static_cast<std::size_t>(unit.ems - 1));
    }
    if (!lines.empty()) lines.back().last = true;
    return lines;
}

UprightWidths upright_widths(const ShapedText& text) {
    UprightWidths out;
    for (const Cluster& cluster : text.clusters)
        if (!is_blank(cluster)) out.narrowest = std::max(out.narrowest, width_of(cluster));
    out.widest = out.narrowest;
    for (std::size_t i = 0; i < text.clusters.size();) {
        const std::size_t end = text.clusters[i].han || is_blank(text.clusters[i]) ? i + 1 : word_end(text, i);
        if (end - i <= most_beside) out.widest = std::max(out.widest, width_of(text, i, end));
        i = end;
    }
    return out;
}

}  // namespace nianbao::text

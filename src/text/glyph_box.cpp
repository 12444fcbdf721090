// The box of a Han cluster, and the blanks beside its ink.
#include "text/glyph_box.hpp"

#include <algorithm>
#include <utility>

#include "text/char_class.hpp"
#include "text/class_set.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

struct Extent {
    Length left = {}, right = {};
};

Extent ink_of(const FontFace& face, std::uint32_t glyph, Length size) {
    const GlyphInk ink = face.ink(glyph);
    return {size.scaled(ink.left, 1000), size.scaled(ink.right, 1000)};
}

bool is_halfwidth(char32_t c) {
    return (c >= 0xFF61 && c <= 0xFFDC) || (c >= 0xFFE8 && c <= 0xFFEE);
}

// GB/T 15834—2011 5.1.6, 5.1.7 and 5.1.9: – · and ／ take half an em.
bool is_half_em(char32_t c) {
    return c == 0x2013 || c == 0x00B7 || c == 0x2027 || c == 0xFF0F;
}

// ？ and ！ fill their box in Traditional writing (CLREQ, table of marks).
bool is_end_sign(char32_t c) {
    return c == U'？' || c == U'！';
}

Length box_of(const Cluster& cluster, Length natural, BoxStyle style) {
    const Length em = style.em;
    if (is_halfwidth(cluster.first)) return natural;
    if (is_half_em(cluster.first) && !style.traditional) return em / 2;
    const Length box = em * cluster.characters;
    // ⸺ and their like are drawn over several ems. A hundredth is rounding.
    const std::int32_t over = natural.count() - em.count() / 100;
    const std::int32_t ems = over <= 0 ? 1 : (over - 1) / em.count() + 1;
    return std::max(box, em * ems);
}

// Most faces draw ／ across the whole em; the narrow / of the same face is the same sign.
void narrow_solidus(ShapedGlyph& glyph, const Cluster& cluster, const FontFace& face, Length box) {
    if (cluster.first != 0xFF0F) return;
    const Extent ink = ink_of(face, glyph.id, cluster.size);
    const std::uint32_t narrow = face.glyph_of(U'/');
    if (ink.right - ink.left <= box || narrow == 0) return;
    glyph.id = narrow;
    glyph.advance = cluster.size.scaled(face.advance(narrow), 1000);
}

// How far a glyph moves in its box: quotes stay beside what they quote, the rest is centred by ink.
Length
shift_in(Length box, const ShapedGlyph& glyph, const Cluster& cluster, const FontFace& face) {
    if (glyph.advance == box) return {};
    const C kind = class_of(cluster.first);
    const bool backward = cluster.level % 2 == 1;
    if (kind == (backward ? C::closing : C::opening)) return box - glyph.advance;
    if (kind == C::opening || kind == C::closing) return {};
    const Extent ink = ink_of(face, glyph.id, cluster.size);
    if (ink.left == ink.right) return {};
    return (box - ink.left - ink.right) / 2;
}

// The six dots of …… stand at even distances also where a face keeps its three close together: the halves move
// towards each other by what the gap between them has too much.
void even_out_dots(std::span<ShapedGlyph> glyphs, const Cluster& cluster, const FontFace& face) {
    if (glyphs.size() != 2 || glyphs[0].id != glyphs[1].id) return;
    const GlyphInk ink = face.ink(glyphs[0].id);
    const int dot = ink.top - ink.bottom, step = (ink.right - ink.left - dot) / 2;
    const Length apart = glyphs[0].advance + glyphs[1].x - glyphs[0].x;
    const Length excess = apart - cluster.size.scaled(3 * step, 1000);
    if (step <= 0 || excess <= Length{} || excess > cluster.size / 2) return;
    glyphs[0].x += excess / 2;
    glyphs[1].x -= excess - excess / 2;
}

void place(Cluster& cluster, std::span<ShapedGlyph> glyphs, const FontFace& face, Length box) {
    if (glyphs.size() == cluster.characters && (glyphs.size() == 1 || cluster.level % 2 == 0)) {
        const Length each = box / cluster.characters;
        for (ShapedGlyph& glyph : glyphs) {
            glyph.x += shift_in(each, glyph, cluster, face);
            glyph.advance = each;
        }
        if (class_of(cluster.first) == C::ellipsis) even_out_dots(glyphs, cluster, face);
    } else if (glyphs.size() == 1) {
        glyphs[0].x += shift_in(box, glyphs[0], cluster, face);
        glyphs[0].advance = box;
    } else {
        // A base with marks moves as one.
        Length natural = {};
        for (const ShapedGlyph& glyph : glyphs)
            natural += glyph.advance;
        for (ShapedGlyph& glyph : glyphs)
            glyph.x += (box - natural) / 2;
        glyphs.back().advance += box - natural;
    }
}

// Simplified writing has its stops in the left half of the box (GB/T 15834—2011 5.1.1). Some faces of 仿宋 and 楷体
// draw ？ in the middle: it could give half an em on no side, so it is set where its like stand.
void set_left(ShapedGlyph& glyph, const Cluster& cluster, const FontFace& face, Length em) {
    const Extent ink = ink_of(face, glyph.id, cluster.size);
    const Length before = glyph.x + ink.left, after = cluster.advance - glyph.x - ink.right;
    const bool centred = before > em / 4 && after > em / 4 && ink.right - ink.left < em / 2;
    if (centred) glyph.x -= before - (em / 2 - (ink.right - ink.left)) / 2;
}

// What squeezing may take: at most half an em together, never ink (CLREQ 6.3.2.1). Marks that stand
// in the middle of their box give a quarter on each side.
void find_blanks(Cluster& cluster, const ShapedGlyph& glyph, const FontFace& face, BoxStyle style) {
    const Extent ink = ink_of(face, glyph.id, cluster.size);
    if (ink.left == ink.right) return;
    Length before = std::max(Length{}, glyph.x + ink.left);
    Length after = std::max(Length{}, cluster.advance - glyph.x - ink.right);
    if (style.backward) std::swap(before, after);
    const Length half = style.em / 2, quarter = style.em / 4;
    const C kind = class_of(cluster.first);
    const bool centred = kind == C::interpunct || (before > quarter && after > quarter);
    if (centred) {
        cluster.blank_before = std::min(quarter, before);
        cluster.blank_after = std::min(quarter, after);
    } else if (kind == C::opening) {
        cluster.blank_before = std::min(half, before);
    } else {
        cluster.blank_after = std::min(half, after);
    }
}

// Two thousandths of an em and less are rounding.
Length kerning_of(const ShapedGlyph& glyph, const Cluster& cluster, const FontFace& face) {
    const Length change = glyph.advance - cluster.size.scaled(face.advance(glyph.id), 1000);
    const Length rounding = cluster.size / 500;
    return change > rounding || -change > rounding ? change : Length{};
}

} // namespace

void fit_box(
    Cluster& cluster, std::span<ShapedGlyph> glyphs, const FontFace& face, BoxStyle style
) {
    Length natural = {};
    for (const ShapedGlyph& glyph : glyphs)
        natural += glyph.advance;
    cluster.advance = natural;
    if (!cluster.han && glyphs.size() == 1) cluster.kerned = kerning_of(glyphs[0], cluster, face);
    if (!cluster.han || glyphs.empty()) return;
    const Length box = box_of(cluster, natural, style);
    if (glyphs.size() == 1) narrow_solidus(glyphs[0], cluster, face, box);
    if (box != natural || glyphs.size() > 1) place(cluster, glyphs, face, box);
    cluster.advance = box;
    if (glyphs.size() != 1 || box != style.em) return;
    const C kind = class_of(cluster.first);
    constexpr ClassSet squeezable{C::opening, C::closing, C::pause, C::stop, C::interpunct};
    if (!squeezable.has(kind) || (style.traditional && is_end_sign(cluster.first))) return;
    if (!style.traditional && (kind == C::stop || kind == C::pause)) set_left(glyphs[0], cluster, face, style.em);
    find_blanks(cluster, glyphs[0], face, style);
}

} // namespace nianbao::text

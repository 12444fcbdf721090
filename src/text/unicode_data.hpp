// What UAX #14 and UAX #29 ask of a code point, from the Unicode Character Database.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nianbao::text {

// Line_Break by its short names (UAX #14, table 1). SA, SG, XX and CJ are resolved (LB1); ai is
// not: Han writing takes it as id, the default as al.
enum class LineClass : std::uint8_t {
    ai, al, b2, ba, bb, bk, cb, cl, cm, cp, cr, eb, em, ex, gl, h2, h3, hl, hy, id, in, is,
    jl, jt, jv, lf, nl, ns, nu, op, po, pr, qu, ri, sp, sy, wj, zw, zwj,
};

// Grapheme_Cluster_Break (UAX #29, table 2); l, v, t, lv and lvt are the parts of Hangul syllables.
enum class GraphemeClass : std::uint8_t {
    other, cr, lf, control, extend, zwj, prepend, regional_indicator, spacing_mark,
    l, v, t, lv, lvt,
};

struct CharacterData {
    LineClass line = LineClass::al;
    GraphemeClass grapheme = GraphemeClass::other;
    bool wide = false;                // East_Asian_Width F, W or H (LB30)
    bool pictograph = false;          // Extended_Pictographic
    bool reserved_pictograph = false; // and not assigned yet (LB30b)
    bool ignorable = false;           // Default_Ignorable: nothing is drawn for it
};

// The generated table (unicode_tables.cpp), in two stages.
extern const char* const unicode_version;
extern const CharacterData unicode_kinds[];
extern const std::uint8_t unicode_blocks[];
extern const std::uint8_t unicode_places[];

// Of any code point up to U+10FFFF.
inline const CharacterData& data_of(char32_t code_point) {
    constexpr char32_t block = 128;
    const std::size_t start = unicode_blocks[code_point / block] * std::size_t{block};
    return unicode_kinds[unicode_places[start + code_point % block]];
}

} // namespace nianbao::text

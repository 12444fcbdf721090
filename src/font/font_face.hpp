// FontFace: bytes, metrics and coverage of one font. FreeType opens, HarfBuzz shapes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <nianbao/export.hpp>

struct hb_face_t;
struct hb_font_t;

namespace nianbao {

// Ink of a glyph in 1/1000 em, y upward. Empty: all zero.
struct GlyphInk {
    int left = 0, bottom = 0, right = 0, top = 0;
    bool empty() const { return left == right || bottom == top; }
};

// Values for the font descriptor (ISO 32000-1, table 122), in 1/1000 em, y upward.
struct FaceMetrics {
    int ascent = 0, descent = 0, cap_height = 0, stem_v = 0;
    double italic_angle = 0;
    int box_left = 0, box_bottom = 0, box_right = 0, box_top = 0;
    bool serif = false, fixed_pitch = false;
};

// What is known of a font before it is opened, from fonts.json; it spares finding out.
struct FaceFacts {
    std::optional<int> han_shift = {};
    bool cmap_checked = false; // no character of its cmap lacks an outline
};

enum class OutlineKind { cff, truetype };

// Immutable to its users. What it learns is cached: coverage and ink without a lock, charstrings
// behind one.
class FontFace {
public:
    // Maps a trusted file (lazily), or keeps the bytes of an untrusted one. Throws FontError:
    // "FONT-UNREADABLE" not a font, wrong index, no outlines, no Unicode cmap;
    // "FONT-EMBEDDING" when OS/2 fsType forbids embedding.
    static std::shared_ptr<const FontFace>
    map(const std::filesystem::path& file, unsigned index, const FaceFacts& facts = {});
    static std::shared_ptr<const FontFace>
    from_bytes(std::string bytes, unsigned index, std::string name);

    ~FontFace();
    FontFace(const FontFace&) = delete;
    FontFace& operator=(const FontFace&) = delete;

    const std::string& postscript_name() const; // name id 6, made safe for a PDF name
    const std::string& file_name() const;       // for messages: "FandolFang-Regular.otf"
    OutlineKind outlines() const;
    unsigned units_per_em() const;
    const FaceMetrics& metrics() const;

    // Glyph of a code point when the cmap has it and its outline is not empty (white space may be
    // empty); 0 otherwise. "cmap lies": spec/fonts 3.
    std::uint32_t glyph_of(char32_t code_point) const;
    bool covers(char32_t code_point) const { return glyph_of(code_point) != 0; }
    // Base + variation selector; falls back to glyph_of(base) when the face has no such sequence.
    std::uint32_t glyph_of(char32_t base, char32_t selector) const;
    // The glyph of exactly this sequence; 0 when the face does not have it.
    std::uint32_t variant_of(char32_t base, char32_t selector) const;

    int advance(std::uint32_t glyph) const; // in 1/1000 em, rounded
    GlyphInk ink(std::uint32_t glyph) const;

    // How far the middle of this face's Han stands below 0.380 em, in 1/1000 em: add it to raise
    // the face to the common line (spec/fonts 5). 0 for faces without Han.
    int han_shift() const;

    // Immutable HarfBuzz objects; scale of the font is units_per_em.
    hb_face_t* hb_face() const;
    hb_font_t* hb_font() const;

    class Impl;
    const Impl& impl() const { return *impl_; }

private:
    explicit FontFace(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace nianbao

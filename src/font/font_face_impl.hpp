// The inside of FontFace, shared by the files of this room only.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <hb.h>

#include <nianbao/language.hpp>

#include "font/font_face.hpp"
#include "font/lazy_table.hpp"

namespace nianbao {

namespace font {

struct Destroy {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy>;
using Face = std::unique_ptr<hb_face_t, Destroy>;
using Font = std::unique_ptr<hb_font_t, Destroy>;

// What FreeType tells about a font when it opens it.
struct Opened {
    std::string postscript_name = {};
    OutlineKind outlines = OutlineKind::cff;
    unsigned units_per_em = 1000;
    FaceMetrics metrics = {};
};

// Opens and validates with FreeType, then lets go of it. Throws FontError (font_face.hpp). `name`
// is for messages.
Opened open(hb_blob_t* bytes, unsigned index, const std::string& name);

[[noreturn]] void unreadable(const std::string& name, const Bilingual& reason); // FONT-UNREADABLE

// 1/1000 em of a length in font units, rounded half away from zero.
int per_mille(long units, unsigned units_per_em);

} // namespace font

class FontFace::Impl {
public:
    Impl(font::Blob bytes, unsigned index, std::string file_name, const FaceFacts& facts);

    GlyphInk ink(std::uint32_t glyph) const;
    std::uint32_t glyph_of(char32_t code_point) const;
    int han_shift() const;
    // The Type 2 charstrings of glyphs of this face, kept: valid as long as the face.
    std::vector<const std::string*> charstrings(std::span<const std::uint32_t> glyphs) const;

    const std::string file_name;
    const font::Opened opened;
    const font::Blob blob;
    const font::Face face;
    const font::Font font;
    const unsigned glyph_count;

private:
    int measured_han_shift() const;

    mutable font::LazyTable<std::uint64_t> inks_;
    mutable font::LazyTable<std::uint32_t> glyphs_;
    mutable std::once_flag shift_once_;
    mutable int shift_ = 0;
    const FaceFacts facts_;
    mutable std::mutex charstrings_lock_;
    mutable std::vector<std::unique_ptr<const std::string>>
        charstrings_; // empty until the first program
};

} // namespace nianbao

// Glyphs of one face → codes of a Type 0 font, and the font's objects.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <nianbao/document.hpp>

#include "font/font_face.hpp"
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"
#include "pdf/violations.hpp"

namespace nianbao::pdf {

// A code (CID) stands for one glyph that says one text: 一 and ⼀, or — and ——, may share a glyph
// but never a code, so that what is copied is what was written (spec/pdf 4).
class FontUse {
public:
    // May be null as long as no glyph is asked for.
    explicit FontUse(const FontFace* face) : face_(face) {}

    struct Slot {
        std::uint32_t glyph = 0;
        std::string text = {};  // UTF-8, not empty
        int width = 0;          // 1/1000 em
    };

    // The code of `glyph` saying `text`, given on first use. Reports characters that no reader can
    // give back (ISO 19005-2, 6.2.11.7; ISO 14289-1, 7.21.7) and .notdef.
    std::uint16_t code(std::uint32_t glyph, std::string_view text, const Origin& origin, Violations& violations);
    int width(std::uint16_t code) const { return slots_[code - 1U].width; }

    const FontFace& face() const { return *face_; }
    const std::vector<Slot>& slots() const { return slots_; }  // of code 1 and up
    bool used() const { return !slots_.empty(); }

private:
    std::uint16_t add_slot(std::uint32_t glyph, std::string_view text, const Origin& origin, Violations& violations);

    const FontFace* face_;
    std::vector<Slot> slots_ = {};
    std::unordered_map<std::uint64_t, std::uint16_t> of_character_ = {};  // glyph and one code point
    std::map<std::pair<std::uint32_t, std::string>, std::uint16_t> of_text_ = {};
};

// The character map to Unicode (ISO 32000-1, 9.10.3) of codes 1 to slots.size().
std::string to_unicode(const std::vector<FontUse::Slot>& slots);

// Writes the font and everything it needs; the number of the Type 0 font.
ObjectNumber embed_font(const FontUse& use, HaruDocument& document, StreamCompressor& compressor);

}  // namespace nianbao::pdf

// The glyphs used → a small font program for one PDF.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "font/font_face.hpp"

namespace nianbao::font {

// CFF: bare CFF with an identity charset, CID = index. TrueType: glyf font program with its own
// glyph numbers and the map CID → glyph.
struct FontProgram {
    OutlineKind kind = OutlineKind::cff;
    std::string bytes = {};
    std::vector<std::uint16_t> gid_of_cid = {}; // TrueType only
    std::vector<int> widths = {}; // per CID, 1/1000 em, rounded as the program has them
};

// glyph_of_cid[0] is .notdef (0); a glyph may stand there more than once: one code per
// (glyph, source text), spec/pdf 4. Deterministic. Throws FontError.
// The parsing of the source font is HarfBuzz's alone (the font firewall of spec/reliability 2.2).
FontProgram make_program(const FontFace& face, std::span<const std::uint32_t> glyph_of_cid);

} // namespace nianbao::font

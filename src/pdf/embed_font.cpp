// Glyphs of one face → codes of a Type 0 font, and the font's objects (ISO 32000-1, 9.7).
#include "pdf/embed_font.hpp"

#include <algorithm>
#include <cmath>

#include <nianbao/error.hpp>

#include "base/utf8.hpp"
#include "font/subset.hpp"
#include "pdf/content_hash.hpp"
#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

constexpr std::size_t largest_code = 65535;

bool private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

// No map to Unicode may hold these.
bool not_text(char32_t c) { return c == 0 || c == 0xFEFF || (c & 0xFFFEU) == 0xFFFEU || private_use(c); }

std::string code_point_name(char32_t c) {
    std::string digits;
    for (std::uint32_t rest = c; rest != 0 || digits.size() < 4; rest >>= 4U) digits += "0123456789ABCDEF"[rest & 15U];
    std::reverse(digits.begin(), digits.end());
    return "U+" + digits;
}

void append_code(std::string& out, std::size_t code) {
    for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789ABCDEF"[(code >> static_cast<unsigned>(shift)) & 15U];
}

// Six capital letters made from the program itself (ISO 32000-1, 9.6.4).
std::string subset_tag(std::string_view program) {
    ContentHash hash;
    hash.add(program);
    std::uint64_t rest = hash.value()[0];
    std::string tag;
    for (int i = 0; i < 6; ++i, rest /= 26) tag += static_cast<char>('A' + rest % 26);
    return tag;
}

std::string widths_array(const std::vector<FontUse::Slot>& slots) {
    std::string out = "/DW 1000/W[";
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i].width == 1000) continue;
        const bool opens = i == 0 || slots[i - 1].width == 1000;
        if (opens) {
            append_number(out, static_cast<std::int64_t>(i + 1), 0);
            out += '[';
        } else {
            out += ' ';
        }
        append_number(out, slots[i].width, 0);
        if (i + 1 == slots.size() || slots[i + 1].width == 1000) out += ']';
    }
    return out + "]";
}

std::string descriptor(const FontFace& face, const std::string& name_of_subset, const std::string& program_key,
                       ObjectNumber program) {
    const FaceMetrics& metrics = face.metrics();
    constexpr int fixed_pitch = 1, serif = 2, symbolic = 4, italic = 64;
    const int flags = symbolic | (metrics.fixed_pitch ? fixed_pitch : 0) | (metrics.serif ? serif : 0) |
                      (metrics.italic_angle < 0 ? italic : 0);
    std::string out = "/Type/FontDescriptor/FontName" + name_of_subset + "/Flags " + std::to_string(flags) + "/FontBBox[";
    for (const int edge : {metrics.box_left, metrics.box_bottom, metrics.box_right, metrics.box_top}) {
        append_number(out, edge, 0);
        out += ' ';
    }
    out.back() = ']';
    out += "/ItalicAngle ";
    append_number(out, std::lround(metrics.italic_angle * 10), 1);
    out += "/Ascent " + std::to_string(metrics.ascent) + "/Descent " + std::to_string(metrics.descent) + "/CapHeight " +
           std::to_string(metrics.cap_height) + "/StemV " + std::to_string(metrics.stem_v) + program_key;
    append_reference(out, program);
    return out;
}

// CID → glyph number, two bytes each (ISO 32000-1, table 117).
std::string glyph_map(const std::vector<std::uint16_t>& gid_of_cid) {
    std::string out;
    for (const std::uint16_t gid : gid_of_cid) {
        out += static_cast<char>(gid >> 8U);
        out += static_cast<char>(gid & 255U);
    }
    return out;
}

}  // namespace

std::uint16_t FontUse::code(std::uint32_t glyph, std::string_view text, const Origin& origin, Violations& violations) {
    const utf8::Decoded first = utf8::decode(text, 0);
    if (first.length == text.size()) {
        const std::uint64_t key = (std::uint64_t{glyph} << 32U) | first.code_point;
        const auto found = of_character_.find(key);
        if (found != of_character_.end()) return found->second;
        return of_character_[key] = add_slot(glyph, text, origin, violations);
    }
    const std::pair<std::uint32_t, std::string> key(glyph, text);
    const auto found = of_text_.find(key);
    if (found != of_text_.end()) return found->second;
    return of_text_[key] = add_slot(glyph, text, origin, violations);
}

std::uint16_t FontUse::add_slot(std::uint32_t glyph, std::string_view text, const Origin& origin, Violations& violations) {
    if (slots_.size() >= largest_code)
        throw LimitError("PDF-CODES", origin.pointer, say("PDF-CODES", {{"font", face_->file_name()}, {"limit", largest_code}}));
    if (glyph == 0) violations.add("PDF-NOTDEF", origin.pointer, {{"text", text}, {"font", face_->file_name()}});
    for (const char32_t c : utf8::to_utf32(text))
        if (not_text(c)) violations.add("PDF-CHARACTER", origin.pointer, {{"character", code_point_name(c)}});
    slots_.push_back({glyph, std::string(text), face_->advance(glyph)});
    return static_cast<std::uint16_t>(slots_.size());
}

std::string to_unicode(const std::vector<FontUse::Slot>& slots) {
    std::string out = "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    // A range may not run over a change of the high byte, a block holds 100 ranges at most.
    const std::size_t ranges = slots.size() / 256 + 1;
    for (std::size_t range = 0; range < ranges; ++range) {
        const std::size_t first = range == 0 ? 1 : range * 256;
        const std::size_t last = std::min(range * 256 + 255, slots.size());
        if (range % 100 == 0) out += std::to_string(std::min<std::size_t>(100, ranges - range)) + " beginbfrange\n";
        out += '<';
        append_code(out, first);
        out += "><";
        append_code(out, last);
        out += ">[";
        for (std::size_t code = first; code <= last; ++code) {
            out += '<';
            append_utf16_hex(out, slots[code - 1].text);
            out += '>';
        }
        out += "]\n";
        if (range % 100 == 99 || range + 1 == ranges) out += "endbfrange\n";
    }
    return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

ObjectNumber embed_font(const FontUse& use, HaruDocument& document, StreamCompressor& compressor) {
    std::vector<std::uint32_t> glyph_of_cid{0};
    for (const FontUse::Slot& slot : use.slots()) glyph_of_cid.push_back(slot.glyph);
    const font::FontProgram program = font::make_program(use.face(), glyph_of_cid);

    const bool cff = program.kind == OutlineKind::cff;
    const std::string tagged = subset_tag(program.bytes) + "+" + use.face().postscript_name();
    const std::string filter = "/Filter/FlateDecode";
    const ObjectNumber program_stream = document.add_stream(
        (cff ? "/Subtype/CIDFontType0C" : "/Length1 " + std::to_string(program.bytes.size())) + filter,
        compressor.compress_program(program.bytes, program.kind));
    const ObjectNumber descriptor_object =
        document.add(descriptor(use.face(), name(tagged), cff ? "/FontFile3 " : "/FontFile2 ", program_stream));
    std::string descendant = "/Type/Font/Subtype/" + std::string(cff ? "CIDFontType0" : "CIDFontType2") + "/BaseFont" +
                             name(tagged) + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
                             "/FontDescriptor " + reference(descriptor_object) + widths_array(use.slots());
    if (!cff)
        descendant += "/CIDToGIDMap " + reference(document.add_stream(filter, compressor.compress(glyph_map(program.gid_of_cid))));
    const ObjectNumber unicode = document.add_stream(filter, compressor.compress(to_unicode(use.slots())));
    // The name of a Type 0 font with a CFF descendant ends in its CMap (ISO 32000-1, table 121).
    return document.add("/Type/Font/Subtype/Type0/BaseFont" + name(cff ? tagged + "-Identity-H" : tagged) +
                        "/Encoding/Identity-H/DescendantFonts[" + reference(document.add(descendant)) +
                        "]/ToUnicode " + reference(unicode));
}

}  // namespace nianbao::pdf

// Opening a font: FreeType reads and validates it, and tells the values of the font descriptor.
#include "font/font_face_impl.hpp"

#include <cmath>
#include <memory>

#include <ft2build.h>
#include FT_TRUETYPE_TABLES_H
#include FT_TRUETYPE_TAGS_H

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "font/free_type.hpp"

namespace nianbao::font {
namespace {

OpenFace
open_or_throw(FT_Library library, hb_blob_t* bytes, unsigned index, const std::string& name) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(bytes, &length);
    FT_Face face = nullptr;
    const auto* first = static_cast<const FT_Byte*>(static_cast<const void*>(data));
    if (!data || FT_New_Memory_Face(
                     library, first, FT_Long{length}, static_cast<FT_Long>(index & 0xFFFF), &face
                 ) != 0)
        unreadable(
            name, {"不是可用的字体文件，或序号不存在", "not a font file, or no face of that index"}
        );
    return OpenFace(face);
}

bool has_table(FT_Face face, FT_ULong tag) {
    FT_ULong length = 0;
    return FT_Load_Sfnt_Table(face, tag, 0, nullptr, &length) == 0 && length > 0;
}

OutlineKind outline_kind(FT_Face face, const std::string& name) {
    if (FT_IS_SFNT(face) && has_table(face, TTAG_glyf)) return OutlineKind::truetype;
    if (FT_IS_SFNT(face) && (has_table(face, TTAG_CFF) || has_table(face, TTAG_CFF2)))
        return OutlineKind::cff;
    unreadable(name, {"没有轮廓（须为 TrueType 或 CFF）", "it has no TrueType or CFF outlines"});
}

// OS/2 fsType: restricted licence (unless a freer bit stands beside it), no subsetting, bitmaps
// only.
void refuse_forbidden(FT_Face face, const std::string& name) {
    const unsigned flags = FT_Get_FSType_Flags(face);
    const bool restricted = (flags & 0x000E) == FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING;
    if (restricted || (flags & (FT_FSTYPE_NO_SUBSETTING | FT_FSTYPE_BITMAP_EMBEDDING_ONLY)) != 0)
        throw FontError("FONT-EMBEDDING", name, say("FONT-EMBEDDING", {{"font", name}}));
}

// Neither table of a font tells its stems; the usual estimate from the weight class (400 → 88).
int stem_from_weight(int weight) {
    return 50 + weight * weight / (65 * 65);
}

FaceMetrics metrics_of(FT_Face face) {
    const unsigned em = face->units_per_EM;
    FaceMetrics m;
    m.ascent = per_mille(face->ascender, em);
    m.descent = per_mille(face->descender, em);
    // FandolSong-Regular has the sign of its descender wrong (spec/fonts 5).
    if (m.descent > 0) m.descent = -m.descent;
    m.box_left = per_mille(face->bbox.xMin, em);
    m.box_bottom = per_mille(face->bbox.yMin, em);
    m.box_right = per_mille(face->bbox.xMax, em);
    m.box_top = per_mille(face->bbox.yMax, em);
    m.fixed_pitch = FT_IS_FIXED_WIDTH(face);
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    m.stem_v = stem_from_weight(os2 ? std::min<int>(os2->usWeightClass, 1000) : 400);
    if (os2 && os2->version >= 2 && os2->sCapHeight > 0)
        m.cap_height = per_mille(os2->sCapHeight, em);
    if (m.cap_height == 0) m.cap_height = m.ascent;
    // IBM family classes 1 to 5 and 7 are serif faces; PANOSE serif styles 2 to 10 likewise.
    if (os2) {
        const int family = os2->sFamilyClass >> 8;
        const int panose = os2->panose[0] == 2 ? os2->panose[1] : 0;
        m.serif = (family >= 1 && family <= 7 && family != 6) || (panose >= 2 && panose <= 10);
    }
    const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(face, FT_SFNT_POST));
    if (post) m.italic_angle = static_cast<double>(post->italicAngle) / 65536.0;
    return m;
}

// ISO 32000-1, 7.3.5: regular characters only, and PostScript's 63 (less the tag of a subset).
std::string safe_name(const char* given) {
    std::string name;
    for (const char* c = given ? given : ""; *c != '\0' && name.size() < 56; ++c) {
        const bool plain = (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') ||
                           (*c >= 'a' && *c <= 'z') || *c == '-';
        if (plain) name += *c;
    }
    return name.empty() ? "Font" : name;
}

} // namespace

void unreadable(const std::string& name, const Bilingual& reason) {
    throw FontError(
        "FONT-UNREADABLE", name, say("FONT-UNREADABLE", {{"font", name}, {"reason", reason}})
    );
}

int per_mille(long units, unsigned units_per_em) {
    const long em = static_cast<long>(units_per_em);
    const long doubled = 2 * units * 1000;
    return static_cast<int>((doubled + (doubled < 0 ? -em : em)) / (2 * em));
}

Opened open(hb_blob_t* bytes, unsigned index, const std::string& name) {
    FT_Library started = nullptr;
    if (FT_Init_FreeType(&started) != 0) unreadable(name, {"内存不足", "out of memory"});
    const Library library(started);
    const OpenFace face = open_or_throw(library.get(), bytes, index, name);
    if (face->units_per_EM < 16 || face->units_per_EM > 16384 || face->num_glyphs < 1)
        unreadable(name, {"字体表头损坏", "its header is damaged"});
    Opened result;
    result.outlines = outline_kind(face.get(), name);
    if (FT_Select_Charmap(face.get(), FT_ENCODING_UNICODE) != 0)
        unreadable(name, {"没有 Unicode 字符映射", "it has no Unicode character map"});
    refuse_forbidden(face.get(), name);
    result.postscript_name = safe_name(FT_Get_Postscript_Name(face.get()));
    result.units_per_em = face->units_per_EM;
    result.metrics = metrics_of(face.get());
    return result;
}

} // namespace nianbao::font

// The role of a user's font, told by the names in it: FreeType reads the name table.
#include "font/font_names.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <ft2build.h>
#include FT_SFNT_NAMES_H
#include FT_TRUETYPE_IDS_H

#include "font/font_face_impl.hpp"
#include "font/free_type.hpp"

namespace nianbao::font {
namespace {

OpenFace open_or_throw(
    FT_Library library, std::string_view bytes, FT_Long index, const std::string& file_name
) {
    FT_Face face = nullptr;
    const auto* first = static_cast<const FT_Byte*>(static_cast<const void*>(bytes.data()));
    if (FT_New_Memory_Face(library, first, static_cast<FT_Long>(bytes.size()), index, &face) != 0)
        unreadable(file_name, {"不是可用的字体文件", "not a font file"});
    return OpenFace(face);
}

bool is_telling(const FT_SfntName& record) {
    const bool name =
        record.name_id == 1 || record.name_id == 4 || record.name_id == 6 || record.name_id == 16;
    return name && record.string && record.string_len <= 256;
}

// Platforms 0 and 3 write UTF-16BE; of platform 1 only plain letters can be the names we know.
std::u16string text_of(const FT_SfntName& record) {
    std::u16string text;
    const bool wide = record.platform_id != TT_PLATFORM_MACINTOSH;
    for (FT_UInt i = 0; i + (wide ? 1 : 0) < record.string_len; i += wide ? 2 : 1)
        text += static_cast<char16_t>(
            wide ? record.string[i] << 8 | record.string[i + 1] : record.string[i]
        );
    return text;
}

std::u16string plain(std::u16string name) {
    std::erase_if(name, [](char16_t c) { return c == u' ' || c == u'-' || c == u'_'; });
    for (char16_t& c : name)
        if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c - u'A' + u'a');
    return name;
}

std::optional<FontRole> role_of(std::u16string name) {
    name = plain(std::move(name));
    if (name.size() > 7 && name.ends_with(u"regular")) name.resize(name.size() - 7);
    for (const KnownName& known : known_names())
        if (known.name == name) return known.role;
    return std::nullopt;
}

std::optional<FontRole> role_of(FT_Face face) {
    const FT_UInt count = FT_Get_Sfnt_Name_Count(face);
    for (FT_UInt i = 0; i < count; ++i) {
        FT_SfntName record = {};
        if (FT_Get_Sfnt_Name(face, i, &record) != 0 || !is_telling(record)) continue;
        if (const auto role = role_of(text_of(record))) return role;
    }
    return std::nullopt;
}

} // namespace

std::vector<NamedFace>
faces_with_known_names(std::string_view bytes, const std::string& file_name) {
    FT_Library started = nullptr;
    if (FT_Init_FreeType(&started) != 0) throw std::bad_alloc();
    const Library library(started);
    std::vector<NamedFace> found;
    FT_Long count = 1;
    for (FT_Long index = 0; index < count; ++index) {
        const OpenFace face = open_or_throw(library.get(), bytes, index, file_name);
        count = std::min<FT_Long>(face->num_faces, 64);
        if (const auto role = role_of(face.get()))
            found.push_back({.index = static_cast<unsigned>(index), .role = *role});
    }
    return found;
}

} // namespace nianbao::font

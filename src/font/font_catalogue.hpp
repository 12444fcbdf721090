// fonts.json: the fonts of a folder, and the chains that order them by role.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/style.hpp>

#include "font/code_point_ranges.hpp"
#include "font/font_chain.hpp"
#include "font/font_face.hpp"

namespace nianbao::font {

inline constexpr std::array<FontRole, 5> all_roles = {
    FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::title};
inline constexpr std::array<Script, 2> all_scripts = {Script::han, Script::latin};

// One font of the catalogue. Either `file` beside fonts.json, or `installed`: where its Debian
// package puts it.
struct CatalogueFont {
    std::string id = {}, file = {}, installed = {}, package = {};
    std::string sha256 = {}; // of `file`; may be empty
    unsigned index = 0;
    FaceFacts facts = {};
    CodePointRanges not_from =
        {};                     // characters that come from the next font even if this one has them
    CodePointRanges has = {};   // of fonts that may be absent: what they would give
    bool centred_marks = false; // 、 and ， in the middle of their box, as in Taiwan
    std::vector<FontRole> roles = {};  // of user fonts
    std::optional<Script> script = {}; // of user fonts; none = by whether it has Han
    bool other = false;                // of user fonts: only for what the fonts of the roles lack
};

struct CatalogueLink {
    std::string font = {}; // id, or "user": the place of the user's fonts
    int scale_percent = 100;
    CodePointRanges only = {}; // empty = everything
};

struct Catalogue {
    std::string text = {}; // of fonts.json
    std::vector<CatalogueFont> fonts = {};
    // Indexed by role and script; empty in a user's folder.
    std::array<std::array<std::vector<CatalogueLink>, 2>, 5> chains = {};
};

enum class CatalogueKind { complete, user }; // with chains, or with roles

// Throws FontError "FONT-CATALOGUE" with file and pointer, FileError, JsonError.
Catalogue read_catalogue(const std::filesystem::path& file, CatalogueKind kind);

} // namespace nianbao::font

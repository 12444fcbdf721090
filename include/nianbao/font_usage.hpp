// FontUsage: which font sets which characters of a document, and what no font has.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nianbao/document.hpp>
#include <nianbao/error.hpp>
#include <nianbao/font_set.hpp>

namespace nianbao {

// A font at work in a role, by its file name.
struct UsedFont {
    std::string role = {};       // "fangsong"
    std::string font = {};
    std::size_t characters = 0;  // as a reader counts them, with their marks
    friend bool operator==(const UsedFont&, const UsedFont&) = default;
};

// A character that did not come from the first font of its role: the Han font for Han and its marks,
// the Latin font for letters and digits, in the order of the role's chain with the user's own fonts.
struct SubstitutedCharacter {
    char32_t code_point = 0;
    std::string text = {};       // with its marks and variation selector
    std::string role = {};
    std::string font = {};       // that gave it
    std::size_t count = 0;
    std::string pointer = {};    // JSON Pointer of the first place; empty for generated texts
    friend bool operator==(const SubstitutedCharacter&, const SubstitutedCharacter&) = default;
};

struct FontUsage {
    std::vector<UsedFont> fonts = {};                   // by role, the most used first
    std::vector<SubstitutedCharacter> substituted = {}; // in the order they are read
    std::vector<MissingCharacter> missing = {};         // what typeset() would refuse
};

// Every text of the document with the folio. Throws LayoutError and LimitError as typeset() does, but
// lists missing characters instead of throwing.
NIANBAO_API FontUsage font_usage(const Document& document, const FontSet& fonts);

// The same as JSON: {"fonts": [...], "substituted": [...], "missing": [...]}.
NIANBAO_API std::string to_json(const FontUsage& usage);

}  // namespace nianbao

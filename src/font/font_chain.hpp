// Which face sets which character: the chains of a FontSet by role.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <nianbao/font_set.hpp>

#include "font/font_face.hpp"

namespace nianbao::font {

// The two writing systems that choose different faces: Han text with its marks, and Latin text with
// digits (spec/fonts 5, rules 1 and 5).
enum class Script { han, latin };

// Faces in order of preference. User faces of the role first. Faces open on first use.
struct Choice {
    std::shared_ptr<const FontFace> face = {}; // null: no font has it
    std::uint32_t glyph = 0;
    int scale_percent = 100; // a fallback face set smaller to match (95 for song in fangsong)
};

// The first face of the chain that has the cluster: base and, when it is one, the variation
// selector or combining marks after it. Marks (，。“”—…) are never taken from a face whose marks
// are centred.
Choice choose(const FontSet& fonts, FontRole role, Script script, std::u32string_view cluster);

// File names of the chain, for messages.
std::vector<std::string> tried(const FontSet& fonts, FontRole role, Script script);

// The file name of the font that a writing of the role is set in first.
const std::string& first_font(const FontSet& fonts, FontRole role, Script script);

const char* name_of(FontRole role); // "fangsong"

// A hint in which package a character lives that no chain has ("fonts-hanazono"), or empty.
std::string package_with(const FontSet& fonts, char32_t code_point);

} // namespace nianbao::font

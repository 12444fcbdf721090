// UAX #9: the embedding levels of a paragraph, and the order in which a line shows its parts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::text {

using BidiLevel = std::uint8_t; // even: left to right; odd: right to left

enum class BaseDirection { left_to_right, right_to_left, automatic }; // automatic: P2 and P3

// Whether text with this character may stand in another order than it is read: letters written from
// right to left, Arabic numbers, and the controls that turn the direction. Text without any needs
// nothing of this file.
bool turns_direction(char32_t c);
bool turns_direction(std::string_view utf8);

struct Embedding {
    std::vector<BidiLevel> levels = {}; // of every code point
    BidiLevel base = 0;                 // of the (first) paragraph
};

// Rules P1 to I2, and L1 for separators and the end of the paragraph. A paragraph separator (B) ends
// a paragraph; those that follow have the direction of the first.
Embedding embedding_levels(std::u32string_view text, BaseDirection direction);

// L1: white space, isolate controls and what X9 removes: at the end of a line they have the base
// level.
bool takes_base_level_at_line_end(char32_t c);

// L2: the indices of the levels, from left to right.
std::vector<std::uint32_t> visual_order(std::span<const BidiLevel> levels);

// The base direction of a block of text (HL1): that of its language, unless it begins with a letter
// of the other direction and most of its letters have that direction. So a Chinese sentence may
// begin with a Uyghur word.
BaseDirection direction_of_block(std::u32string_view text, std::string_view language);

std::string fribidi_version(); // of the library that is loaded

} // namespace nianbao::text

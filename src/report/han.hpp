// What the checks of texts ask of a character.
#pragma once

#include <string_view>

namespace nianbao::report {

// Han characters of the blocks in use: URO, extension A, compatibility, and the planes 2 and 3.
constexpr bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || c == U'〇';
}
constexpr bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
constexpr bool is_ascii_alnum(char32_t c) { return is_ascii_digit(c) || is_ascii_letter(c); }
constexpr bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// The character at a place, or nothing (NUL) beyond the ends.
constexpr char32_t char_at(std::u32string_view chars, std::size_t index) { return index < chars.size() ? chars[index] : U'\0'; }
constexpr char32_t char_before(std::u32string_view chars, std::size_t index) { return index > 0 ? char_at(chars, index - 1) : U'\0'; }

}  // namespace nianbao::report

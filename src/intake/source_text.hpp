// The text as it came: lines of characters that know their column, so that every finding has a place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::intake {

struct SourceChar {
    char32_t c = 0;
    std::int32_t column = 0;  // in its line, from 1, counted in characters
};

using SourceChars = std::vector<SourceChar>;

struct SourceLine {
    int number = 0;  // from 1
    SourceChars chars = {};
    bool empty() const { return chars.empty(); }
    char32_t front() const { return chars.empty() ? 0 : chars.front().c; }
    char32_t back() const { return chars.empty() ? 0 : chars.back().c; }
    std::size_t size() const { return chars.size(); }
};

using SourceLines = std::vector<SourceLine>;

// Valid UTF-8 → its lines, also the empty ones. CR, LF and CR LF end a line.
SourceLines lines_of(std::string_view text);

// White space at both ends is layout, not text: spaces, tabs, U+3000, U+00A0.
void trim(SourceChars& chars);
bool is_space(char32_t c);

bool is_han(char32_t c);             // ideographs and 〇
bool is_digit(char32_t c);           // 0–9
bool is_ascii_letter(char32_t c);
bool is_han_digit(char32_t c);       // 〇零一 to 十百千
bool is_chinese_mark(char32_t c);    // fullwidth stops, pauses, brackets and quotation marks
bool ends_sentence(char32_t c);      // 。！？；：and their ASCII forms

std::u32string characters_of(const SourceChars& chars);
std::string utf8_of(const SourceChars& chars);
SourceChars slice(const SourceChars& chars, std::size_t begin, std::size_t end);

// Index of the first of `marks` at or after `from`; size() when there is none.
std::size_t find_any(const SourceChars& chars, std::u32string_view marks, std::size_t from = 0);

bool contains(const std::u32string& text, std::u32string_view part);

}  // namespace nianbao::intake

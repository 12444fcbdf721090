// UTF-8: validated once at the door, then walked code point by code point.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::utf8 {

// Byte offset of the first ill-formed sequence (Unicode 3.9, table 3-7), or nothing.
std::optional<std::size_t> first_invalid(std::string_view text);

struct Decoded {
    char32_t code_point = 0;
    std::size_t length = 0;  // bytes, 1 to 4
};

// The code point at `offset` of valid text; offset < text.size().
Decoded decode(std::string_view text, std::size_t offset);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);
void append(std::string& out, char32_t code_point);

// UTF-16BE bytes without a mark, for PDF strings and ToUnicode.
std::string to_utf16be(std::string_view text);

}  // namespace nianbao::utf8

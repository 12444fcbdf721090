// The small syntax of PDF: numbers, names, strings and references, all printed by us.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <nianbao/geometry.hpp>

#include "pdf/haru.hpp"

namespace nianbao::pdf {

// value / 10^decimals without trailing zeros, never an exponent: (10500, 3) → "10.5".
void append_number(std::string& out, std::int64_t value, int decimals);

// Millipoints as points.
inline void append_length(std::string& out, std::int64_t millipoints) { append_number(out, millipoints, 3); }

// "12 0 R"
void append_reference(std::string& out, ObjectNumber number);
std::string reference(ObjectNumber number);

// A byte string in parentheses, every byte kept.
void append_bytes_string(std::string& out, std::string_view bytes);

// A text string of UTF-8: printable ASCII as it is, everything else as UTF-16BE with its mark.
std::string text_string(std::string_view utf8);

// UTF-16BE in hexadecimal digits, without a mark.
void append_utf16_hex(std::string& out, std::string_view utf8);

// A name with its slash; irregular bytes as #xx (ISO 32000-1, 7.3.5).
std::string name(std::string_view bytes);

}  // namespace nianbao::pdf

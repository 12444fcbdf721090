// The small syntax of PDF: numbers, names, strings and references.
#include "pdf/syntax.hpp"

#include <array>

#include "base/utf8.hpp"

namespace nianbao::pdf {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

void append_hex(std::string& out, unsigned char byte) {
    out += hex_digits[byte >> 4U];
    out += hex_digits[byte & 15U];
}

bool printable_ascii(std::string_view text) {
    for (const char c : text)
        if (c < ' ' || c > '~') return false;
    return true;
}

}  // namespace

void append_number(std::string& out, std::int64_t value, int decimals) {
    std::array<char, 40> text{};  // 20 digits, a sign, a point and zeros behind it
    char* const end = text.data() + text.size();
    char* begin = end;
    std::uint64_t rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    for (; decimals > 0; --decimals, rest /= 10)
        if (rest % 10 != 0 || begin != end) *--begin = static_cast<char>('0' + rest % 10);
    const bool whole = begin == end;
    if (!whole) *--begin = '.';
    // "0.5" as ".5": allowed by ISO 32000-1, 7.3.3, and one byte less.
    if (whole && rest == 0) *--begin = '0';
    for (; rest != 0; rest /= 10) *--begin = static_cast<char>('0' + rest % 10);
    if (value < 0) *--begin = '-';
    out.append(begin, end);
}

void append_reference(std::string& out, ObjectNumber number) {
    append_number(out, number, 0);
    out += " 0 R";
}

std::string reference(ObjectNumber number) {
    std::string out;
    append_reference(out, number);
    return out;
}

void append_bytes_string(std::string& out, std::string_view bytes) {
    out += '(';
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        // A bare carriage return would be read as a line feed (ISO 32000-1, 7.3.4.2).
        if (c == '\r') out += "\\r";
        else out += c;
    }
    out += ')';
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
    for (const char c : utf8::to_utf16be(utf8)) append_hex(out, static_cast<unsigned char>(c));
}

std::string text_string(std::string_view utf8) {
    std::string out;
    if (printable_ascii(utf8)) {
        append_bytes_string(out, utf8);
        return out;
    }
    out = "<FEFF";
    append_utf16_hex(out, utf8);
    out += '>';
    return out;
}

std::string name(std::string_view bytes) {
    std::string out = "/";
    for (const char c : bytes) {
        const bool regular = c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
        if (regular) {
            out += c;
        } else {
            out += '#';
            append_hex(out, static_cast<unsigned char>(c));
        }
    }
    return out;
}

}  // namespace nianbao::pdf

// A walk over JSON text beside the parser: gives every token the line and column where it begins.
#include "base/json_cursor.hpp"

namespace nianbao::json {

namespace {

bool is_separator(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '-' || c == '.';
}

// C0 without tab, line feed and carriage return, DEL and C1: nothing a page can show.
bool is_control(int code) {
    return (code >= 0 && code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
           (code >= 0x7F && code <= 0x9F);
}

}  // namespace

void Cursor::advance_to(std::size_t offset) {
    while (offset_ < offset && offset_ < text_.size()) {
        const auto byte = static_cast<unsigned char>(text_[offset_++]);
        if (byte == '\n') {
            ++line_;
            column_ = 1;
        } else if ((byte & 0xC0) != 0x80) {
            ++column_;
        }
    }
    // Stop between characters, never inside one.
    while (offset_ < text_.size() && (static_cast<unsigned char>(text_[offset_]) & 0xC0) == 0x80) {
        ++offset_;
    }
}

void Cursor::skip_separators(std::size_t end) {
    while (offset_ < end && is_separator(peek())) advance_to(offset_ + 1);
}

std::string_view Cursor::take_token() {
    const std::size_t begin = offset_;
    if (peek() == '"') {
        take_string();
    } else if (is_word(peek())) {
        while (is_word(peek())) advance_to(offset_ + 1);
    } else {
        advance_to(offset_ + 1);
    }
    return text_.substr(begin, offset_ - begin);
}

StringFault Cursor::take_string() {
    advance_to(offset_ + 1);
    while (!at_end()) {
        const auto byte = static_cast<unsigned char>(text_[offset_]);
        if (byte == '"') {
            advance_to(offset_ + 1);
            return StringFault::none;
        }
        if (byte == '\\') {
            if (const auto fault = take_escape(); fault != StringFault::none) return fault;
        } else if (byte < 0x20 || byte == 0x7F ||
                   (byte == 0xC2 && static_cast<unsigned char>(text_[offset_ + 1]) < 0xA0)) {
            return StringFault::control;
        } else {
            advance_to(offset_ + 1);
        }
    }
    return StringFault::unterminated;
}

StringFault Cursor::take_escape() {
    const char kind = offset_ + 1 < text_.size() ? text_[offset_ + 1] : '\0';
    if (kind == 'b' || kind == 'f') return StringFault::control;
    if (kind != 'u') {
        const bool known = kind != '\0' && std::string_view("\"\\/nrt").find(kind) != std::string_view::npos;
        if (known) advance_to(offset_ + 2);
        return known ? StringFault::none : StringFault::escape;
    }
    const int code = hex_at(offset_ + 2);
    if (code < 0) return StringFault::escape;
    if (is_control(code)) return StringFault::control;
    if (code < 0xD800 || code > 0xDFFF) {
        advance_to(offset_ + 6);
        return StringFault::none;
    }
    const bool low_follows = text_.substr(offset_ + 6, 2) == "\\u" && hex_at(offset_ + 8) >= 0xDC00 &&
                             hex_at(offset_ + 8) <= 0xDFFF;
    if (code > 0xDBFF || !low_follows) return StringFault::surrogate;
    advance_to(offset_ + 12);
    return StringFault::none;
}

// The value of four hexadecimal digits, or -1.
int Cursor::hex_at(std::size_t offset) const {
    if (offset + 4 > text_.size()) return -1;
    int code = 0;
    for (const char c : text_.substr(offset, 4)) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) return -1;
        code = code * 16 + digit;
    }
    return code;
}

}  // namespace nianbao::json

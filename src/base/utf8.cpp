// UTF-8: validated once at the door, then walked code point by code point.
#include "base/utf8.hpp"


namespace nianbao::utf8 {

namespace {

unsigned char byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

struct Lead {
    std::size_t length;                   // of the sequence; 0 = not a lead byte
    unsigned char second_min, second_max;  // Unicode 15, table 3-7: no overlong, no surrogate, <= 10FFFF
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, 0, 0};
    if (byte < 0xC2) return {0, 0, 0};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

bool well_formed_at(std::string_view text, std::size_t offset, const Lead& lead) {
    if (lead.length == 0 || offset + lead.length > text.size()) return false;
    if (lead.length == 1) return true;
    const unsigned char second = byte_at(text, offset + 1);
    if (second < lead.second_min || second > lead.second_max) return false;
    for (std::size_t i = 2; i < lead.length; ++i)
        if ((byte_at(text, offset + i) & 0xC0) != 0x80) return false;
    return true;
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const Lead lead = lead_of(byte_at(text, offset));
        if (!well_formed_at(text, offset, lead)) return offset;
        offset += lead.length;
    }
    return std::nullopt;
}

Decoded decode(std::string_view text, std::size_t offset) {
    const auto next = [&](std::size_t i) { return char32_t{byte_at(text, offset + i)} & 0x3F; };
    const char32_t first = byte_at(text, offset);
    if (first < 0x80) return {first, 1};
    if (first < 0xE0) return {((first & 0x1F) << 6) | next(1), 2};
    if (first < 0xF0) return {((first & 0x0F) << 12) | (next(1) << 6) | next(2), 3};
    const char32_t c = ((first & 0x07) << 18) | (next(1) << 12) | (next(2) << 6) | next(3);
    return {c > 0x10FFFF ? U'\uFFFD' : c, 4};  // of bytes that are no UTF-8 nobody asks for a character's data
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded d = decode(text, offset);
        out += d.code_point;
        offset += d.length;
    }
    return out;
}

void append(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) append(out, c);
    return out;
}

std::string to_utf16be(std::string_view text) {
    std::string out;
    const auto unit = [&](char32_t u) {
        out += static_cast<char>(static_cast<unsigned char>(u >> 8));
        out += static_cast<char>(static_cast<unsigned char>(u & 0xFF));
    };
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded d = decode(text, offset);
        offset += d.length;
        if (d.code_point < 0x10000) {
            unit(d.code_point);
        } else {
            unit(0xD800 + ((d.code_point - 0x10000) >> 10));
            unit(0xDC00 + ((d.code_point - 0x10000) & 0x3FF));
        }
    }
    return out;
}

}  // namespace nianbao::utf8

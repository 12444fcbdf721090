// Says in a sentence what is wrong with text that is not JSON, and where.
#include "base/json_fault.hpp"

#include <fmt/format.h>

#include "base/messages.hpp"
#include "base/utf8.hpp"

namespace nianbao::json {

namespace {

std::string code_name(char32_t code_point) {
    return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code_point));
}

// What may stand here, by the grammar of RFC 8259.
std::string_view expected_row(Context context, char before, bool after_key) {
    if (after_key) return before == ':' ? "JSON-EXPECTED-VALUE" : "JSON-EXPECTED-COLON";
    if (context == Context::array) {
        if (before == '[') return "JSON-EXPECTED-ITEM";
        return before == ',' ? "JSON-EXPECTED-VALUE" : "JSON-EXPECTED-COMMA-ARRAY";
    }
    if (context == Context::object) {
        if (before == '{') return "JSON-EXPECTED-MEMBER";
        return before == ',' ? "JSON-EXPECTED-KEY" : "JSON-EXPECTED-COMMA-OBJECT";
    }
    return "JSON-EXPECTED-VALUE";
}

// The last character before `offset` that is no white space.
char character_before(std::string_view text, std::size_t offset) {
    while (offset > 0) {
        const char c = text[--offset];
        if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) return c;
    }
    return '\0';
}

// RFC 8259, section 6.
bool is_number(std::string_view token) {
    std::size_t at = token.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < token.size() && token[at] >= '0' && token[at] <= '9') ++at;
        return at - begin;
    };
    const bool leading_zero = at < token.size() && token[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (leading_zero && whole > 1)) return false;
    if (at < token.size() && token[at] == '.') {
        ++at;
        if (digits() == 0) return false;
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
        if (digits() == 0) return false;
    }
    return at == token.size();
}

bool is_not_a_number(std::string_view token) {
    if (token.starts_with('-') || token.starts_with('+')) token.remove_prefix(1);
    return token == "NaN" || token == "nan" || token == "Infinity" || token == "inf";
}

Bilingual reason_for_word(std::string_view token) {
    if (is_not_a_number(token)) return say("JSON-REASON-NAN", {{"found", token}});
    const char first = token.front();
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
        return say("JSON-REASON-NUMBER", {{"found", token}});
    }
    return say("JSON-REASON-WORD", {{"found", token}});
}

// The sentence for a token that is no JSON at all; empty when the token itself is sound.
Bilingual reason_for_token(std::string_view token) {
    const char first = token.front();
    if (first == '/' || first == '#') return say("JSON-REASON-COMMENT");
    if (first == '\'') return say("JSON-REASON-QUOTE");
    if (first == '"' || std::string_view("{}[],:").find(first) != std::string_view::npos) return {};
    if (static_cast<unsigned char>(first) >= 0x80) {
        return say("JSON-REASON-FULLWIDTH", {{"found", token}});
    }
    return is_scalar(token) ? Bilingual{} : reason_for_word(token);
}

Bilingual unexpected(std::string_view token, std::string_view expected) {
    return say("JSON-REASON-TOKEN", {{"found", utf8::to_utf32(token).size() > 40 ? "\"…\"" : token},
                                     {"expected", say(expected)}});
}

// Every byte pair a GBK or GB18030 text may hold; ASCII stands for itself (GB 18030—2022, 5).
bool looks_like_gb18030(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (byte(at) < 0x80) {
            ++at;
        } else if (byte(at) == 0x80 || byte(at) == 0xFF) {
            return false;
        } else if (byte(at + 1) >= 0x40 && byte(at + 1) != 0x7F && byte(at + 1) != 0xFF) {
            at += 2;
        } else if (byte(at + 1) >= 0x30 && byte(at + 1) <= 0x39 && byte(at + 2) >= 0x81) {
            at += 4;
        } else {
            return false;
        }
    }
    return true;
}

bool looks_like_utf16(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
    return text.size() >= 2 && ((text[0] == '\0') != (text[1] == '\0'));
}

}  // namespace

bool is_scalar(std::string_view token) {
    return token == "true" || token == "false" || token == "null" || is_number(token);
}

JsonError fault_at(std::string_view id, std::string_view source, Position position, const Bilingual& reason) {
    return {std::string(id), std::string(source),
            say("JSON-AT", {{"line", position.line}, {"column", position.column}, {"reason", reason}}),
            position.line, position.column};
}

JsonError encoding_fault(std::string_view text, std::size_t offset, std::string_view source) {
    if (looks_like_utf16(text)) {
        return fault_at("JSON-ENCODING", source, {1, 1}, say("JSON-ENCODING", {{"encoding", "UTF-16"}}));
    }
    Cursor cursor(text);
    cursor.advance_to(offset);
    if (looks_like_gb18030(text)) {
        return fault_at("JSON-ENCODING", source, cursor.position(), say("JSON-ENCODING", {{"encoding", "GB18030"}}));
    }
    const auto byte = fmt::format("0x{:02X}", static_cast<unsigned char>(text[offset]));
    return fault_at("JSON-UTF8", source, cursor.position(), say("JSON-UTF8", {{"byte", byte}}));
}

JsonError string_fault(StringFault fault, std::string_view text, const Cursor& cursor, std::string_view source) {
    const Position at = cursor.position();
    if (fault == StringFault::unterminated || (fault == StringFault::control && cursor.peek() == '\n')) {
        return fault_at("JSON-SYNTAX", source, at, say("JSON-REASON-STRING"));
    }
    const std::string_view rest = text.substr(cursor.offset());
    if (fault == StringFault::control) {
        const bool escaped = rest.starts_with('\\');
        const auto found = escaped ? std::string(rest.substr(0, rest.starts_with("\\u") ? 6 : 2))
                                   : code_name(utf8::decode(text, cursor.offset()).code_point);
        return fault_at("JSON-CONTROL", source, at, say("JSON-CONTROL", {{"found", found}}));
    }
    if (fault == StringFault::surrogate) {
        return fault_at("JSON-SYNTAX", source, at, say("JSON-REASON-SURROGATE", {{"found", rest.substr(0, 6)}}));
    }
    const std::size_t length = rest.size() > 1 ? 1 + utf8::decode(rest, 1).length : 1;
    return fault_at("JSON-SYNTAX", source, at, say("JSON-REASON-ESCAPE", {{"found", rest.substr(0, length)}}));
}

JsonError syntax_fault(std::string_view text, Cursor cursor, Context context, bool after_key,
                       std::string_view source) {
    const Position at = cursor.position();
    const auto fault = [&](const Bilingual& reason) { return fault_at("JSON-SYNTAX", source, at, reason); };
    const char before = character_before(text, cursor.offset());
    const auto expected = expected_row(context, before, after_key);
    if (cursor.at_end()) {
        if (before == '\0') return fault(say("JSON-REASON-EMPTY"));
        return fault(say("JSON-REASON-END", {{"expected", say(expected)}}));
    }
    if (cursor.peek() == '"') {
        Cursor inside = cursor;
        const auto wrong = inside.take_string();
        if (wrong != StringFault::none) return string_fault(wrong, text, inside, source);
    }
    const bool closing = cursor.peek() == '}' || cursor.peek() == ']';
    if (closing && before == ',') return fault(say("JSON-REASON-COMMA"));
    if (cursor.peek() == '\0' || static_cast<unsigned char>(cursor.peek()) < 0x20) {
        const auto found = code_name(static_cast<char32_t>(cursor.peek()));
        return fault_at("JSON-CONTROL", source, at, say("JSON-CONTROL", {{"found", found}}));
    }
    const std::string_view token = cursor.take_token();
    if (const Bilingual reason = reason_for_token(token); !reason.zh.empty()) return fault(reason);
    if (context == Context::done) return fault(say("JSON-REASON-TRAILING", {{"found", token}}));
    return fault(unexpected(token, expected));
}

}  // namespace nianbao::json

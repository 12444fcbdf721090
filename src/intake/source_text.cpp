// Lines of characters with their columns.
#include "intake/source_text.hpp"

#include "base/utf8.hpp"

namespace nianbao::intake {

SourceLines lines_of(std::string_view text) {
    SourceLines lines(1);
    lines.back().number = 1;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        at += length;
        const bool second_half = c == U'\n' && before == U'\r';
        before = c;
        if (second_half) continue;
        if (c == U'\n' || c == U'\r') {
            const int next = lines.back().number + 1;
            lines.push_back({.number = next, .chars = {}});
            continue;
        }
        auto& chars = lines.back().chars;
        chars.push_back({c, chars.empty() ? 1 : chars.back().column + 1});
    }
    return lines;
}

bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0 || c == 0xFEFF; }

void trim(SourceChars& chars) {
    while (!chars.empty() && is_space(chars.back().c)) chars.pop_back();
    std::size_t begin = 0;
    while (begin < chars.size() && is_space(chars[begin].c)) ++begin;
    chars.erase(chars.begin(), chars.begin() + static_cast<std::ptrdiff_t>(begin));
}

bool is_han(char32_t c) {
    return c == 0x3007 || c == 0x3005 || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool is_han_digit(char32_t c) { return std::u32string_view(U"〇零一二三四五六七八九十百千").find(c) != std::u32string_view::npos; }

bool is_chinese_mark(char32_t c) {
    return std::u32string_view(U"，。；：！？、（）〔〕【】《》〈〉“”‘’「」『』—…·～").find(c) != std::u32string_view::npos;
}

bool ends_sentence(char32_t c) { return std::u32string_view(U"。！？；：!?;:").find(c) != std::u32string_view::npos; }

std::u32string characters_of(const SourceChars& chars) {
    std::u32string text;
    text.reserve(chars.size());
    for (const SourceChar& each : chars) text += each.c;
    return text;
}

std::string utf8_of(const SourceChars& chars) {
    std::string text;
    for (const SourceChar& each : chars) utf8::append(text, each.c);
    return text;
}

SourceChars slice(const SourceChars& chars, std::size_t begin, std::size_t end) {
    return {chars.begin() + static_cast<std::ptrdiff_t>(begin), chars.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::size_t find_any(const SourceChars& chars, std::u32string_view marks, std::size_t from) {
    for (std::size_t i = from; i < chars.size(); ++i)
        if (marks.find(chars[i].c) != std::u32string_view::npos) return i;
    return chars.size();
}

bool contains(const std::u32string& text, std::u32string_view part) { return text.find(part) != std::u32string::npos; }

}  // namespace nianbao::intake

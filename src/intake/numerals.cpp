// Numerals at the head of a line.
#include "intake/numerals.hpp"

namespace nianbao::intake {

namespace {

constexpr std::u32string_view han_digits = U"〇一二三四五六七八九";

std::size_t digits_end(const SourceChars& chars, std::size_t from, bool (*is_member)(char32_t)) {
    while (from < chars.size() && is_member(chars[from].c)) ++from;
    return from;
}

int value_of_ascii(const std::u32string& digits) {
    int value = 0;
    for (const char32_t c : digits) value = value * 10 + static_cast<int>(c - U'0');
    return value;
}

bool is_at(const SourceChars& chars, std::size_t i, std::u32string_view marks) {
    return i < chars.size() && marks.find(chars[i].c) != std::u32string_view::npos;
}

// 一、 一是 and, lost, 、
Numeral chapter_or_count(const SourceChars& chars) {
    constexpr std::size_t longest = 4;
    const std::size_t end = digits_end(chars, 0, is_han_digit);
    if (end == 0 && is_at(chars, 0, U"、") && chars.size() > 1 && is_han(chars[1].c))
        return {.style = NumeralStyle::chapter, .number = 0, .end = 1, .usual = false};
    const int number = end > longest ? 0 : value_of_han(characters_of(slice(chars, 0, end)));
    if (number == 0) return {};
    if (is_at(chars, end, U"、")) return {.style = NumeralStyle::chapter, .number = number, .end = end + 1, .usual = true};
    if (is_at(chars, end, U"是")) return {.style = NumeralStyle::counted, .number = number, .end = end + 1, .usual = true};
    return {};
}

// （一） and （1）, with a superfluous 、 or . behind.
Numeral bracketed(const SourceChars& chars) {
    if (!is_at(chars, 0, U"（(")) return {};
    const std::size_t han = digits_end(chars, 1, is_han_digit), ascii = digits_end(chars, 1, is_digit);
    const std::size_t end = han > 1 ? han : ascii;
    constexpr std::size_t longest = 5;
    if (end == 1 || end > longest || !is_at(chars, end, U"）)")) return {};
    const std::u32string digits = characters_of(slice(chars, 1, end));
    const int number = han > 1 ? value_of_han(digits) : value_of_ascii(digits);
    if (number == 0) return {};
    const bool superfluous = is_at(chars, end + 1, U"、.．");
    return {.style = han > 1 ? NumeralStyle::section : NumeralStyle::subpoint,
            .number = number,
            .end = end + (superfluous ? 2 : 1),
            .usual = !superfluous};
}

// 1. and 1、; not 3.5, not 12月.
Numeral point(const SourceChars& chars) {
    constexpr std::size_t longest = 2;
    const std::size_t end = digits_end(chars, 0, is_digit);
    if (end == 0 || end > longest || !is_at(chars, end, U".．、")) return {};
    if (end + 1 < chars.size() && is_digit(chars[end + 1].c)) return {};
    const int number = value_of_ascii(characters_of(slice(chars, 0, end)));
    if (number == 0) return {};
    return {.style = NumeralStyle::point, .number = number, .end = end + 1, .usual = chars[end].c == U'.'};
}

Numeral circled(const SourceChars& chars) {
    const char32_t c = chars.front().c;
    if (c < U'①' || c > U'⑳') return {};
    return {.style = NumeralStyle::circled, .number = static_cast<int>(c - U'①') + 1, .end = 1, .usual = true};
}

}  // namespace

int Numeral::level() const {
    switch (style) {
        case NumeralStyle::chapter: return 1;
        case NumeralStyle::section: return 2;
        case NumeralStyle::point: return 3;
        case NumeralStyle::subpoint: return 4;
        case NumeralStyle::none:
        case NumeralStyle::circled:
        case NumeralStyle::counted: return 0;
    }
    return 0;
}

int value_of_han(std::u32string_view digits) {
    int value = 0, digit = 0;
    for (const char32_t c : digits) {
        if (c == U'十' || c == U'百' || c == U'千') {
            const int unit = c == U'十' ? 10 : c == U'百' ? 100 : 1000;
            value += (digit == 0 ? 1 : digit) * unit;
            digit = 0;
            continue;
        }
        const std::size_t at = han_digits.find(c == U'零' ? U'〇' : c);
        if (at == std::u32string_view::npos) return 0;
        digit = static_cast<int>(at);
    }
    return value + digit;
}

Numeral numeral_of(const SourceChars& chars) {
    if (chars.empty()) return {};
    for (const auto& read : {chapter_or_count, bracketed, point, circled})
        if (Numeral found = read(chars)) {
            while (found.end < chars.size() && is_space(chars[found.end].c)) ++found.end;
            return found;
        }
    return {};
}

std::u32string written(const SourceChars& chars, const Numeral& numeral) {
    return characters_of(slice(chars, 0, numeral.end));
}

}  // namespace nianbao::intake

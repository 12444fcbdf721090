// Web page furniture before and behind a text.
#include "intake/furniture.hpp"

#include <algorithm>

#include "intake/numerals.hpp"

namespace nianbao::intake {

namespace {

// Search words strung together with underscores and no punctuation.
bool is_spam(const SourceChars& chars) {
    const auto count = [&](auto&& is) { return std::count_if(chars.begin(), chars.end(), [&](const SourceChar& e) { return is(e.c); }); };
    return count([](char32_t c) { return c == U'_' || c == U'|'; }) >= 2 && count(is_han) >= 8 &&
           count([](char32_t c) { return c == U'，' || c == U',' || c == U'。'; }) == 0;
}

// 政务公开年度工作总结（通用14篇）: the name of a collection.
bool is_collection(const SourceChars& chars) {
    const std::u32string text = characters_of(chars);
    return !text.empty() && (text.back() == U')' || text.back() == U'）') && contains(text, U"篇") &&
           text.find(U"篇") + 2 == text.size();
}

// Nothing but marks.
bool is_scrap(const SourceChars& chars) {
    return !chars.empty() && std::none_of(chars.begin(), chars.end(), [](const SourceChar& each) {
        return is_han(each.c) || is_digit(each.c) || is_ascii_letter(each.c);
    });
}

// A sentence of the text itself: where the head ends.
bool is_body(const SourceChars& chars) {
    constexpr std::size_t sentence = 30;
    return numeral_of(chars) || (chars.size() >= sentence && find_any(chars, U"，。,；;") < chars.size());
}

}  // namespace

bool is_furniture(const SourceChars& chars, Zone zone) {
    if (is_scrap(chars)) return true;
    if (zone == Zone::head && (is_spam(chars) || is_collection(chars))) return true;
    std::u32string text;  // without spaces, of which web pages have many kinds
    for (const SourceChar& each : chars)
        if (!is_space(each.c)) text += each.c;
    if (zone == Zone::foot && contains(text, U"。")) return false;  // a last paragraph may speak of 技术支持
    const auto marks = furniture_marks();
    return std::any_of(marks.begin(), marks.end(), [&](const FurnitureMark& each) { return each.zone == zone && contains(text, each.mark); });
}

SourceLines without_furniture(const SourceLines& lines, Notes& notes) {
    std::vector<bool> dropped(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        dropped[i] = !lines[i].empty() && is_furniture(lines[i].chars, Zone::head);
        if (!dropped[i] && is_body(lines[i].chars)) break;
    }
    for (std::size_t i = lines.size(); i-- > 0;) {
        if (lines[i].empty()) continue;
        if (dropped[i] || !is_furniture(lines[i].chars, Zone::foot)) break;
        dropped[i] = true;
    }
    SourceLines kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!dropped[i]) {
            kept.push_back(lines[i]);
            continue;
        }
        notes.add("IMPORT-FURNITURE", Severity::warning, lines[i].number, lines[i].chars.front().column,
                  {{"found", shortened(utf8_of(lines[i].chars))}});
    }
    return kept;
}

}  // namespace nianbao::intake

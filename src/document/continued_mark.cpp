// 续表 (CY/T 170—2019): the number of the table, or its kind alone when it has none.
#include "document/continued_mark.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace nianbao::document {

namespace {

constexpr std::u32string_view han_digits = U"〇一二三四五六七八九十百";
constexpr std::u32string_view joints = U".-–—－·．";
constexpr std::u32string_view ends = U" \u3000\u2002\u2003：:、，";

bool is_arabic(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９') || (c >= U'A' && c <= U'Z');
}

bool in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

// 表1 of “表1　收费情况”; empty when the caption has no number.
std::string number_of(const std::string& caption) {
    const std::u32string text = utf8::to_utf32(caption);
    const std::size_t begin = text.rfind(U"附表", 0) == 0 ? 2 : text.rfind(U"表", 0) == 0 ? 1 : 0;
    if (begin == 0) return "";
    std::size_t end = begin;
    while (end < text.size() && (is_arabic(text[end]) || in(han_digits, text[end]) || in(joints, text[end]))) ++end;
    if (end == begin || in(joints, text[begin])) return "";
    // A Han numeral may be a word of the title: 表一般情况.
    const bool closed = end == text.size() || in(ends, text[end]);
    const bool arabic = std::none_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](char32_t c) { return in(han_digits, c); });
    if (!closed && !arabic) return "";
    std::string out;
    for (std::size_t i = 0; i < end; ++i) utf8::append(out, text[i]);
    return out;
}

}  // namespace

Text continued_mark(const Table& table) {
    if (!table.continued) return {};
    if (!table.continued->empty()) return *table.continued;
    const std::string number = number_of(table.caption.plain());
    return number.empty() ? Text("续表") : Text(number + "（续）");
}

}  // namespace nianbao::document

// ASCII marks in Chinese writing → fullwidth ones.
#include <algorithm>
#include <optional>

#include "intake/clean.hpp"

namespace nianbao::intake {

namespace {

bool is_visible_ascii(char32_t c) { return c > U' ' && c < 0x7F; }
bool is_address_end(char32_t c) { return is_ascii_letter(c) || is_digit(c) || c == U'/'; }

// host.name.cn, x@y.cn, https://…: a dot between letters is enough, 3.5 and 15:24 are not.
bool looks_like_address(const std::u32string& run) {
    if (run.find(U"://") != std::u32string::npos || run.find(U'@') != std::u32string::npos) return true;
    for (std::size_t i = 1; i + 1 < run.size(); ++i) {
        const bool host = is_ascii_letter(run[i - 1]) || is_digit(run[i - 1]);
        if (run[i] == U'.' && host && is_ascii_letter(run[i + 1])) return true;
    }
    return false;
}

std::optional<char32_t> fullwidth(char32_t c) {
    switch (c) {
        case U',': return U'，';
        case U':': return U'：';
        case U';': return U'；';
        case U'?': return U'？';
        case U'!': return U'！';
        case U'(': return U'（';
        case U')': return U'）';
        case U'.': return U'。';
        default: return std::nullopt;
    }
}

bool is_chinese(char32_t c) { return is_han(c) || is_chinese_mark(c); }

// The nearest character that is no space and no digit bracket of the same kind of doubt.
char32_t neighbour(const SourceChars& chars, std::size_t i, int step) {
    auto at = static_cast<std::ptrdiff_t>(i) + step;
    while (at >= 0 && at < static_cast<std::ptrdiff_t>(chars.size()) && is_space(chars[static_cast<std::size_t>(at)].c)) at += step;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(chars.size()) ? 0 : chars[static_cast<std::size_t>(at)].c;
}

// The partner of an opening bracket, nested ones passed over; size() when there is none.
std::size_t partner(const SourceChars& chars, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < chars.size(); ++i) {
        if (chars[i].c == U'(' || chars[i].c == U'（') ++depth;
        if ((chars[i].c == U')' || chars[i].c == U'）') && --depth == 0) return i;
    }
    return chars.size();
}

class Widener {
public:
    Widener(SourceLine& line, Notes& notes) : line_(line), notes_(notes), address_(addresses_of(line.chars)) {}

    void run() {
        brackets();
        for (std::size_t i = 0; i < line_.chars.size(); ++i)
            if (!address_[i] && is_pause_of_chinese(i)) widen(i);
        quotation_marks();
    }

private:
    char32_t at(std::size_t i) const { return line_.chars[i].c; }

    void widen(std::size_t i) { replace(i, *fullwidth(at(i))); }

    void replace(std::size_t i, char32_t c) {
        notes_.count("IMPORT-WIDTH", line_.number, line_.chars[i].column);
        line_.chars[i].c = c;
    }

    bool is_pause_of_chinese(std::size_t i) const {
        const char32_t c = at(i);
        if (c == U'(' || c == U')' || !fullwidth(c)) return false;
        const char32_t left = neighbour(line_.chars, i, -1), right = neighbour(line_.chars, i, +1);
        // 3.5, 1,234 and 15:24; 1.网上公开 keeps the point of its numeral (GB/T 9704—2012 7.3.3).
        if (c == U'.') return is_chinese(left) && right == 0;
        if (is_digit(left) && is_digit(right)) return false;
        return is_chinese(left) || is_chinese(right);
    }

    // A pair is Chinese when Han stands in it or next to it; 0517(83605210) is not.
    void brackets() {
        for (std::size_t i = 0; i < line_.chars.size(); ++i) {
            if (at(i) == U')' && !address_[i] && is_han(neighbour(line_.chars, i, -1))) widen(i);
            if (at(i) != U'(' || address_[i]) continue;
            const std::size_t close = partner(line_.chars, i);
            if (!is_chinese_pair(i, close)) continue;
            widen(i);
            if (close < line_.chars.size() && at(close) == U')' && !address_[close]) widen(close);
        }
    }

    bool is_chinese_pair(std::size_t open, std::size_t close) const {
        if (is_chinese(neighbour(line_.chars, open, -1))) return true;
        for (std::size_t i = open + 1; i < close; ++i)
            if (is_han(at(i))) return true;
        return close < line_.chars.size() && is_chinese(neighbour(line_.chars, close, +1));
    }

    // " and ' in pairs, the first opens; an odd one says nothing of its side and stays.
    void quotation_marks() {
        pair_up(U'"', U'“', U'”');
        pair_up(U'\'', U'‘', U'’');
    }

    void pair_up(char32_t mark, char32_t opening, char32_t closing) {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < line_.chars.size(); ++i)
            if (at(i) == mark && !address_[i]) places.push_back(i);
        const bool chinese = std::any_of(line_.chars.begin(), line_.chars.end(), [](const SourceChar& each) { return is_han(each.c); });
        if (places.size() % 2 != 0 || !chinese) return;
        for (std::size_t i = 0; i < places.size(); ++i) replace(places[i], i % 2 == 0 ? opening : closing);
    }

    SourceLine& line_;
    Notes& notes_;
    std::vector<bool> address_;
};

}  // namespace

std::vector<bool> addresses_of(const SourceChars& chars) {
    std::vector<bool> inside(chars.size(), false);
    for (std::size_t i = 0; i < chars.size();) {
        std::size_t end = i;
        while (end < chars.size() && is_visible_ascii(chars[end].c)) ++end;
        std::size_t begin = i, last = end;
        while (begin < last && !is_ascii_letter(chars[begin].c) && !is_digit(chars[begin].c)) ++begin;
        while (last > begin && !is_address_end(chars[last - 1].c)) --last;
        if (looks_like_address(characters_of(slice(chars, begin, last))))
            std::fill(inside.begin() + static_cast<std::ptrdiff_t>(begin), inside.begin() + static_cast<std::ptrdiff_t>(last), true);
        i = end == i ? i + 1 : end;
    }
    return inside;
}

void widen_marks(SourceLine& line, Notes& notes) { Widener(line, notes).run(); }

}  // namespace nianbao::intake

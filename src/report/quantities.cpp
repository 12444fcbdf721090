// Numbers and phrases in Chinese prose.
#include "report/quantities.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace nianbao::report {

namespace {

using View = std::u32string_view;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_one_of(char32_t c, View set) { return set.find(c) != View::npos; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

constexpr std::array<View, 26> units = {U"人次", U"万元", U"亿元", U"件", U"条", U"个", U"项", U"份", U"宗", U"起", U"次", U"篇", U"期",
                                        U"场", U"部", U"类", U"人", U"家", U"户", U"名", U"处", U"批", U"元", U"%", U"％", U"例"};

View unit_at(View text, std::size_t at) {
    for (const View unit : units)
        if (text.substr(at, unit.size()) == unit) return unit;
    return {};
}

struct Digits {
    std::int64_t value = 0;
    int decimals = 0;
    std::size_t end = 0;
    bool too_long = false;
};

Digits digits_at(View text, std::size_t at) {
    constexpr std::size_t longest = 15;
    Digits out{.value = 0, .decimals = 0, .end = at};
    bool point = false;
    for (; out.end < text.size(); ++out.end) {
        const char32_t c = text[out.end];
        const bool digit_follows = out.end + 1 < text.size() && is_digit(text[out.end + 1]);
        if (is_one_of(c, U".．") && !point && digit_follows) {
            point = true;
            continue;
        }
        if (!is_digit(c)) break;
        out.too_long = out.too_long || out.end - at >= longest;
        if (!out.too_long) out.value = out.value * 10 + static_cast<std::int64_t>(c - U'0');
        if (point) ++out.decimals;
    }
    return out;
}

// 第3, 〔2021〕30号, A4, 0517-8360, 2024年, 1月20日, 15:24: numbers that count nothing.
bool counts_nothing(View text, std::size_t begin, std::size_t end) {
    const char32_t before = begin > 0 ? text[begin - 1] : 0, after = end < text.size() ? text[end] : 0;
    if (is_letter(before) || is_letter(after) || before == U'第' || before == U'〔' || before == U'-' || before == U'〕') return true;
    if (is_one_of(before, U".．:：") && begin > 1 && is_digit(text[begin - 2])) return true;
    return is_one_of(after, U"年月日号时点分-〕:") && !(after == U'分' && end + 1 < text.size() && text[end + 1] == U'别');
}

bool is_rough_before(View text, std::size_t begin) { return begin > 0 && is_one_of(text[begin - 1], U"近约逾超达"); }

bool is_end_of_sentence(char32_t c) { return is_one_of(c, U"。！？；\n"); }
bool is_end_of_full_sentence(char32_t c) { return is_one_of(c, U"。！？\n"); }

template <typename IsEnd>
Stretch stretch_around(View text, std::size_t index, IsEnd is_end) {
    Stretch out{.begin = index, .end = index};
    while (out.begin > 0 && !is_end(text[out.begin - 1])) --out.begin;
    while (out.end < text.size() && !is_end(text[out.end])) ++out.end;
    return out;
}

constexpr std::size_t furthest_gap = 40;

// 3个工作日, 30日内, 3个月: a time.
bool is_time(View text, const Quantity& quantity) {
    const View after = text.substr(quantity.end, 3);
    return quantity.unit == U"个" && (after == U"工作日" || (!after.empty() && after.front() == U'月'));
}

// Between a word and the number: 共 了 计 为 and the like, nothing that begins another thought.
bool is_near(View gap) {
    return gap.size() <= nearest_gap && std::none_of(gap.begin(), gap.end(), parts_thoughts);
}

// The words stand in this order, the last of them right before the end of `before`.
bool ends_with_words(View before, const std::vector<std::u32string>& words) {
    std::size_t limit = before.size();
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        const std::size_t reach = word->size() + (word == words.rbegin() ? nearest_gap : furthest_gap);
        const std::size_t from = limit > reach ? limit - reach : 0;
        const std::size_t at = before.substr(from, limit - from).rfind(*word);
        if (at == View::npos) return false;
        const std::size_t end = from + at + word->size();
        if (word == words.rbegin() && !is_near(before.substr(end, limit - end))) return false;
        limit = from + at;
    }
    return true;
}

bool begins_with_words(View after, const std::vector<std::u32string>& words) {
    std::size_t from = 0;
    for (const std::u32string& word : words) {
        const std::size_t at = after.find(word, from);
        if (at == View::npos || at - from > furthest_gap) return false;
        const View gap = after.substr(from, at - from);
        if (std::any_of(gap.begin(), gap.end(), [](char32_t c) { return is_digit(c) || is_one_of(c, U"，。；"); })) return false;
        from = at + word.size();
    }
    return true;
}

std::vector<std::u32string> words_of(View part) {
    std::vector<std::u32string> words;
    for (;;) {
        const std::size_t star = std::min(part.find(U'*'), part.size());
        if (star > 0) words.emplace_back(part.substr(0, star));
        if (star == part.size()) return words;
        part.remove_prefix(star + 1);
    }
}

// Every choice of {a|b} written out.
std::vector<std::u32string> choices_of(const std::u32string& pattern) {
    const std::size_t open = pattern.find(U'{'), close = pattern.find(U'}', open);
    if (open == std::u32string::npos || close == std::u32string::npos) return {pattern};
    std::vector<std::u32string> out;
    for (std::size_t from = open + 1; from <= close;) {
        const std::size_t end = std::min(pattern.find(U'|', from), close);
        for (std::u32string& one : choices_of(pattern.substr(0, open) + pattern.substr(from, end - from) + pattern.substr(close + 1)))
            out.push_back(std::move(one));
        from = end + 1;
    }
    return out;
}

}  // namespace

std::optional<std::int64_t> Quantity::count() const {
    return rough || decimals > 0 ? std::nullopt : std::optional(value);
}

bool parts_thoughts(char32_t c) { return is_digit(c) || is_one_of(c, U"，。；、：！？（）等或和及与含后前"); }

std::vector<Quantity> quantities_of(View text) {
    std::vector<Quantity> out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        const Digits digits = digits_at(text, i);
        const std::size_t begin = i;
        i = digits.end - 1;
        if (digits.too_long || counts_nothing(text, begin, digits.end)) continue;
        Quantity quantity{.value = digits.value, .decimals = digits.decimals, .begin = begin, .end = digits.end, .unit = {}, .rough = false};
        quantity.rough = is_rough_before(text, begin);
        while (quantity.end < text.size() && is_one_of(text[quantity.end], U"万亿余多几")) {
            if (unit_at(text, quantity.end).size() == 2) break;  // 万元 is a unit
            quantity.rough = true;
            ++quantity.end;
        }
        quantity.unit = unit_at(text, quantity.end);
        quantity.end += quantity.unit.size();
        if (quantity.end < text.size() && is_one_of(text[quantity.end], U"多余")) quantity.rough = true;
        if (!is_time(text, quantity)) out.push_back(std::move(quantity));
    }
    return out;
}

Stretch sentence_around(View text, std::size_t index) { return stretch_around(text, index, is_end_of_sentence); }

Stretch full_sentence_around(View text, std::size_t index) { return stretch_around(text, index, is_end_of_full_sentence); }

std::vector<Phrase> read_phrases(std::string_view pattern) {
    std::vector<Phrase> out;
    for (const std::u32string& one : choices_of(utf8::to_utf32(pattern))) {
        const std::size_t number = one.find(U'#');
        Phrase phrase{.before = words_of(View(one).substr(0, number)), .after = {}, .number = number != std::u32string::npos};
        if (phrase.number) phrase.after = words_of(View(one).substr(number + 1));
        out.push_back(std::move(phrase));
    }
    return out;
}

bool is_said(const Phrase& phrase, View text, const Quantity& quantity) {
    if (!phrase.number) return false;
    // The sentence only makes it harder, and is long to find: most phrases are passed over without it.
    if (!ends_with_words(text.substr(0, quantity.begin), phrase.before)) return false;
    if (!begins_with_words(text.substr(quantity.end), phrase.after)) return false;
    const Stretch sentence = sentence_around(text, quantity.begin);
    const std::size_t begin = sentence.begin > 0 ? sentence.begin - 1 : 0;  // the mark before it
    if (!ends_with_words(text.substr(begin, quantity.begin - begin), phrase.before)) return false;
    return begins_with_words(text.substr(quantity.end, sentence.end > quantity.end ? sentence.end - quantity.end : 0), phrase.after);
}

std::optional<std::size_t> find_phrase(const Phrase& phrase, View stretch) {
    if (phrase.before.empty()) return std::nullopt;
    const std::size_t first = stretch.find(phrase.before.front());
    std::size_t from = first;
    for (const std::u32string& word : phrase.before) {
        const std::size_t at = from == View::npos ? from : stretch.find(word, from);
        if (at == View::npos || at > from + nearest_gap) return std::nullopt;
        from = at + word.size();
    }
    return first;
}

}  // namespace nianbao::report

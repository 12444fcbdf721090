// Numbers said in a text: 3119件, 2.5万条, 33.9%, 3940元; and the phrases they stand in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

struct Quantity {
    std::int64_t value = 0;       // times 10^decimals
    int decimals = 0;
    std::size_t begin = 0, end = 0;  // characters, unit included
    std::u32string unit = {};     // 件 条 … % 元 万元; empty when none of these
    bool rough = false;           // 余 多 近 约, or in 万 and 亿: no exact count

    // The count it states exactly; nothing when it is rough or has decimals.
    std::optional<std::int64_t> count() const;
};

// Every number of a text, in order. Years (2024年), dates, document numbers, ordinals (第3) and
// numbers that are part of letters or telephone numbers are none.
std::vector<Quantity> quantities_of(std::u32string_view text);

// A phrase around a number (see read_phrases).
struct Phrase {
    std::vector<std::u32string> before = {}, after = {};  // words, in order
    bool number = true;                                   // whether it is about a number at all
};

// “{收到|受理}政府信息公开申请#”, “#*顺延*下年度”: words parted by *, # stands for the number, {a|b} for one
// of several (also none: {|a}). Every choice becomes a phrase.
std::vector<Phrase> read_phrases(std::string_view pattern);

// The most characters between the word before # and the number, and those that may not stand there.
constexpr std::size_t nearest_gap = 6;
bool parts_thoughts(char32_t c);

// Whether a number of the text stands in the phrase. The word before # ends at most a few characters
// before the number, without a mark, a digit or 等 between; words further away stand in the same
// sentence, whose opening mark belongs to it.
bool is_said(const Phrase& phrase, std::u32string_view text, const Quantity& quantity);

// Where the words of a phrase without number stand in a stretch of text: the first character.
std::optional<std::size_t> find_phrase(const Phrase& phrase, std::u32string_view stretch);

// The sentence around a character: between 。；！？ and line ends.
struct Stretch {
    std::size_t begin = 0, end = 0;
};
Stretch sentence_around(std::u32string_view text, std::size_t index);
// The same between 。！？ only.
Stretch full_sentence_around(std::u32string_view text, std::size_t index);

}  // namespace nianbao::report

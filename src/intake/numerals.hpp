// The numeral (序数) a line begins with: 一、（一） 1. （1） ① 一是, also in the wrong forms people type.
#pragma once

#include <cstddef>
#include <string>

#include "intake/source_text.hpp"

namespace nianbao::intake {

// In the order of rank (GB/T 9704—2012 7.3.3); the last two number lists only.
enum class NumeralStyle { none, chapter, section, point, subpoint, circled, counted };

struct Numeral {
    NumeralStyle style = NumeralStyle::none;
    int number = 0;         // 0: lost, only the mark after it is there (、政府信息…)
    std::size_t end = 0;    // of the line's characters: where the text begins
    bool usual = true;      // written as the standard has it; else （一）、 or 1、

    explicit operator bool() const { return style != NumeralStyle::none; }
    // 1 to 4 of a heading; 0 for those of lists.
    int level() const;
};

// Trimmed characters of a line. Knows both widths of brackets. 3.5 and 2024年 are no numerals.
Numeral numeral_of(const SourceChars& chars);

// The numeral as the line has it.
std::u32string written(const SourceChars& chars, const Numeral& numeral);

// 一 → 1, 二十一 → 21; 0 when it is none.
int value_of_han(std::u32string_view digits);

}  // namespace nianbao::intake

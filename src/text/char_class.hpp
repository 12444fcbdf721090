// What a character is to line breaking and spacing: one class each, from a table.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nianbao::text {

enum class CharClass : std::uint8_t {
    han,                // Han, kana, fullwidth letters, symbols: a line may break on both sides
    letter,             // Latin and other alphabets, ASCII symbols
    digit,              // 0–9 and ０–９
    opening, closing,   // brackets and quotation marks of pairs
    pause,              // ，、；：
    stop,               // 。？！．
    separator,          // , . : ; of ASCII
    exclamation,        // ! ? of ASCII
    interpunct,         // 间隔号 ·
    connector,          // 连接号 – ～ ~
    dash,               // — : a connector alone, a dash (破折号) when doubled
    two_em_dash,        // ⸺ ⸻
    ellipsis,           // …
    solidus,            // 分隔号 / ／
    prefix,             // ￥ $ № § + ±
    postfix,            // % ‰ ℃ ° ′ ″ and superscripts
    nonstarter,         // 々 〃 ー and small kana
    hyphen,             // - ‐
    quote,              // " ' of ASCII, which do not say whether they open or close
    space, ideographic_space,
    glue,               // no break on either side: U+00A0, U+2060, U+2011 …
    zero_width_space, newline,
    ignorable,          // no glyph, no break of its own: U+00AD
};

CharClass class_of(char32_t code_point);

// A row of the table; ranges do not overlap and stand in order.
struct ClassRange {
    char32_t first, last;
    CharClass value;
};
struct ClassTable {
    const ClassRange* begin;
    std::size_t size;
};
ClassTable class_table();

}  // namespace nianbao::text

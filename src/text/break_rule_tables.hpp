// The data behind the break rules: edge sets, pairs, measure words, units, addresses.
#pragma once

#include <span>
#include <string_view>

#include "text/break_opportunities.hpp"
#include "text/class_set.hpp"

namespace nianbao::text {

// The class that UAX #14 shall see instead of its own, in Han and in Latin writing.
struct LineTailoring {
    CharClass kind;
    LineClass han, latin;
};
std::span<const LineTailoring> line_tailorings();

ClassSet never_at_line_start(EdgeLevel level);
ClassSet never_at_line_end(EdgeLevel level);

// Beyond UAX #14: no break between a member of `before` and a member of `after` that touch.
// `latin_only`: when neither is set as Han writing.
struct PairRule {
    ClassSet before, after;
    bool latin_only;
};
std::span<const PairRule> pair_rules();

bool is_measure_word(char32_t c);    // 量词 and units written in Han: 年 件 条 万
bool is_han_numeral(char32_t c);     // 〇 to 九, 十 百 千 万 亿 两
bool is_approximation(char32_t c);   // 余 多 来 几 between number and measure word
bool is_unit_symbol(std::string_view ascii);  // km kg kW …
bool is_title(std::string_view ascii);         // Mr Dr No …, which a full stop and a name or number follow
bool is_address_joint(char32_t c);   // a URL may break after it
bool looks_like_address(std::string_view ascii);

}  // namespace nianbao::text

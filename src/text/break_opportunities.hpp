// Where a line may end: UAX #14, and on it 避头尾 (CLREQ 6.1, GB/T 15834—2011 5.1) and unbreakable
// sequences. Knows characters only, no widths.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <nianbao/line_style.hpp>

#include "text/char_class.hpp"
#include "text/line_break.hpp"

namespace nianbao::text {

// What one cluster is to the rules. `han`: set as Han writing; `characters`: 2 in —— and ……;
// `source`: its bytes; empty says that `character` is all.
struct BreakUnit {
    char32_t character = 0;
    bool han = false;
    std::uint8_t characters = 1;
    std::string_view source = {};
};

// The boundary before a unit. Penalty: how much the place is disliked, in the coin of line costs.
struct Break {
    BreakKind kind = BreakKind::forbidden;
    std::int32_t penalty = 0;
    bool hyphen = false;  // a word is divided: a line that ends here shows a hyphen
};

// units.size() + 1 boundaries; the first is forbidden, the last mandatory. `may_yield`: three marks
// that follow each other may be parted, as a last resort.
std::vector<Break> break_opportunities(
    std::span<const BreakUnit> units, EdgeLevel level = EdgeLevel::gb, bool may_yield = false
);

// The passes on top of UAX #14, in order; each sees all units and changes the boundaries it knows
// about.
struct BreakPass {
    std::span<const BreakUnit> units;
    std::span<const CharClass> classes;  // resolved by context
    EdgeLevel level;
    std::vector<Break>& breaks;
};
void keep_edges(BreakPass& pass);
void yield_edges(BreakPass& pass);
void keep_numbers(BreakPass& pass);
void break_addresses(BreakPass& pass);

// Penalties.
constexpr std::int32_t unit_split = 120;     // 12|件, dearer than a tenth of an em in each gap
constexpr std::int32_t approximate_split = 20; // 50多|家
constexpr std::int32_t date_split = 10;      // 2024年|1月
constexpr std::int32_t numeral_split = 10;   // 三|条
constexpr std::int32_t address_split = 20;   // inside a URL
constexpr std::int32_t hyphen_split = 60;    // after a typed hyphen of a Latin word
constexpr std::int32_t shown_hyphen = 135;   // inside a Latin word; two in a row cost it once more
constexpr std::int32_t yield_split = 800;    // between three marks: dearer than a fifth of an em in each gap
constexpr std::int32_t strict_split = 60;    // a place only EdgeLevel::strict forbids

}  // namespace nianbao::text

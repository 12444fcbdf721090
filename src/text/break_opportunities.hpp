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
#include "text/line_end.hpp"

namespace nianbao::text {

// What one cluster is to the rules. `han`: set as Han writing; `characters`: 2 in —— and ……;
// `source`: its bytes; empty says that `character` is all.
struct BreakUnit {
    char32_t character = 0;
    bool han = false;
    std::uint8_t characters = 1;
    std::string_view source = {};
};

// The boundary before a unit, and what a line that ends there would part.
struct Break {
    BreakKind kind = BreakKind::forbidden;
    LineEnd end = LineEnd::free;
    std::int32_t penalty() const { return penalty_of(end); }
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

}  // namespace nianbao::text

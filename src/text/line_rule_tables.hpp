// The rules of UAX #14 that look at two classes only, as rows; the first row that fits decides.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>

#include "text/unicode_data.hpp"

namespace nianbao::text {

// A set of line classes in one word.
class LineSet {
public:
    constexpr LineSet() = default;
    constexpr LineSet(std::initializer_list<LineClass> members) {
        for (const LineClass member : members)
            bits_ |= bit(member);
    }
    static constexpr LineSet all() { return ~LineSet(); }
    constexpr bool has(LineClass value) const { return (bits_ & bit(value)) != 0; }
    constexpr LineSet operator~() const {
        LineSet other;
        other.bits_ = ~bits_;
        return other;
    }
    constexpr void add(LineSet other) { bits_ |= other.bits_; }
    constexpr LineSet without(LineSet other) const {
        LineSet rest;
        rest.bits_ = bits_ & ~other.bits_;
        return rest;
    }

private:
    static constexpr std::uint64_t bit(LineClass value) {
        return std::uint64_t{1} << static_cast<unsigned>(value);
    }
    std::uint64_t bits_ = 0;
};

struct LineRule {
    LineSet before, after;
    bool breaks; // ÷, else ×
};

// LB11 to LB13: between neighbours, spaces among them.
std::span<const LineRule> rules_with_spaces();
// LB14 to LB17: between the last class that is no space and what follows the spaces, if any.
std::span<const LineRule> rules_across_spaces();
// LB18 to LB30b, without those that look further than two classes.
std::span<const LineRule> rules_of_pairs();

} // namespace nianbao::text

// A set of character classes in one word.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "text/char_class.hpp"

namespace nianbao::text {

class ClassSet {
public:
    constexpr ClassSet() = default;
    constexpr ClassSet(std::initializer_list<CharClass> members) {
        for (const CharClass member : members) bits_ |= bit(member);
    }
    constexpr bool has(CharClass value) const { return (bits_ & bit(value)) != 0; }
    friend constexpr ClassSet operator|(ClassSet a, ClassSet b) { a.bits_ |= b.bits_; return a; }

private:
    static constexpr std::uint32_t bit(CharClass value) { return std::uint32_t{1} << static_cast<unsigned>(value); }
    std::uint32_t bits_ = 0;
};

}  // namespace nianbao::text

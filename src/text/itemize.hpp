// Text → user-perceived characters, each Han writing or Latin writing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/char_class.hpp"
#include "text/line.hpp"

namespace nianbao::text {

// A base with what belongs to it (UAX #29): combining marks, variation selectors, joined emoji. A
// doubled dash or ellipsis is one as well.
struct Grapheme {
    std::uint32_t run = 0;
    std::uint32_t begin = 0, end = 0;    // bytes in the run's text
    char32_t base = 0;
    CharClass kind = CharClass::han;
    bool han = false;
    std::uint8_t characters = 1;         // 2: —— ……
    std::uint8_t length = 1;             // code points; 255 says: or more
};

// Marks that both writings share (“ ” ‘ ’ — … ·) go by their neighbours, over all runs of the
// paragraph (spec/fonts 5, rule 1).
std::vector<Grapheme> itemize(std::span<const StyledRun> runs);

}  // namespace nianbao::text

// What a rule of kind narrative says: in which phrases a number stands, and which cells it must equal.
#pragma once

#include <string>
#include <vector>

#include <nianbao/language.hpp>

#include "report/quantities.hpp"

namespace nianbao::report {

// One way of saying the number.
struct NarrativeCase {
    std::vector<Phrase> phrases = {};
    std::vector<std::u32string> unless = {};   // words before the number in its sentence that mean something else
    std::vector<std::u32string> context = {};  // one of them stands in the same paragraph (of disputes: full sentence)
    std::u32string subject = {};               // 行政复议, 诉讼: the nearest such word before the number
    // The number is the sum of one of these lists of cells; canonical pointers.
    std::vector<std::vector<std::string>> sums = {};
    // Of a phrase without a number (均获维持): the cells of which the first sum is the whole.
    std::vector<std::string> whole = {};
    Bilingual says = {};                       // empty: the rule's
};

}  // namespace nianbao::report

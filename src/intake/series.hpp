// Numbered lines that belong together: a list (一是… 二是…, 1. 2. 3.), or headings.
#pragma once

#include <vector>

#include "intake/numerals.hpp"
#include "intake/source_text.hpp"

namespace nianbao::intake {

struct Series {
    NumeralStyle style = NumeralStyle::none;
    std::vector<std::size_t> members = {};  // lines with a numeral; those between continue an item
    bool is_list = false;
};

// The series that begins with line i. A list has at least two members that count from one, and more
// members without a head of their own than with one. Paragraphs between 一是 and 二是 belong to 一是;
// between other members nothing may stand. What is no list is headings.
Series series_at(const SourceLines& lines, std::size_t i);

// The numeral of a member; in a series of 一是 also the one of which only 是 is left.
Numeral member_numeral(const SourceLines& lines, std::size_t i, NumeralStyle style);

}  // namespace nianbao::intake

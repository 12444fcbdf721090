// Which of thousands of phrases may stand around a number: found by the word right before it.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "report/quantities.hpp"

namespace nianbao::report {

// A tree of the last words before # of all phrases, each word read backwards.
class PhraseIndex {
public:
    // The place of a phrase: rule of the format, case of the rule, phrase of the case.
    struct Entry {
        std::uint32_t rule = 0, narrative_case = 0, phrase = 0;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };

    void add(const Phrase& phrase, Entry entry);

    // In their order, those whose last word ends near before the number, and those with no word before it:
    // every phrase that is_said is among them.
    std::vector<Entry> candidates(std::u32string_view text, const Quantity& quantity) const;

private:
    struct Node {
        std::vector<std::pair<char32_t, std::uint32_t>> next = {};
        std::vector<Entry> entries = {};  // of the phrases whose last word ends its way here
    };
    std::uint32_t step(std::uint32_t node, char32_t c) const;  // 0 (the root): there is none

    std::vector<Node> nodes_ = {Node{}};
};

}  // namespace nianbao::report

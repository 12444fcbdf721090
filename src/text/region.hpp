// What a language tag says: where Chinese text is at home (the place of a mark in its box depends on
// it), and whether a language runs from right to left.
#pragma once

#include <string_view>

namespace nianbao::text {

// A language tag of Traditional writing (TW, HK, MO): its marks stand in the middle of their box,
// and the widths of GB/T 15834 are not theirs.
bool is_traditional(std::string_view language);

// Uyghur, Arabic, Persian, Hebrew and the like; Kazakh and Kirghiz in China; any language with such a
// script in its tag.
bool is_written_right_to_left(std::string_view language);

} // namespace nianbao::text

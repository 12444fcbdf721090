// Scripts beside Han, Latin, Greek and Cyrillic: who belongs to them, and how their words are set.
#pragma once

#include <string_view>

namespace nianbao::text {

// A letter, mark or digit of a script that wants a run of its own: Arabic, Tibetan, Mongolian, Tai Le
// and all others that are neither Han (with kana, Hangul, Yi and bopomofo, which are set like Han)
// nor Latin, Greek or Cyrillic.
bool is_of_own_script(char32_t c);

// Whether a text has such a character, or one that turns the direction. Han is passed over quickly.
bool needs_script_runs(std::string_view utf8);


// The mark after a Tibetan syllable (tsheg): a line may end and open up behind it.
bool is_syllable_mark(char32_t c);

} // namespace nianbao::text

// The parts of an annotation: its syllables, and the Han they stand on (CLREQ 5.5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/document.hpp>

namespace nianbao::document {

// What stands between spaces.
std::vector<std::string> syllables(std::string_view annotation);

// One piece of an annotated text: a Han with what belongs to it (variation selectors, marks), or the
// characters between two Han.
struct BasePiece {
    std::string_view text = {};
    bool han = false;
};
std::vector<BasePiece> base_pieces(std::string_view text);
std::size_t han_in(std::string_view text);

// Whether each Han has a syllable of its own.
bool is_by_character(const TextRun& run);
// As many syllables as Han where each Han has one.
bool fits_its_base(const TextRun& run);

RubySide side_of(const Ruby& ruby);  // above, below, or usual: at the right
std::string language_of(const Ruby& ruby, const std::string& document);

}  // namespace nianbao::document

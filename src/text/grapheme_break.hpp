// UAX #29: where one user-perceived character ends and the next begins (extended grapheme
// clusters).
#pragma once

#include <cstdint>

#include "text/unicode_data.hpp"

namespace nianbao::text {

class GraphemeBreaker {
public:
    // Takes the code points of a text one after the other; true where a cluster begins.
    bool begins(char32_t code_point) {
        const CharacterData& next = data_of(code_point);
        if (before_ == GraphemeClass::other && next.grapheme == GraphemeClass::other) { // GB999
            pictograph_ = next.pictograph;
            return true;
        }
        const bool begins = begins_by_rules(next);
        pass(next);
        return begins;
    }

private:
    bool begins_by_rules(const CharacterData& next) const;
    void pass(const CharacterData& next);

    GraphemeClass before_ = GraphemeClass::control; // as at the start of a text (GB1)
    bool pictograph_ = false;                       // of a pictograph and its extenders (GB11)
    bool after_pictograph_joiner_ = false;          // and a joiner after them
    bool odd_indicators_ = false;                   // GB12, GB13
};

} // namespace nianbao::text

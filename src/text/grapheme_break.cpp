// The rules GB3 to GB13 of UAX #29 (Unicode 15.0).
#include "text/grapheme_break.hpp"

namespace nianbao::text {
namespace {

using G = GraphemeClass;

bool is_control(G g) {
    return g == G::control || g == G::cr || g == G::lf;
}

// GB6 to GB8.
bool same_syllable(G before, G after) {
    if (before == G::l) return after == G::l || after == G::v || after == G::lv || after == G::lvt;
    if (before == G::lv || before == G::v) return after == G::v || after == G::t;
    return (before == G::lvt || before == G::t) && after == G::t;
}

} // namespace

bool GraphemeBreaker::begins_by_rules(const CharacterData& next) const {
    const G after = next.grapheme;
    if (before_ == G::cr && after == G::lf) return false;      // GB3
    if (is_control(before_) || is_control(after)) return true; // GB4, GB5
    if (same_syllable(before_, after)) return false;           // GB6 to GB8
    if (after == G::extend || after == G::zwj || after == G::spacing_mark)
        return false;                                              // GB9, GB9a
    if (before_ == G::prepend) return false;                       // GB9b
    if (after_pictograph_joiner_ && next.pictograph) return false; // GB11
    return !(
        before_ == G::regional_indicator && after == G::regional_indicator && odd_indicators_
    ); // GB12
}

void GraphemeBreaker::pass(const CharacterData& next) {
    const G g = next.grapheme;
    after_pictograph_joiner_ = pictograph_ && g == G::zwj;
    pictograph_ = next.pictograph || (pictograph_ && g == G::extend);
    odd_indicators_ = g == G::regional_indicator && !odd_indicators_;
    before_ = g;
}

} // namespace nianbao::text

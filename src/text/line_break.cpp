// Walks the classes once: hard breaks, then the rows of two classes, then the rules that look
// further (LB21a, LB25, LB30, LB30a).
#include "text/line_break.hpp"

#include <array>

#include "text/line_rule_tables.hpp"

namespace nianbao::text {
namespace {

using L = LineClass;

constexpr std::size_t class_count = static_cast<std::size_t>(L::zwj) + 1;
constexpr LineSet hard{L::bk, L::cr, L::lf, L::nl};
constexpr LineSet combining{L::cm, L::zwj};
constexpr LineSet not_a_base{L::bk, L::cr, L::lf, L::nl, L::sp, L::zw}; // LB9

// The rows of one stage by the class before the boundary.
class PairTable {
public:
    explicit PairTable(std::span<const LineRule> rules) {
        for (const LineRule& rule : rules)
            for (std::size_t before = 0; before < class_count; ++before) {
                if (!rule.before.has(static_cast<L>(before))) continue;
                (rule.breaks ? breaks_ : keeps_)[before].add(rule.after.without(decided_[before]));
                decided_[before].add(rule.after);
            }
    }
    bool keeps(L before, L after) const {
        return keeps_[static_cast<std::size_t>(before)].has(after);
    }
    bool breaks(L before, L after) const {
        return breaks_[static_cast<std::size_t>(before)].has(after);
    }

private:
    std::array<LineSet, class_count> keeps_ = {}, breaks_ = {}, decided_ = {};
};

struct Tables {
    PairTable with_spaces{rules_with_spaces()};
    PairTable across_spaces{rules_across_spaces()};
    PairTable of_pairs{rules_of_pairs()};
};
const Tables& tables() {
    static const Tables once;
    return once;
}

// How far a number has come (LB25): in its digits, or after the bracket that closes it.
enum class Number : std::uint8_t { none, digits, closed };

class Walker {
public:
    explicit Walker(std::span<const CharacterData> characters) : characters_(characters) {}

    // The boundary before character i > 0; characters before it have been passed.
    BreakKind boundary(std::size_t i) const {
        const L after = characters_[i].line;
        if (hard.has(before_.line)) // LB4, LB5
            return before_.line == L::cr && after == L::lf ? BreakKind::forbidden
                                                           : BreakKind::mandatory;
        if (hard.has(after) || after == L::sp || after == L::zw)
            return BreakKind::forbidden;                                                // LB6, LB7
        if (solid_.line == L::zw) return BreakKind::allowed;                            // LB8
        if (after_joiner_) return BreakKind::forbidden;                                 // LB8a
        if (combining.has(after) && before_.line != L::sp) return BreakKind::forbidden; // LB9
        return keeps(i, base_class(after)) ? BreakKind::forbidden : BreakKind::allowed;
    }

    void pass(const CharacterData& character) {
        after_joiner_ = character.line == L::zwj;
        if (combining.has(character.line) && !not_a_base.has(before_.line) && begun_) return; // LB9
        CharacterData next = character;
        next.line = base_class(character.line);
        hebrew_before_ = before_.line == L::hl;
        odd_indicators_ = next.line == L::ri && !odd_indicators_;
        number_ = number_after(next.line);
        before_ = next;
        if (next.line != L::sp) solid_ = next;
        begun_ = true;
    }

private:
    // LB1, LB10.
    static L base_class(L line) { return line == L::ai || combining.has(line) ? L::al : line; }

    Number number_after(L line) const {
        if (line == L::nu) return Number::digits;
        if (number_ != Number::digits) return Number::none;
        if (line == L::sy || line == L::is) return Number::digits;
        return line == L::cl || line == L::cp ? Number::closed : Number::none;
    }

    bool keeps(std::size_t i, L after) const {
        const L before = before_.line;
        if (tables_.with_spaces.keeps(before, after) ||
            tables_.across_spaces.keeps(solid_.line, after))
            return true;
        if (tables_.of_pairs.breaks(before, after)) return false;
        return tables_.of_pairs.keeps(before, after) || keeps_further(i, after);
    }

    bool keeps_further(std::size_t i, L after) const {
        const L before = before_.line;
        if (hebrew_before_ && (before == L::hy || before == L::ba)) return true;        // LB21a
        if (number_ != Number::none && (after == L::po || after == L::pr)) return true; // LB25
        if (number_ == Number::digits && after == L::nu) return true;
        if ((before == L::po || before == L::pr) && after == L::op && digit_follows(i)) return true;
        constexpr LineSet word{L::al, L::hl, L::nu}; // LB30
        if (word.has(before) && after == L::op && !characters_[i].wide) return true;
        if (before == L::cp && !before_.wide && word.has(after)) return true;
        if (before == L::ri && after == L::ri && odd_indicators_) return true; // LB30a
        return before_.reserved_pictograph && after == L::em;                  // LB30b
    }

    // $(12: the bracket belongs to the number (LB25).
    bool digit_follows(std::size_t i) const {
        do
            ++i;
        while (i < characters_.size() && combining.has(characters_[i].line));
        return i < characters_.size() && characters_[i].line == L::nu;
    }

    const Tables& tables_ = tables();
    std::span<const CharacterData> characters_;
    CharacterData before_ = {}, solid_ = {}; // solid: the last that is no space
    bool begun_ = false, after_joiner_ = false, hebrew_before_ = false, odd_indicators_ = false;
    Number number_ = Number::none;
};

} // namespace

std::vector<BreakKind> line_breaks(std::span<const CharacterData> characters) {
    std::vector<BreakKind> breaks(characters.size() + 1, BreakKind::forbidden);
    Walker walker(characters);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (i > 0) breaks[i] = walker.boundary(i);
        walker.pass(characters[i]);
    }
    breaks.back() = BreakKind::mandatory;
    return breaks;
}

} // namespace nianbao::text

// Resolves classes by context, asks UAX #14 with them, then makes the Chinese passes.
#include "text/break_opportunities.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/break_rule_tables.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

bool is_word(C c) {
    return c == C::letter || c == C::digit;
}

// Code points of the unit after its first.
template <typename Visit> void for_each_further(const BreakUnit& unit, Visit visit) {
    const char32_t c = unit.character;
    const std::size_t first = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (std::size_t at = first; at < unit.source.size();) {
        const utf8::Decoded next = utf8::decode(unit.source, at);
        visit(next.code_point);
        at += next.length;
    }
}

// ' and " say by turns whether they open or close; ’ and ' inside a Latin word are letters.
void resolve_quotes(std::span<const BreakUnit> units, std::vector<C>& classes) {
    bool double_open = false, single_open = false;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const char32_t c = units[i].character;
        if (classes[i] == C::newline) double_open = single_open = false;
        if (c == U'\'' || (c == U'’' && !units[i].han)) {
            const bool inside = i > 0 && i + 1 < classes.size() && is_word(classes[i - 1]) &&
                                is_word(classes[i + 1]);
            if (inside) {
                classes[i] = C::letter;
                continue;
            }
        }
        if (classes[i] != C::quote) continue;
        bool& open = c == U'"' ? double_open : single_open;
        classes[i] = open ? C::closing : C::opening;
        open = !open;
    }
}

// One — connects (连接号); two are a dash (破折号), which may begin a line.
void resolve_dashes(std::span<const BreakUnit> units, std::vector<C>& classes) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i] != C::dash) continue;
        const bool doubled = units[i].characters > 1 ||
                             (i + 1 < classes.size() && classes[i + 1] == C::dash) ||
                             (i > 0 && classes[i - 1] == C::two_em_dash);
        if (doubled) classes[i] = C::two_em_dash;
    }
}

std::vector<C> resolve(std::span<const BreakUnit> units) {
    std::vector<C> classes(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        classes[i] = class_of(units[i].character);
        if (classes[i] == C::ignorable && i > 0) classes[i] = classes[i - 1];
    }
    resolve_quotes(units, classes);
    resolve_dashes(units, classes);
    return classes;
}

// The rows of the tailoring by kind.
class Tailoring {
public:
    Tailoring() {
        for (const LineTailoring& row : line_tailorings())
            rows_[static_cast<std::size_t>(row.kind)] = &row;
    }
    // What UAX #14 sees of the first code point of a unit.
    CharacterData of(const BreakUnit& unit, C kind) const {
        CharacterData data = data_of(unit.character);
        if (data.line == LineClass::ai && unit.han) data.line = LineClass::id;          // LB1
        if (kind == C::letter && data.line == LineClass::qu) data.line = LineClass::al; // don’t
        const LineTailoring* row = rows_[static_cast<std::size_t>(kind)];
        if (!row) return data;
        data.line = unit.han ? row->han : row->latin;
        data.wide = data.wide || unit.han; // “ is as wide as （ in Han writing (LB30)
        return data;
    }

private:
    std::array<const LineTailoring*, static_cast<std::size_t>(C::ignorable) + 1> rows_ = {};
};

// All code points of the units. `kinds` is empty when nothing is tailored.
std::vector<CharacterData>
characters_of(std::span<const BreakUnit> units, const std::vector<C>& kinds) {
    static const Tailoring tailoring;
    std::vector<CharacterData> characters;
    characters.reserve(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const BreakUnit& unit = units[i];
        characters.push_back(
            kinds.empty() ? data_of(unit.character) : tailoring.of(unit, kinds[i])
        );
        for_each_further(unit, [&](char32_t c) { characters.push_back(data_of(c)); });
    }
    return characters;
}

std::vector<Break> default_breaks(std::span<const BreakUnit> units, const std::vector<C>& kinds) {
    const std::vector<BreakKind> by_character = line_breaks(characters_of(units, kinds));
    std::vector<Break> breaks(units.size() + 1);
    std::size_t at = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        breaks[i].kind = by_character[at++];
        for_each_further(units[i], [&](char32_t) { ++at; });
    }
    breaks.back().kind = BreakKind::mandatory;
    return breaks;
}

std::vector<Break> unbroken(std::size_t units) {
    std::vector<Break> breaks(units + 1);
    breaks.back() = {BreakKind::mandatory, LineEnd::paragraph};
    return breaks;
}

} // namespace

std::vector<Break> break_opportunities(
    std::span<const BreakUnit> units, EdgeLevel level, bool may_yield
) {
    const auto is_digit = [](const BreakUnit& unit) { return unit.character >= U'0' && unit.character <= U'9'; };
    if (std::all_of(units.begin(), units.end(), is_digit)) return unbroken(units.size());  // LB25; most cells of tables
    if (level == EdgeLevel::none) return default_breaks(units, {});
    const std::vector<C> classes = resolve(units);
    std::vector<Break> breaks = default_breaks(units, classes);
    BreakPass pass{units, classes, level, breaks};
    keep_edges(pass);
    if (may_yield) yield_edges(pass);
    keep_numbers(pass);
    break_addresses(pass);
    breaks.front() = {};
    breaks.back() = {BreakKind::mandatory, LineEnd::paragraph};
    return breaks;
}

} // namespace nianbao::text

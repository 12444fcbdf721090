// Resolves classes by context, applies the pair rules, then the passes for numbers and addresses.
#include "text/break_opportunities.hpp"

#include "text/break_rule_tables.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

bool is_word(C c) {
    return c == C::letter || c == C::digit;
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

bool pair_forbids(const BreakPass& pass, std::size_t before, std::size_t after) {
    const bool latin = !pass.units[before].han && !pass.units[after].han;
    for (const PairRule& rule : pair_rules()) {
        if (rule.latin_only && !latin) continue;
        if (rule.before.has(pass.classes[before]) && rule.after.has(pass.classes[after]))
            return true;
    }
    return false;
}

// Boundary between two neighbours that touch.
Break between(
    const BreakPass& pass, std::size_t before, std::size_t after, ClassSet start, ClassSet end
) {
    const C a = pass.classes[before], b = pass.classes[after];
    if (a == C::newline) {
        const bool pair =
            pass.units[before].character == U'\r' && pass.units[after].character == U'\n';
        return {pair ? BreakKind::forbidden : BreakKind::mandatory, 0};
    }
    constexpr ClassSet hangs{C::space, C::ideographic_space, C::newline, C::zero_width_space};
    if (hangs.has(b)) return {};
    if (a == C::zero_width_space) return {BreakKind::allowed, 0};
    if (a == C::glue || b == C::glue || class_of(pass.units[after].character) == C::ignorable)
        return {};
    if (start.has(b) || end.has(a) || pair_forbids(pass, before, after)) return {};
    constexpr ClassSet strict{C::two_em_dash, C::ellipsis};
    if (strict.has(b)) return {BreakKind::allowed, strict_split};
    if (a == C::hyphen && is_word(b)) return {BreakKind::allowed, hyphen_split};
    return {BreakKind::allowed, 0};
}

} // namespace

void break_by_pairs(BreakPass& pass) {
    const ClassSet start = never_at_line_start(pass.level), end = never_at_line_end(pass.level);
    constexpr ClassSet spaces{C::space, C::ideographic_space};
    std::size_t solid = 0; // the last unit that is no space
    for (std::size_t i = 1; i < pass.units.size(); ++i) {
        if (!spaces.has(pass.classes[i - 1])) solid = i - 1;
        Break& here = pass.breaks[i];
        here = between(pass, i - 1, i, start, end);
        // Spaces at a line end are not seen, so the marks around them meet the edges (LB14, LB13).
        const bool after_spaces = solid + 1 < i && !spaces.has(pass.classes[solid]);
        if (after_spaces && here.kind == BreakKind::allowed && end.has(pass.classes[solid]))
            here = {};
    }
}

std::vector<Break> break_opportunities(std::span<const BreakUnit> units, EdgeLevel level) {
    std::vector<Break> breaks(units.size() + 1);
    const std::vector<C> classes = resolve(units);
    BreakPass pass{units, classes, level, breaks};
    break_by_pairs(pass);
    keep_numbers(pass);
    break_addresses(pass);
    breaks.front() = {};
    breaks.back() = {BreakKind::mandatory, 0};
    return breaks;
}

} // namespace nianbao::text

// 避头尾: which marks begin or end no line, and what may but should not.
#include "text/break_opportunities.hpp"

#include <algorithm>

#include "text/break_rule_tables.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

bool pair_forbids(const BreakPass& pass, std::size_t before, std::size_t after) {
    const bool latin = !pass.units[before].han && !pass.units[after].han;
    for (const PairRule& rule : pair_rules()) {
        if (rule.latin_only && !latin) continue;
        if (rule.before.has(pass.classes[before]) && rule.after.has(pass.classes[after]))
            return true;
    }
    return false;
}

// A place where UAX #14 allows a break.
Break judge(const BreakPass& pass, std::size_t i, ClassSet start, ClassSet end) {
    const C a = pass.classes[i - 1], b = pass.classes[i];
    constexpr ClassSet hangs{C::space, C::ideographic_space, C::zero_width_space};
    if (hangs.has(b)) return {};
    if (a == C::zero_width_space) return {BreakKind::allowed};
    if (start.has(b) || end.has(a) || pair_forbids(pass, i - 1, i)) return {};
    constexpr ClassSet strict{C::two_em_dash, C::ellipsis};
    if (strict.has(b)) return {BreakKind::allowed, LineEnd::strict_edge};
    constexpr ClassSet word{C::letter, C::digit};
    if (a == C::hyphen && word.has(b)) return {BreakKind::allowed, LineEnd::typed_hyphen};
    return {BreakKind::allowed};
}

} // namespace

void keep_edges(BreakPass& pass) {
    const ClassSet start = never_at_line_start(pass.level), end = never_at_line_end(pass.level);
    constexpr ClassSet spaces{C::space, C::ideographic_space};
    std::size_t solid = 0; // the last unit that is no space
    for (std::size_t i = 1; i < pass.units.size(); ++i) {
        if (!spaces.has(pass.classes[i - 1])) solid = i - 1;
        Break& here = pass.breaks[i];
        if (here.kind != BreakKind::allowed) continue;
        here = judge(pass, i, start, end);
        // Spaces at a line end are not seen, so a mark before them would stand at the edge.
        const bool after_spaces = solid + 1 < i && !spaces.has(pass.classes[solid]);
        if (after_spaces && end.has(pass.classes[solid])) here = {};
    }
}

// CLREQ 6.1.1: a document may let a mark begin one line rather than set the line before very loose.
// Three marks that end something make a run no line can be adjusted to; they may part inside.
void yield_edges(BreakPass& pass) {
    constexpr ClassSet ending{C::pause, C::stop, C::closing};
    const auto ends = [&](std::size_t i) {
        return pass.units[i].han && ending.has(pass.classes[i]);
    };
    for (std::size_t begin = 0; begin < pass.units.size(); ++begin) {
        std::size_t end = begin;
        while (end < pass.units.size() && ends(end))
            ++end;
        if (end < begin + 3) {
            begin = std::max(begin, end);
            continue;
        }
        for (std::size_t b = begin + 1; b < end; ++b)
            pass.breaks[b] = {BreakKind::allowed, LineEnd::yielding_edge};
        begin = end;
    }
}

} // namespace nianbao::text

// URLs and e-mail addresses break after their joints only, and never get a hyphen.
#include "text/break_opportunities.hpp"

#include <string>

#include "text/break_rule_tables.hpp"

namespace nianbao::text {
namespace {

bool is_address_character(const BreakUnit& unit) {
    return !unit.han && unit.character > U' ' && unit.character < 0x7F;
}

bool is_word_character(const BreakUnit& unit) {
    const CharClass c = class_of(unit.character);
    return c == CharClass::letter || c == CharClass::digit;
}

// Within the address: no break but after a joint that a letter or digit follows, and so never
// inside "://" nor before a closing mark.
void break_at_joints(BreakPass& pass, std::size_t begin, std::size_t end) {
    for (std::size_t b = begin + 1; b < end; ++b) {
        const bool joint = is_address_joint(pass.units[b - 1].character) && b - 1 > begin;
        const bool allowed = joint && is_word_character(pass.units[b]);
        pass.breaks[b] = allowed ? Break{BreakKind::allowed, LineEnd::address} : Break{};
    }
}

} // namespace

void break_addresses(BreakPass& pass) {
    const std::size_t size = pass.units.size();
    std::string token;
    for (std::size_t i = 0; i < size;) {
        if (!is_address_character(pass.units[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        token.clear();
        for (; i < size && is_address_character(pass.units[i]); ++i)
            token.push_back(static_cast<char>(pass.units[i].character));
        if (token.size() >= 5 && looks_like_address(token)) break_at_joints(pass, begin, i);
    }
}

} // namespace nianbao::text

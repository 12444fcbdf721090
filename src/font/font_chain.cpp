// Which face sets which character: walks the chain of a role.
#include "font/font_chain.hpp"

#include <algorithm>

#include "font/font_set_impl.hpp"

namespace nianbao::font {
namespace {

bool is_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

// Marks whose place in their box differs between the mainland and Taiwan, and the quotation marks,
// dashes and ellipses that must match them (spec/fonts 5, rule 4).
bool is_mark(char32_t c) {
    switch (c) {
    case U'、':
    case U'。':
    case U'，':
    case U'．':
    case U'：':
    case U'；':
    case U'！':
    case U'？':
    case U'‘':
    case U'’':
    case U'“':
    case U'”':
    case U'—':
    case U'…':
    case U'·':
    case U'•':
        return true;
    default:
        return false;
    }
}

bool may_give(const Link& link, char32_t base) {
    if (!link.only.empty() && !link.only.contain(base)) return false;
    if (!link.slot->only.empty() && !link.slot->only.contain(base)) return false;
    return !link.slot->not_from.contain(base) && !(link.slot->centred_marks && is_mark(base));
}

Choice choice_of(const Link& link, std::uint32_t glyph) {
    return {.face = link.slot->shared(), .glyph = glyph, .scale_percent = link.scale_percent};
}

// The asked-for form of a character wins over the style of the role.
Choice choose_variant(const Chain& chain, char32_t base, char32_t selector) {
    for (const Link& link : chain.links) {
        if (!may_give(link, base)) continue;
        const FontFace& face = link.slot->face();
        if (const std::uint32_t glyph = face.variant_of(base, selector))
            return choice_of(link, glyph);
    }
    return {};
}

} // namespace

Choice choose(const FontSet& fonts, FontRole role, Script script, std::u32string_view cluster) {
    if (cluster.empty()) return {};
    const Chain& chain = fonts.impl().chain(role, script);
    const char32_t base = cluster.front();
    const std::u32string_view rest = cluster.substr(1);
    if (!rest.empty() && is_selector(rest.front()))
        if (Choice variant = choose_variant(chain, base, rest.front()); variant.face)
            return variant;
    for (const Link& link : chain.links) {
        if (!may_give(link, base)) continue;
        const FontFace& face = link.slot->face();
        const std::uint32_t glyph = face.glyph_of(base);
        if (glyph == 0) continue;
        const bool whole = std::all_of(rest.begin(), rest.end(), [&](char32_t c) {
            return is_selector(c) || face.covers(c);
        });
        if (whole) return choice_of(link, glyph);
    }
    return {};
}

std::vector<std::string> tried(const FontSet& fonts, FontRole role, Script script) {
    std::vector<std::string> names;
    for (const Link& link : fonts.impl().chain(role, script).links)
        if (std::find(names.begin(), names.end(), link.slot->file_name()) == names.end())
            names.push_back(link.slot->file_name());
    return names;
}

const std::string& first_font(const FontSet& fonts, FontRole role, Script script) {
    static const std::string none;
    for (const Link& link : fonts.impl().chain(role, script).links)
        if (link.only.empty()) return link.slot->file_name();
    return none;
}

const char* name_of(FontRole role) {
    switch (role) {
    case FontRole::song:
        return "song";
    case FontRole::hei:
        return "hei";
    case FontRole::kai:
        return "kai";
    case FontRole::fangsong:
        return "fangsong";
    case FontRole::title:
        return "title";
    }
    return "";
}

std::string package_with(const FontSet& fonts, char32_t code_point) {
    for (const AbsentFont& font : fonts.impl().absent)
        if (font.has.contain(code_point)) return font.package;
    return {};
}

} // namespace nianbao::font

// The face of every grapheme, asked once per character of a call; and what no font has.
#include "text/face_choice.hpp"

#include <algorithm>
#include <bit>

#include "base/utf8.hpp"
#include "text/class_set.hpp"
#include "text/unicode_data.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

// Characters that one call remembers, a power of two: most calls are for a few.
std::size_t memory_for(const ShapedText& text) {
    constexpr std::size_t least = 8, most = 512;
    std::size_t bytes = 0;
    for (const StyledRun& run : text.runs)
        bytes += run.text.size();
    return std::bit_ceil(std::clamp(bytes, least, most));
}

std::uint64_t key_of(FontRole role, const Grapheme& g) {
    return (std::uint64_t{1} << 40) | (std::uint64_t{g.han} << 39) |
           (std::uint64_t{g.characters} << 36) | (static_cast<std::uint64_t>(role) << 32) | g.base;
}

// Characters that are heard of by line breaking alone.
bool is_silent(const StyledRun& run, const Grapheme& g) {
    if (g.kind == C::newline) return true;
    if (!data_of(g.base).ignorable) return false;
    const std::u32string all = utf8::to_utf32(std::string_view(run.text).substr(g.begin, g.end - g.begin));
    return std::all_of(all.begin(), all.end(), [](char32_t c) { return data_of(c).ignorable; });
}

bool is_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

// What of a cluster a face must have: joiners and their like are never drawn, so no face is left
// for them; a variation selector says which glyph is asked for.
std::u32string drawn_part(const StyledRun& run, const Grapheme& g) {
    std::u32string cluster =
        utf8::to_utf32(std::string_view(run.text).substr(g.begin, g.end - g.begin));
    std::erase_if(cluster, [](char32_t c) { return data_of(c).ignorable && !is_selector(c); });
    return cluster;
}

bool joins_dashes(const FontFace& face) {
    const HbBuffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), "——", -1, 0, -1);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("zh-Hans", -1));
    hb_shape(face.hb_font(), buffer.get(), nullptr, 0);
    return hb_buffer_get_length(buffer.get()) == 1;
}

} // namespace

FaceChoice::FaceChoice(const FontSet& fonts, ShapedText& text)
    : fonts_(fonts), text_(text), remembered_(memory_for(text)) {}

ChosenFace FaceChoice::choose(const Grapheme& grapheme) {
    if (is_silent(text_.runs[grapheme.run], grapheme)) return {ChosenFace::silent, 100};
    // Sequences with selectors and marks are rare and asked for every time.
    if (grapheme.length != grapheme.characters) return ask(grapheme);
    const std::uint64_t key = key_of(text_.runs[grapheme.run].style.font, grapheme);
    Remembered& slot = remembered_[(grapheme.base ^ (grapheme.base >> 9)) & (remembered_.size() - 1)];
    if (slot.key != key) slot = {key, ask(grapheme)};
    if (slot.chosen.face == ChosenFace::missing) report_missing(grapheme);
    return slot.chosen;
}

ChosenFace FaceChoice::ask(const Grapheme& grapheme) {
    const StyledRun& run = text_.runs[grapheme.run];
    const bool doubled = grapheme.characters > 1;
    if (doubled && grapheme.han && grapheme.kind == C::dash) return long_dash(run.style.font);
    const std::u32string cluster = drawn_part(run, grapheme);
    font::Choice choice = first_choice(run.style.font, grapheme.han, cluster);
    // HarfBuzz makes the spaces a font lacks from the plain one; a tab it does not know.
    constexpr ClassSet spaces{C::space, C::glue};
    if (!choice.face && spaces.has(grapheme.kind) && grapheme.base != 0x2011 &&
        grapheme.base != U'\t')
        choice = first_choice(run.style.font, grapheme.han, U" ");
    // Few faces have ⸺, which is the —— of one code point (CLREQ 6.1.2.1).
    if (!choice.face && grapheme.base == two_em_dash) return long_dash(run.style.font);
    if (!choice.face && grapheme.length != grapheme.characters) report_missing(grapheme);
    return known(choice);
}

bool FaceChoice::has(ChosenFace chosen, const Grapheme& grapheme) const {
    if (!chosen.draws()) return false;
    const FontFace& face = *text_.faces[chosen.face];
    const std::u32string cluster = drawn_part(text_.runs[grapheme.run], grapheme);
    return std::all_of(cluster.begin(), cluster.end(), [&](char32_t c) { return face.covers(c); });
}

font::Choice FaceChoice::first_choice(FontRole role, bool han, std::u32string_view cluster) const {
    const auto script = han ? font::Script::han : font::Script::latin;
    const auto other = han ? font::Script::latin : font::Script::han;
    font::Choice choice = font::choose(fonts_, role, script, cluster);
    return choice.face ? choice : font::choose(fonts_, role, other, cluster);
}

// —— is one continuous stroke: from the role's own face when it joins the two, else from 宋体
// (spec/fonts 5, rule 3).
ChosenFace FaceChoice::long_dash(FontRole role) {
    const font::Choice own = first_choice(role, true, U"—");
    for (const font::Choice& choice : {own, first_choice(FontRole::song, true, U"—")})
        if (choice.face && joins_dashes(*choice.face)) return known(choice);
    return known(own);
}

ChosenFace FaceChoice::known(const font::Choice& choice) {
    if (!choice.face) return {};
    auto& faces = text_.faces;
    const auto found = std::find(faces.begin(), faces.end(), choice.face);
    const auto index = static_cast<std::uint32_t>(found - faces.begin());
    if (found == faces.end()) faces.push_back(choice.face);
    return {index, choice.scale_percent};
}

void FaceChoice::report_missing(const Grapheme& grapheme) {
    const StyledRun& run = text_.runs[grapheme.run];
    const auto script = grapheme.han ? font::Script::han : font::Script::latin;
    const std::string role = font::name_of(run.style.font);
    const auto add = [&](char32_t c) {
        const auto same = [&](const MissingCharacter& m) {
            return m.code_point == c && m.pointer == run.origin.pointer && m.role == role;
        };
        if (std::any_of(text_.missing.begin(), text_.missing.end(), same)) return;
        text_.missing.push_back(
            {c, run.origin.pointer, role, font::tried(fonts_, run.style.font, script),
             font::package_with(fonts_, c)}
        );
    };
    bool found = false;
    for (const char32_t c : drawn_part(run, grapheme)) {
        if (is_selector(c) || first_choice(run.style.font, grapheme.han, std::u32string(1, c)).face)
            continue;
        add(c);
        found = true;
    }
    if (!found) add(grapheme.base); // each is there, but in no face together
}

hb_font_t* FaceChoice::sized(std::uint32_t face, Length size) {
    for (const Sized& known : sized_)
        if (known.face == face && known.size == size) return known.font.get();
    HbFont font(hb_font_create_sub_font(text_.faces[face]->hb_font()));
    // Positions in millipoints: Han advances come out exact.
    hb_font_set_scale(font.get(), size.count(), size.count());
    sized_.push_back({face, size, std::move(font)});
    return sized_.back().font.get();
}

} // namespace nianbao::text

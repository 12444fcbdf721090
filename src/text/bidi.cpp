// UAX #9 through FriBidi; the reordering of a line (L1, L2) is ours, since lines are made of
// clusters.
#include "text/bidi.hpp"

#include <algorithm>
#include <new>

#include <fribidi.h>

#include "base/utf8.hpp"
#include "text/region.hpp"

namespace nianbao::text {
namespace {

FriBidiChar as_fribidi(char32_t c) {
    return static_cast<FriBidiChar>(c);
}

FriBidiParType as_fribidi(BaseDirection direction) {
    switch (direction) {
    case BaseDirection::left_to_right:
        return FRIBIDI_PAR_LTR;
    case BaseDirection::right_to_left:
        return FRIBIDI_PAR_RTL;
    case BaseDirection::automatic:
        return FRIBIDI_PAR_ON;
    }
    return FRIBIDI_PAR_ON;
}

// One paragraph, with its separator when it has one. → its base level.
BidiLevel
embed(std::u32string_view text, FriBidiParType direction, std::vector<BidiLevel>& levels) {
    const auto length = static_cast<FriBidiStrIndex>(text.size());
    const std::vector<FriBidiChar> characters(text.begin(), text.end());
    std::vector<FriBidiCharType> types(text.size());
    std::vector<FriBidiBracketType> brackets(text.size());
    std::vector<FriBidiLevel> found(text.size());
    fribidi_get_bidi_types(characters.data(), length, types.data());
    fribidi_get_bracket_types(characters.data(), length, types.data(), brackets.data());
    if (fribidi_get_par_embedding_levels_ex(
            types.data(), brackets.data(), length, &direction, found.data()
        ) == 0)
        throw std::bad_alloc();
    for (const FriBidiLevel level : found)
        levels.push_back(static_cast<BidiLevel>(std::max<FriBidiLevel>(level, 0)));
    return FRIBIDI_IS_RTL(direction) ? 1 : 0;
}

} // namespace

bool turns_direction(char32_t c) {
    if (c < 0x590) return false;
    if (c <= 0x8FF) return true; // Hebrew, Arabic, Syriac, Thaana, N’Ko, Samaritan, Mandaic
    if (c < 0x2000) return false;
    if (c <= 0x2067) return c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067;
    if (c < 0xFB1D) return false;
    if (c <= 0xFEFC) return c <= 0xFDFF || c >= 0xFE70; // presentation forms
    return (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool turns_direction(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        // Below U+0590, and the Han from U+3000 to U+9FFF, by their first byte.
        const bool plain = lead < 0xD6 || (lead >= 0xE3 && lead <= 0xE9);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (!plain && turns_direction(utf8::decode(utf8, at).code_point)) return true;
        at += length;
    }
    return false;
}

Embedding embedding_levels(std::u32string_view text, BaseDirection direction) {
    Embedding embedding;
    embedding.levels.reserve(text.size());
    FriBidiParType wanted = as_fribidi(direction);
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && fribidi_get_bidi_type(as_fribidi(text[end])) != FRIBIDI_TYPE_BS)
            ++end;
        end = std::min(end + 1, text.size());
        const BidiLevel base = embed(text.substr(begin, end - begin), wanted, embedding.levels);
        if (begin == 0) {
            embedding.base = base;
            wanted = base == 0 ? FRIBIDI_PAR_LTR : FRIBIDI_PAR_RTL;
        }
        begin = end;
    }
    if (text.empty() && direction == BaseDirection::right_to_left) embedding.base = 1;
    return embedding;
}

bool takes_base_level_at_line_end(char32_t c) {
    const FriBidiCharType type = fribidi_get_bidi_type(as_fribidi(c));
    return FRIBIDI_IS_EXPLICIT_OR_BN_OR_WS(type) || FRIBIDI_IS_ISOLATE(type) ||
           FRIBIDI_IS_SEPARATOR(type);
}

std::vector<std::uint32_t> visual_order(std::span<const BidiLevel> levels) {
    std::vector<std::uint32_t> order(levels.size());
    BidiLevel highest = 0, lowest_odd = 0xFF;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        order[i] = static_cast<std::uint32_t>(i);
        highest = std::max(highest, levels[i]);
        if (levels[i] % 2 == 1) lowest_odd = std::min(lowest_odd, levels[i]);
    }
    for (BidiLevel level = highest; level >= lowest_odd && level > 0; --level)
        for (std::size_t begin = 0; begin < levels.size();) {
            if (levels[begin] < level) {
                ++begin;
                continue;
            }
            std::size_t end = begin;
            while (end < levels.size() && levels[end] >= level)
                ++end;
            std::reverse(
                order.begin() + static_cast<std::ptrdiff_t>(begin),
                order.begin() + static_cast<std::ptrdiff_t>(end)
            );
            begin = end;
        }
    return order;
}

BaseDirection direction_of_block(std::u32string_view text, std::string_view language) {
    const bool usual = is_written_right_to_left(language);
    std::size_t letters[2] = {0, 0};
    int first = -1;
    for (const char32_t c : text) {
        const FriBidiCharType type = fribidi_get_bidi_type(as_fribidi(c));
        if (!FRIBIDI_IS_LETTER(type)) continue;
        const int right = FRIBIDI_IS_RTL(type) ? 1 : 0;
        ++letters[right];
        if (first < 0) first = right;
    }
    const int other = usual ? 0 : 1;
    const bool turned = first == other && letters[other] > letters[1 - other];
    return turned != usual ? BaseDirection::right_to_left : BaseDirection::left_to_right;
}

} // namespace nianbao::text

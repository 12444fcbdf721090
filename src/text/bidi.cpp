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

// BD16 pairs a bracket with one that is canonically the same; FriBidi 1.0.8 takes （ for ( as well. So wide, small and
// raised brackets are told from those of ASCII, to which they are only compatible.
FriBidiBracketType bracket_of(FriBidiChar c, FriBidiBracketType found) {
    if (found == FRIBIDI_NO_BRACKET || FRIBIDI_BRACKET_ID(found) == c) return found;
    const bool compatible = c == 0x207D || c == 0x207E || c == 0x208D || c == 0x208E ||
                            (c >= 0xFE59 && c <= 0xFE5E) || c >= 0xFF00;
    if (!compatible) return found;
    const FriBidiBracketType of_its_own = FRIBIDI_BRACKET_ID(found) | 0x1000'0000 | (c >= 0xFE00 ? c & 0xFF00 : c & 0xFFF0);
    return of_its_own | (FRIBIDI_IS_BRACKET_OPEN(found) ? FRIBIDI_BRACKET_OPEN_MASK : 0);
}

// FriBidi 1.0.8 writes outside its memory when what is nested too deep ends again. So what overflows in X2 to X7 is told to
// it as what it then is: isolates without effect, embeddings as if they were not there.
class DepthLimit {
public:
    explicit DepthLimit(int base) : open_{{base, false}} {}

    FriBidiCharType operator()(FriBidiCharType type) {
        switch (type) {
        case FRIBIDI_TYPE_LRE:
        case FRIBIDI_TYPE_LRO:
        case FRIBIDI_TYPE_RLE:
        case FRIBIDI_TYPE_RLO:
            if (enters(type, false)) return type;
            if (isolates_over_ == 0) ++embeddings_over_;
            return FRIBIDI_TYPE_BN;
        case FRIBIDI_TYPE_LRI:
        case FRIBIDI_TYPE_RLI:
        case FRIBIDI_TYPE_FSI:
            if (enters(type, true)) return type;
            ++isolates_over_;
            return FRIBIDI_TYPE_ON;
        case FRIBIDI_TYPE_PDI:
            return leave_isolate();
        case FRIBIDI_TYPE_PDF:
            return leave_embedding();
        default:
            return type;
        }
    }

private:
    static constexpr int deepest = 125; // BD2

    bool enters(FriBidiCharType type, bool isolate) {
        const int top = open_.back().level;
        const bool right = type == FRIBIDI_TYPE_RLE || type == FRIBIDI_TYPE_RLO || type == FRIBIDI_TYPE_RLI;
        const int level = type == FRIBIDI_TYPE_FSI ? top + 2 : right ? top + 1 + top % 2 : top + 2 - top % 2;
        if (isolates_over_ > 0 || embeddings_over_ > 0 || level > deepest) return false;
        open_.push_back({level, isolate});
        isolates_ += isolate ? 1 : 0;
        return true;
    }
    FriBidiCharType leave_isolate() {
        if (isolates_over_ > 0) {
            --isolates_over_;
            return FRIBIDI_TYPE_ON;
        }
        if (isolates_ == 0) return FRIBIDI_TYPE_PDI;
        --isolates_;
        embeddings_over_ = 0;
        while (!open_.back().isolate)
            open_.pop_back();
        open_.pop_back();
        return FRIBIDI_TYPE_PDI;
    }
    FriBidiCharType leave_embedding() {
        if (isolates_over_ > 0) return FRIBIDI_TYPE_BN;
        if (embeddings_over_ > 0) {
            --embeddings_over_;
            return FRIBIDI_TYPE_BN;
        }
        if (open_.size() > 1 && !open_.back().isolate) open_.pop_back();
        return FRIBIDI_TYPE_PDF;
    }

    struct Open {
        int level;
        bool isolate;
    };
    std::vector<Open> open_;
    std::size_t isolates_ = 0, isolates_over_ = 0, embeddings_over_ = 0;
};

// P2 and P3; fribidi_get_par_direction looks into isolates.
FriBidiParType first_strong(const std::vector<FriBidiCharType>& types) {
    std::size_t inside = 0;
    for (const FriBidiCharType type : types) {
        if (type == FRIBIDI_TYPE_LRI || type == FRIBIDI_TYPE_RLI || type == FRIBIDI_TYPE_FSI) ++inside;
        if (type == FRIBIDI_TYPE_PDI && inside > 0) --inside;
        if (inside == 0 && FRIBIDI_IS_LETTER(type)) return FRIBIDI_IS_RTL(type) ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    }
    return FRIBIDI_PAR_LTR;
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
    if (direction == FRIBIDI_PAR_ON) direction = first_strong(types);
    DepthLimit limited(FRIBIDI_IS_RTL(direction) ? 1 : 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        brackets[i] = bracket_of(characters[i], brackets[i]);
        types[i] = limited(types[i]);
    }
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

std::string fribidi_version() {
    // "(GNU FriBidi) 1.0.8" and further lines.
    const std::string_view told = fribidi_version_info;
    const std::size_t from = told.find(") ");
    if (from == std::string_view::npos) return {};
    return std::string(told.substr(from + 2, told.find('\n') - from - 2));
}

} // namespace nianbao::text

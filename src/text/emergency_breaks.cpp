// An unbreakable run wider than its measure breaks all the same, at a price: where it hurts least.
#include "text/composer.hpp"

#include "text/class_set.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

// What is tried one after the other, each only where the run is still too wide.
enum class Last { between_words, inside_words, inside_numbers, at_edges };

constexpr ClassSet word_ends{C::letter, C::digit, C::postfix, C::closing, C::exclamation};
constexpr ClassSet word_begins{C::letter, C::digit, C::prefix};

// Office|2019, ℃|Email, Email,|16: neither a word nor a number is parted.
bool between_words(const ShapedText& text, std::size_t b) {
    const C before = class_of(text.clusters[b - 1].last), after = class_of(text.clusters[b].first);
    if (!word_begins.has(after)) return false;
    if (before == C::separator) // 1,234 and gov.cn are one
        return b > 1 && after != C::letter && class_of(text.clusters[b - 2].last) != C::digit;
    return word_ends.has(before) && before != after;
}

bool may_break(const ShapedText& text, std::size_t b, Last last) {
    const Cluster& before = text.clusters[b - 1];
    const Cluster& after = text.clusters[b];
    if (after.glyph_begin == after.glyph_end) return false;
    switch (last) {
    case Last::between_words:
        return between_words(text, b);
    case Last::inside_words:
        return class_of(before.last) == C::letter && class_of(after.first) == C::letter;
    case Last::inside_numbers:
        return !before.han && !after.han;
    case Last::at_edges:
        return true;
    }
    return false;
}

} // namespace

void Composer::add_emergency_breaks() {
    for (const Last last : {Last::between_words, Last::inside_words, Last::inside_numbers, Last::at_edges}) {
        std::size_t begin = 0;
        for (std::size_t b = 1; b < breaks.size(); ++b) {
            if (breaks[b].kind == BreakKind::forbidden) continue;
            if (sums.tightest(begin, b) > measure_at(begin))
                for (std::size_t inner = begin + 1; inner < b; ++inner)
                    if (breaks[inner].kind == BreakKind::forbidden && may_break(text, inner, last))
                        breaks[inner] = {BreakKind::allowed, LineEnd::emergency};
            begin = b;
        }
    }
}

} // namespace nianbao::text

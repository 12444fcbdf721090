// 标点挤压 and 中西文间距: the room between neighbours.
#include "text/punctuation.hpp"

#include <algorithm>

#include "text/char_class.hpp"
#include "text/class_set.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

constexpr ClassSet marks{C::opening, C::closing, C::pause, C::stop, C::interpunct};

struct Neighbour {
    const Cluster& cluster;
    C kind;
    std::int32_t em; // nominal size: the measure of all gaps

    // A Chinese mark: set in a Han box, so blanks beside its ink may go.
    bool is_mark() const { return cluster.han && marks.has(kind); }
    bool is_latin_word() const { return !cluster.han && (kind == C::letter || kind == C::digit); }
    bool is_han_word() const {
        return cluster.han && (kind == C::han || kind == C::nonstarter || kind == C::digit);
    }
    // A word space; U+2011 is glue but draws a hyphen.
    bool is_space() const {
        return (kind == C::space || kind == C::glue) && cluster.first != 0x2011 && is_visible();
    }
    bool is_visible() const { return cluster.glyph_begin < cluster.glyph_end; }
};

// Emphasised ends: ？！ and their kin, which GB/T 15834 5.1.2 sets two in one em.
bool doubles(const Cluster& cluster) {
    return cluster.han && (cluster.first == U'！' || cluster.first == U'？');
}

Squeeze step_after(C kind) {
    constexpr ClassSet pause{C::pause}, stop{C::stop}, interpunct{C::interpunct};
    if (pause.has(kind)) return Squeeze::pause;
    if (stop.has(kind)) return Squeeze::stop;
    return interpunct.has(kind) ? Squeeze::interpunct : Squeeze::bracket;
}
Squeeze step_before(C kind) {
    return kind == C::interpunct ? Squeeze::interpunct : Squeeze::bracket;
}

// Blanks that face each other. Two marks give half an em always and no more: 1.5 em is their width
// in any but the tight styles (CLREQ 6.3.2.2), and readers of the PDF take glyphs that overlap by more
// for another line. The mark before gives first, so each mark stays next to what it belongs to.
void squeeze_pair(const Neighbour& left, const Neighbour& right, Joint& joint) {
    const std::int32_t after = left.is_mark() ? left.cluster.blank_after.count() : 0;
    const std::int32_t before = right.is_mark() ? right.cluster.blank_before.count() : 0;
    if (left.is_mark() && right.is_mark()) {
        const std::int32_t half = std::min(left.em, right.em) / 2;
        const std::int32_t from_left = std::min(after, half);
        const std::int32_t from_right = std::min(before, half - from_left);
        joint.base -= from_left + from_right;
        return;
    }
    joint.squeeze_room[0] = after;
    joint.squeeze_room[1] = before;
    joint.squeeze[0] = after > 0 ? step_after(left.kind) : Squeeze::none;
    joint.squeeze[1] = before > 0 ? step_before(right.kind) : Squeeze::none;
}

// A quarter em, squeezed to an eighth, stretched to a half (CLREQ 6.3.3). Letters and digits only:
// so none at 5%的 nor at 25℃.
void add_gap(const Neighbour& left, const Neighbour& right, Joint& joint) {
    const bool meets = (left.is_han_word() && right.is_latin_word()) ||
                       (left.is_latin_word() && right.is_han_word());
    if (!meets) return;
    const std::int32_t em = left.cluster.han ? left.em : right.em;
    joint.base += em / 4;
    joint.squeeze_room[0] = em / 4 - em / 8;
    joint.squeeze[0] = Squeeze::han_latin_gap;
    joint.stretch_room = em / 2 - em / 4;
    joint.stretch = Stretch::han_latin_gap;
}

// A word space goes down to a quarter em and up to a half (CLREQ 6.2.3).
void add_word_space(const Neighbour& space, Joint& joint) {
    const std::int32_t width = space.cluster.advance.count();
    joint.squeeze_room[0] = std::max(0, width - space.em / 4);
    joint.squeeze[0] = joint.squeeze_room[0] > 0 ? Squeeze::word_space : Squeeze::none;
    joint.stretch_room = std::max(0, space.em / 2 - width);
    joint.stretch = Stretch::word_space;
}

// Not inside Latin words and numbers, nor around connectors and solidus, nor between a number and
// its sign (CLREQ 6.2.2.4).
bool stretches(const Neighbour& left, const Neighbour& right) {
    constexpr ClassSet tied{C::connector, C::dash, C::solidus, C::glue};
    if (!left.cluster.han && !right.cluster.han) return false;
    if (tied.has(left.kind) || tied.has(right.kind)) {
        const auto lone = [](const Neighbour& n) {
            return n.kind != C::dash || n.cluster.characters == 1;
        };
        if ((tied.has(left.kind) && lone(left)) || (tied.has(right.kind) && lone(right)))
            return false;
    }
    if (right.kind == C::postfix || left.kind == C::prefix) return false;
    return !(left.kind == C::digit && right.kind == C::digit);
}

// ！！ in one em, ！！！ in two (GB/T 15834 5.1.2): in every two the second loses its blank as
// well.
void squeeze_doubled(const ShapedText& text, Spacing& spacing) {
    const auto& clusters = text.clusters;
    for (std::size_t i = 0; i + 1 < clusters.size(); ++i) {
        if (!doubles(clusters[i]) || !doubles(clusters[i + 1])) continue;
        ++i;
        if (i + 1 == clusters.size()) break;
        Joint& joint = spacing.joints[i + 1];
        if (joint.squeeze[0] != Squeeze::stop) continue; // the pair rule took it
        joint.base -= joint.squeeze_room[0];
        joint.squeeze_room[0] = 0;
        joint.squeeze[0] = Squeeze::none;
    }
}

} // namespace

Spacing space_out(const ShapedText& text, bool han_latin_gap) {
    const auto& clusters = text.clusters;
    Spacing spacing;
    spacing.joints.resize(clusters.size() + 1);
    spacing.start_trim.resize(clusters.size());
    spacing.end_trim.resize(clusters.size());
    const auto neighbour = [&](std::size_t i) {
        const Cluster& c = clusters[i];
        return Neighbour{c, class_of(c.first), text.runs[c.run].style.size.count()};
    };
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const Neighbour right = neighbour(i);
        if (right.is_mark()) {
            spacing.start_trim[i] = right.cluster.blank_before.count();
            spacing.end_trim[i] = right.cluster.blank_after.count();
        }
        if (i == 0) continue;
        const Neighbour left = neighbour(i - 1);
        Joint& joint = spacing.joints[i];
        if (!right.is_visible()) continue;
        if (left.is_space()) {
            add_word_space(left, joint);
            continue;
        }
        squeeze_pair(left, right, joint);
        if (han_latin_gap) add_gap(left, right, joint);
        if (joint.stretch == Stretch::none && stretches(left, right)) joint.stretch = Stretch::any;
    }
    squeeze_doubled(text, spacing);
    return spacing;
}

} // namespace nianbao::text

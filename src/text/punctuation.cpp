// 标点挤压 and 中西文间距: the room between neighbours.
#include "text/punctuation.hpp"

#include <algorithm>

#include "text/char_class.hpp"
#include "text/class_set.hpp"
#include "text/annotations.hpp"
#include "text/mark_widths.hpp"
#include "text/region.hpp"
#include "text/scripts.hpp"
#include "text/tracking.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

constexpr ClassSet marks{C::opening, C::closing, C::pause, C::stop, C::interpunct};

struct Neighbour {
    const Cluster* cluster = nullptr;
    C kind = C::han;
    std::int32_t em = 0; // nominal size: the measure of all gaps
    MarkTrim trim = {};
    bool traditional = false;
    std::int32_t shift = 0; // of its first glyph to the left

    // A Chinese mark: set in a Han box, so blanks beside its ink may go.
    bool is_mark() const { return cluster->han && marks.has(kind); }
    bool is_latin_word() const { return !cluster->han && (kind == C::letter || kind == C::digit); }
    bool is_han_word() const {
        return cluster->han && (kind == C::han || kind == C::nonstarter || kind == C::digit);
    }
    // A word space; U+2011 is glue but draws a hyphen.
    bool is_space() const {
        return (kind == C::space || kind == C::glue) && cluster->first != 0x2011 && is_visible();
    }
    // A mark in the middle of its box keeps its place there where that is the custom: in
    // Traditional writing its neighbours give, and the line edge takes nothing.
    bool stands_centred() const {
        return traditional && cluster->blank_before > Length{} && cluster->blank_after > Length{};
    }
    bool is_visible() const { return cluster->glyph_begin < cluster->glyph_end; }
};

// The same on both sides: a mark in the middle of its box gives on both.
Squeeze step_of(C kind) {
    constexpr ClassSet pause{C::pause}, stop{C::stop}, interpunct{C::interpunct};
    if (pause.has(kind)) return Squeeze::pause;
    if (stop.has(kind)) return Squeeze::stop;
    return interpunct.has(kind) ? Squeeze::interpunct : Squeeze::bracket;
}

// Half an em of the blanks that face each other. The mark before gives first, so each mark stays
// next to what it belongs to.
std::int32_t shared_blank(const Neighbour& left, const Neighbour& right, std::int32_t limit) {
    const auto given = [&](const Neighbour& mark, std::int32_t blank, std::int32_t most) {
        return mark.stands_centred() ? 0 : std::clamp(blank, 0, std::max(0, most));
    };
    const std::int32_t after = left.cluster->blank_after.count() - left.trim.after;
    const std::int32_t before = right.cluster->blank_before.count() - right.trim.before;
    const std::int32_t from_left = given(left, after, limit);
    return from_left + given(right, before, limit - from_left);
}

// A mark never covers half an em of a letter before it, nor all of a narrow one: Poppler would read it in another
// line, or first. Widths of letters are rounded in the file. What the mark may still give.
std::int32_t keep_in_order(const Neighbour& left, const Neighbour& right, Joint& joint) {
    const std::int32_t advance = left.cluster->advance.count();
    const std::int32_t nearest = std::max(left.em / 100, advance - left.em / 2 + left.em / 200);
    const std::int32_t place = advance + joint.base - right.shift; // of its glyph, from the letter's
    joint.base += std::max(0, nearest - place);
    return std::max(0, place - nearest);
}

// Two marks give half an em always and no more: 1.5 em is their width in any but the tight styles
// (CLREQ 6.3.2.2), and readers of the PDF take glyphs that overlap by more for another line. A mark
// alone gives its blank in its step.
void squeeze_marks(
    const Neighbour& left, const Neighbour& right, const LineStyle& style, Joint& joint
) {
    const MarkWidths widths = style.mark_widths;
    const std::int32_t trimmed = left.trim.after + right.trim.before;
    joint.base -= trimmed;
    if (left.is_mark() && right.is_mark()) {
        const bool tight = widths == MarkWidths::kaiming || widths == MarkWidths::halfwidth;
        const std::int32_t half = std::min(left.em, right.em) / 2;
        if (widths != MarkWidths::line_end_half)
            joint.base -= shared_blank(left, right, tight ? half : half - trimmed);
        return;
    }
    const auto gives = [&](const Neighbour& mark) {
        return mark.is_mark() && (style.stops_squeezed || mark.kind != C::stop);
    };
    const std::int32_t after = gives(left) ? left.cluster->blank_after.count() - left.trim.after : 0;
    std::int32_t before = gives(right) ? right.cluster->blank_before.count() - right.trim.before : 0;
    if (!left.cluster->han && right.is_mark()) before = std::min(before, keep_in_order(left, right, joint));
    joint.squeeze_room[0] = after;
    joint.squeeze_room[1] = before;
    joint.squeeze[0] = after > 0 ? step_of(left.kind) : Squeeze::none;
    joint.squeeze[1] = before > 0 ? step_of(right.kind) : Squeeze::none;
}

// Usually a quarter em, squeezed to an eighth, stretched to a half (CLREQ 6.3.3). Letters and digits
// only: so none at 5%的 nor at 25℃.
void add_gap(
    const Neighbour& left, const Neighbour& right, const HanLatinGap& gap, Joint& joint
) {
    const bool meets = (left.is_han_word() && right.is_latin_word()) ||
                       (left.is_latin_word() && right.is_han_word());
    if (!meets) return;
    const Length em = Length::millipoints(left.cluster->han ? left.em : right.em);
    const Length width = gap.width.of(em);
    joint.base += width.count();
    joint.squeeze_room[0] = (width - gap.narrowest.of(em)).count();
    joint.squeeze[0] = Squeeze::han_latin_gap;
    joint.stretch_room = (gap.widest.of(em) - width).count();
    joint.stretch = Stretch::han_latin_gap;
}

// A word space goes down to a quarter em and up to a half (CLREQ 6.2.3).
void add_word_space(const Neighbour& space, Joint& joint) {
    const std::int32_t width = space.cluster->advance.count();
    joint.squeeze_room[0] = std::max(0, width - space.em / 4);
    joint.squeeze[0] = joint.squeeze_room[0] > 0 ? Squeeze::word_space : Squeeze::none;
    joint.stretch_room = std::max(0, space.em / 2 - width);
    joint.stretch = Stretch::word_space;
}

// Not inside Latin words and numbers, nor around connectors and solidus, nor between a number and
// its sign (CLREQ 6.2.2.4).
bool stretches(const Neighbour& left, const Neighbour& right) {
    constexpr ClassSet tied{C::connector, C::dash, C::solidus, C::glue};
    if (is_syllable_mark(left.cluster->first) && right.kind == C::letter) return true;
    if (!left.cluster->han && !right.cluster->han) return false;
    if (tied.has(left.kind) || tied.has(right.kind)) {
        const auto lone = [](const Neighbour& n) {
            return n.kind != C::dash || n.cluster->characters == 1;
        };
        if ((tied.has(left.kind) && lone(left)) || (tied.has(right.kind) && lone(right)))
            return false;
    }
    if (right.kind == C::postfix || left.kind == C::prefix) return false;
    return !(left.kind == C::digit && right.kind == C::digit);
}

void space_between(
    const Neighbour& left, const Neighbour& right, const LineStyle& style, Joint& joint
) {
    if (left.is_space()) {
        add_word_space(left, joint);
        joint.base -= right.trim.before;
        return;
    }
    squeeze_marks(left, right, style, joint);
    if (style.han_latin_gap.shown) add_gap(left, right, style.han_latin_gap, joint);
    if (joint.stretch == Stretch::none && stretches(left, right)) joint.stretch = Stretch::any;
}

std::vector<bool> traditional_runs(const ShapedText& text) {
    std::vector<bool> traditional;
    for (const StyledRun& run : text.runs)
        traditional.push_back(is_traditional(run.language));
    return traditional;
}

// ， 、 。 may hang, but not where they stand in the middle of their box (CLREQ 6.1.3).
void find_hanging(const ShapedText& text, const std::vector<bool>& traditional, Spacing& spacing) {
    spacing.hang.resize(text.clusters.size());
    for (std::size_t i = 0; i < text.clusters.size(); ++i) {
        const Cluster& cluster = text.clusters[i];
        const bool may_hang = cluster.first == U'，' || cluster.first == U'、' || cluster.first == U'。';
        if (may_hang && cluster.blank_before == Length{} && !traditional[cluster.run])
            spacing.hang[i] = cluster.advance.count() - spacing.end_trim[i];
    }
}

} // namespace

Spacing space_out(const ShapedText& text, const LineStyle& style) {
    const auto& clusters = text.clusters;
    Spacing spacing;
    spacing.joints.resize(clusters.size() + 1);
    spacing.start_trim.resize(clusters.size());
    spacing.end_trim.resize(clusters.size());
    const std::vector<MarkTrim> trims = mark_trims(text, style.mark_widths);
    const std::vector<bool> traditional = traditional_runs(text);
    const auto neighbour = [&](std::size_t i) {
        const Cluster& c = clusters[i];
        const std::int32_t em = text.runs[c.run].style.size.count();
        const bool drawn = c.glyph_begin < c.glyph_end;
        const std::int32_t shift = drawn ? std::max(0, -text.glyphs[c.glyph_begin].x.count()) : 0;
        return Neighbour{&c, class_of(c.first), em, trims[i], traditional[c.run], shift};
    };
    Neighbour left = {}; // the last that is drawn
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const Neighbour right = neighbour(i);
        if (!right.is_visible()) continue;
        if (right.is_mark()) {
            const bool whole = right.stands_centred();
            spacing.start_trim[i] = whole ? 0 : right.cluster->blank_before.count();
            spacing.end_trim[i] = whole ? 0 : right.cluster->blank_after.count();
        } else {
            spacing.end_trim[i] = right.cluster->kerned.count();
        }
        if (left.cluster) space_between(left, right, style, spacing.joints[i]);
        left = right;
    }
    if (style.hanging_marks) find_hanging(text, traditional, spacing);
    make_room_for_marks(text, spacing);
    add_tracking(text, spacing);
    if (style.latin_on_grid) fit_latin_to_grid(text, style.han_latin_gap, spacing);
    spread_runs(text, spacing);
    return spacing;
}

} // namespace nianbao::text

// 字距: tracking, even spreading, Latin on the Han grid.
#include "text/tracking.hpp"

#include <algorithm>

#include "text/char_class.hpp"

namespace nianbao::text {
namespace {

bool is_drawn(const Cluster& cluster) {
    return cluster.glyph_begin < cluster.glyph_end;
}

const TextStyle& style_of(const ShapedText& text, std::size_t cluster) {
    return text.runs[text.clusters[cluster].run].style;
}

// The clusters of [begin, end) that are drawn.
std::vector<std::size_t> drawn_in(const ShapedText& text, std::size_t begin, std::size_t end) {
    std::vector<std::size_t> drawn;
    for (std::size_t i = begin; i < end; ++i)
        if (is_drawn(text.clusters[i])) drawn.push_back(i);
    return drawn;
}

std::int32_t natural_width(
    const ShapedText& text, const Spacing& spacing, const std::vector<std::size_t>& drawn
) {
    std::int32_t width = 0;
    for (const std::size_t i : drawn) {
        width += text.clusters[i].advance.count();
        if (i != drawn.front()) width += spacing.joints[i].base;
    }
    return width;
}

void spread_run(const ShapedText& text, std::size_t begin, std::size_t end, Spacing& spacing) {
    const TextStyle& style = style_of(text, begin);
    const std::vector<std::size_t> drawn = drawn_in(text, begin, end);
    if (drawn.empty()) return;
    const std::int32_t spare =
        style.spread.of(style.size).count() - natural_width(text, spacing, drawn);
    std::vector<std::size_t> places; // not inside Latin words and numbers
    for (std::size_t n = 1; n < drawn.size(); ++n)
        if (text.clusters[drawn[n - 1]].han || text.clusters[drawn[n]].han)
            places.push_back(drawn[n]);
    if (spare <= 0 || places.empty()) return;
    for (std::size_t n = 1; n < drawn.size(); ++n) {
        const std::int32_t base = spacing.joints[drawn[n]].base;
        spacing.joints[drawn[n]] = {};
        spacing.joints[drawn[n]].base = base;
    }
    const auto count = static_cast<std::int32_t>(places.size());
    for (std::int32_t n = 0; n < count; ++n)
        spacing.joints[places[static_cast<std::size_t>(n)]].base +=
            spare / count + (n < spare % count ? 1 : 0);
    spacing.solid.emplace_back(begin, end);
}

// The stretch [begin, end) of Latin; `em` of the Han beside it.
void fit_stretch(
    const ShapedText& text, std::pair<std::size_t, std::size_t> stretch, std::int32_t em,
    const HanLatinGap& gap, Spacing& spacing
) {
    const auto [begin, end] = stretch;
    const std::int32_t width =
        natural_width(text, spacing, drawn_in(text, begin, end));
    const std::int32_t least =
        gap.shown ? 2 * gap.narrowest.of(Length::millipoints(em)).count() : 0;
    const std::int32_t ems = (width + least + em - 1) / em;
    const std::int32_t spare = ems * em - width;
    const std::int32_t before = spare / 2, after = spare - before;
    const auto set = [&](std::size_t joint, std::int32_t room) {
        Joint& here = spacing.joints[joint];
        if (here.stretch == Stretch::han_latin_gap) here = {};
        here.base += room;
        here.stretch = Stretch::none;
    };
    if (begin > 0) set(begin, before);
    if (end < text.clusters.size()) set(end, after);
    spacing.start_trim[begin] = -before;
    spacing.end_trim[end - 1] = -after;
}

} // namespace

void add_tracking(const ShapedText& text, Spacing& spacing) {
    std::size_t left = text.clusters.size(); // the last that is drawn
    for (std::size_t i = 0; i < text.clusters.size(); ++i) {
        if (!is_drawn(text.clusters[i])) continue;
        Joint& joint = spacing.joints[i];
        const Em tracking = style_of(text, i).tracking;
        const bool tracked = left < i && tracking != Em{} && style_of(text, left).tracking == tracking;
        left = i;
        if (!tracked) continue;
        const bool gap = joint.stretch == Stretch::han_latin_gap && tracking.thousandths > 0;
        if (joint.stretch == Stretch::any || gap)
            joint.base += tracking.of(style_of(text, i).size).count();
    }
}

void spread_runs(const ShapedText& text, Spacing& spacing) {
    const auto& clusters = text.clusters;
    for (std::size_t begin = 0; begin < clusters.size();) {
        std::size_t end = begin + 1;
        while (end < clusters.size() && clusters[end].run == clusters[begin].run)
            ++end;
        if (style_of(text, begin).spread != Em{}) spread_run(text, begin, end, spacing);
        begin = end;
    }
}

void fit_latin_to_grid(const ShapedText& text, const HanLatinGap& gap, Spacing& spacing) {
    const auto& clusters = text.clusters;
    const auto is_latin = [&](std::size_t i) {
        const CharClass kind = class_of(clusters[i].first);
        return is_drawn(clusters[i]) && !clusters[i].han && kind != CharClass::newline;
    };
    for (std::size_t begin = 0; begin < clusters.size(); ++begin) {
        if (!is_latin(begin)) continue;
        std::size_t end = begin + 1;
        while (end < clusters.size() && is_latin(end))
            ++end;
        // Spaces at its ends belong to the stretch: they are part of the gap.
        const std::size_t beside = begin > 0 ? begin - 1 : std::min(end, clusters.size() - 1);
        fit_stretch(text, {begin, end}, style_of(text, beside).size.count(), gap, spacing);
        begin = end - 1;
    }
}

} // namespace nianbao::text

// A paragraph prepared for breaking.
#include "text/line_sums.hpp"

#include "text/class_set.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;
constexpr ClassSet hanging{C::space, C::ideographic_space, C::newline, C::zero_width_space};
constexpr ClassSet readable{C::han, C::letter, C::digit, C::nonstarter};

std::uint32_t wrap(std::int32_t value) {
    return static_cast<std::uint32_t>(value);
}
std::int32_t difference(std::uint32_t to, std::uint32_t from) {
    return static_cast<std::int32_t>(to - from);
}

} // namespace

// sums_[i]: joints 1 … i and clusters 0 … i−1. So clusters b … e−1 with their inner joints are
// sums_[e−1] − sums_[b] plus the cluster e−1.
LineSums::LineSums(const ShapedText& text, const Spacing& spacing) : spacing_(spacing) {
    const std::size_t size = text.clusters.size();
    sums_.resize(size + 1);
    advances_.resize(size);
    visible_end_.resize(size + 1);
    for (std::size_t i = 0; i < size; ++i) {
        const Cluster& cluster = text.clusters[i];
        const C kind = class_of(cluster.first);
        advances_[i] = wrap(cluster.advance.count());
        Sum sum = sums_[i];
        if (i > 0) {
            const Joint& joint = spacing.joints[i];
            sum.width += wrap(joint.base);
            for (int side = 0; side < 2; ++side) {
                sum.room += wrap(joint.squeeze_room[side]);
                sum.squeeze[static_cast<std::size_t>(joint.squeeze[side])] +=
                    wrap(joint.squeeze_room[side]);
            }
            if (joint.stretch == Stretch::any)
                ++sum.places;
            else
                sum.stretch[static_cast<std::size_t>(joint.stretch)] += wrap(joint.stretch_room);
            ++sum.stretching[static_cast<std::size_t>(joint.stretch) % 3];
        }
        sums_[i] = sum;
        sum.width += advances_[i];
        sum.characters += readable.has(kind) ? 1U : 0U;
        sums_[i + 1] = sum;
        const bool ink = cluster.glyph_begin < cluster.glyph_end && !hanging.has(kind);
        visible_end_[i + 1] = ink ? static_cast<std::uint32_t>(i + 1) : visible_end_[i];
    }
}

std::int32_t LineSums::natural(std::size_t begin, std::size_t end) const {
    end = visible_end_[end];
    if (end <= begin) return 0;
    const std::uint32_t width = sums_[end - 1].width - sums_[begin].width + advances_[end - 1];
    return static_cast<std::int32_t>(width) - spacing_.start_trim[begin] -
           spacing_.end_trim[end - 1];
}

std::int32_t LineSums::tightest(std::size_t begin, std::size_t end) const {
    end = visible_end_[end];
    return end <= begin ? 0
                        : natural(begin, end) - difference(sums_[end - 1].room, sums_[begin].room);
}

std::int32_t LineSums::hang(std::size_t begin, std::size_t end) const {
    if (spacing_.hang.empty()) return 0;
    end = visible_end_[end];
    return end <= begin + 1 ? 0 : spacing_.hang[end - 1];
}

LineTotals LineSums::totals(std::size_t begin, std::size_t end) const {
    LineTotals totals;
    end = visible_end_[end];
    if (end <= begin) return totals;
    const Sum& from = sums_[begin];
    const Sum& to = sums_[end - 1];
    totals.natural = natural(begin, end);
    for (std::size_t step = 1; step < squeeze_steps; ++step)
        totals.squeeze[step] = difference(to.squeeze[step], from.squeeze[step]);
    for (std::size_t step = 1; step < 3; ++step) {
        totals.stretch[step] = difference(to.stretch[step], from.stretch[step]);
        totals.stretching[step] = difference(to.stretching[step], from.stretching[step]);
    }
    totals.places = difference(to.places, from.places);
    totals.joints = static_cast<std::int32_t>(end - begin) - 1;
    return totals;
}

std::int32_t LineSums::characters(std::size_t begin, std::size_t end) const {
    return difference(sums_[end].characters, sums_[begin].characters);
}

std::vector<BreakUnit> break_units(const ShapedText& text) {
    std::vector<BreakUnit> units;
    units.reserve(text.clusters.size());
    for (const Cluster& c : text.clusters) {
        const std::string_view run = text.runs[c.run].text;
        units.push_back(
            {c.first, c.han, c.characters, run.substr(c.text_begin, c.text_end - c.text_begin)}
        );
    }
    return units;
}

} // namespace nianbao::text

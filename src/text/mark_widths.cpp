// The styles of CLREQ 6.3.2 and the doubled ends of GB/T 15834—2011 5.1.2.
#include "text/mark_widths.hpp"

#include "text/char_class.hpp"
#include "text/class_set.hpp"
#include "text/region.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

// The marks that a style sets half an em wide, wherever they stand.
ClassSet narrowed(MarkWidths widths) {
    constexpr ClassSet inner{C::opening, C::closing, C::pause, C::interpunct};
    switch (widths) {
    case MarkWidths::fullwidth:
    case MarkWidths::line_end_half:
        return {};
    case MarkWidths::kaiming:
        return inner;
    case MarkWidths::halfwidth:
        return inner | ClassSet{C::stop};
    }
    return {};
}

MarkTrim all_of(const Cluster& cluster) {
    return {cluster.blank_before.count(), cluster.blank_after.count()};
}

bool is_end_sign(const Cluster& cluster) {
    return cluster.han && (cluster.first == U'！' || cluster.first == U'？');
}

// ！！ and ？！ in one em, ！！！ in two: every two are one sign.
void halve_doubled(const ShapedText& text, std::vector<MarkTrim>& trims) {
    const auto& clusters = text.clusters;
    for (std::size_t i = 0; i + 1 < clusters.size(); ++i) {
        if (!is_end_sign(clusters[i]) || !is_end_sign(clusters[i + 1])) continue;
        if (is_traditional(text.runs[clusters[i].run].language)) continue;
        trims[i] = all_of(clusters[i]);
        trims[i + 1] = all_of(clusters[i + 1]);
        ++i;
    }
}

} // namespace

std::vector<MarkTrim> mark_trims(const ShapedText& text, MarkWidths widths) {
    const ClassSet narrow = narrowed(widths);
    std::vector<MarkTrim> trims(text.clusters.size());
    const bool narrows = widths == MarkWidths::kaiming || widths == MarkWidths::halfwidth;
    for (std::size_t i = 0; narrows && i < trims.size(); ++i) {
        const Cluster& cluster = text.clusters[i];
        if (cluster.han && narrow.has(class_of(cluster.first))) trims[i] = all_of(cluster);
    }
    halve_doubled(text, trims);
    return trims;
}

} // namespace nianbao::text

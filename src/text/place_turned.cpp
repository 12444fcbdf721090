// The places of a line's clusters: levels of the line, then its order, then one pen from left to right.
#include "text/place_turned.hpp"

#include <algorithm>

#include "text/bidi.hpp"

namespace nianbao::text {
namespace {

// Clusters at even indices; between them the joints, which go with the lower of their neighbours: so
// the gap between Han and Uyghur stands where the two meet on paper.
std::vector<BidiLevel> levels_of(const Composer& composer, const LineStretch& line) {
    const auto& clusters = composer.text.clusters;
    std::vector<BidiLevel> levels;
    for (std::size_t i = line.begin; i < line.end; ++i)
        levels.push_back(clusters[i].level);
    for (std::size_t i = line.end; i-- > line.begin;) {
        if (i < line.seen && !takes_base_level_at_line_end(clusters[i].first)) break;
        levels[i - line.begin] = composer.text.base_level;
    }
    std::vector<BidiLevel> items;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (i > 0) items.push_back(std::min(levels[i - 1], levels[i]));
        items.push_back(levels[i]);
    }
    return items;
}

} // namespace

std::vector<PlacedCluster>
place_turned(const Composer& composer, const LineStretch& line, std::int32_t left) {
    std::vector<PlacedCluster> places(line.end - line.begin);
    std::int32_t pen = left;
    for (const std::uint32_t item : visual_order(levels_of(composer, line))) {
        const std::size_t at = item / 2;
        if (item % 2 == 1) {
            if (at < line.taken.size()) pen += line.joints[at].base + line.taken[at];
            continue;
        }
        const std::size_t i = line.begin + at;
        const Cluster& cluster = composer.text.clusters[i];
        places[at].x = pen;
        if (i >= line.seen) continue; // what hangs over the line end takes no room
        const std::int32_t before = i == line.begin ? composer.spacing.start_trim[i] : 0;
        const std::int32_t after = i + 1 == line.seen ? composer.spacing.end_trim[i] : 0;
        places[at].x -= cluster.level % 2 == 1 ? after : before;
        places[at].advance = cluster.advance.count() - before - after;
        pen += places[at].advance;
    }
    return places;
}

} // namespace nianbao::text

// Text of cells over a page end: whole where it fits, running on where it must.
#include "layout/cut_cell.hpp"

#include <algorithm>

namespace nianbao::layout {

std::vector<CutLines> divide_lines(std::int64_t lines, std::span<const std::int64_t> capacities, bool repeat) {
    std::vector<CutLines> parts(capacities.size());
    const auto holds = [&](std::int64_t capacity) { return capacity >= lines; };
    const auto first = std::find_if(capacities.begin(), capacities.end(), holds);
    if (first != capacities.end()) {
        const auto whole = static_cast<std::size_t>(first - capacities.begin());
        parts[whole].end = lines;
        for (std::size_t i = whole + 1; repeat && i < parts.size(); ++i)
            if (holds(capacities[i])) parts[i] = {.begin = 0, .end = lines, .copy = true};
        return parts;
    }
    std::int64_t next = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].begin = next;
        next = parts[i].end = std::min(lines, next + std::max<std::int64_t>(capacities[i], 0));
    }
    if (next < lines) parts.clear();
    return parts;
}

}  // namespace nianbao::layout

// Rules of a table: an edge has a rule when different cells meet there.
#include "layout/table_rules.hpp"

namespace nianbao::layout {

namespace {

// Calls `draw(first, last)` for each longest stretch of indices for which `edge` holds.
template <typename Edge, typename Draw>
void for_each_stretch(std::size_t count, const Edge& edge, const Draw& draw) {
    for (std::size_t i = 0; i < count;) {
        if (!edge(i)) {
            ++i;
            continue;
        }
        const std::size_t first = i;
        while (i < count && edge(i)) ++i;
        draw(first, i);
    }
}

}  // namespace

std::vector<Rule> rules_of(const RuledGrid& grid, Length inner, Length outer) {
    const std::size_t columns = grid.x.size() - 1, rows = grid.y.size() - 1;
    std::vector<Rule> rules;
    const auto add = [&](Point from, Point to, Length width) {
        if (width > Length{}) rules.push_back({.from = from, .to = to, .width = width});
    };
    for (std::size_t r = 1; r < rows; ++r)
        for_each_stretch(
            columns, [&](std::size_t c) { return grid.owner(r - 1, c) != grid.owner(r, c); },
            [&](std::size_t first, std::size_t last) {
                add({grid.x[first], grid.y[r]}, {grid.x[last], grid.y[r]}, inner);
            }
        );
    for (std::size_t c = 1; c < columns; ++c)
        for_each_stretch(
            rows, [&](std::size_t r) { return grid.owner(r, c - 1) != grid.owner(r, c); },
            [&](std::size_t first, std::size_t last) {
                add({grid.x[c], grid.y[first]}, {grid.x[c], grid.y[last]}, inner);
            }
        );
    const Length left = grid.x.front(), right = grid.x.back(), top = grid.y.front(), bottom = grid.y.back();
    const Length half = outer / 2;
    add({left, top + half}, {right, top + half}, outer);
    add({left, bottom - half}, {right, bottom - half}, outer);
    add({left + half, top}, {left + half, bottom}, outer);
    add({right - half, top}, {right - half, bottom}, outer);
    return rules;
}

}  // namespace nianbao::layout

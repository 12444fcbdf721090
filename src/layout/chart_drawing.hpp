// A chart as shapes and labels in a box of its own. Knows numbers and nothing of fonts or pages.
#pragma once

#include <string>
#include <vector>

#include <nianbao/document.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao::layout {

// Words of a chart. They begin at, are centred on, or end at `at.x`; the first line's top is `at.y`.
struct ChartLabel {
    std::string text = {};
    Point at = {};
    Align align = Align::center;
    Length room = {};  // a longer text is broken
};

struct ChartDrawing {
    Size size = {};
    std::vector<PageItem> shapes = {};  // origin at the top left of the box; nodes are the caller's
    std::vector<ChartLabel> labels = {};
};

// How large labels are set.
struct LabelType {
    Length size = {}, pitch = {};  // of the type, and from line to line
};

// Throws LayoutError: CHART-EMPTY (nothing to draw), CHART-SHAPE
// (a series with too few or too many values), CHART-PIE (not one series, or a negative, or all zero).
ChartDrawing draw_chart(const Chart& chart, Length width, const LabelType& type);

// Alternative text: the message, then every label with its number.
std::string alternative_of(const Chart& chart);

}  // namespace nianbao::layout

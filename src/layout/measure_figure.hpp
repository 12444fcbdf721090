// Figures and charts → a strip for the picture, and strips for the lines of its caption.
#pragma once

#include "layout/measurement.hpp"

namespace nianbao::layout {

// Throws LayoutError: FIGURE-ALT (no alternative text), FIGURE-… of the image, CHART-… of the chart.
void measure(Measurement& desk, const Figure& block);
void measure(Measurement& desk, const Chart& block);

}  // namespace nianbao::layout

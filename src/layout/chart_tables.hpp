// The numbers behind charts.
#pragma once

#include <cstdint>
#include <span>

#include <nianbao/style.hpp>

namespace nianbao::layout {

std::span<const std::int32_t> sines();        // of 0° to 90°, times 1,000,000
std::span<const Color> chart_colors();        // of series, or of a pie's sectors, in order

}  // namespace nianbao::layout

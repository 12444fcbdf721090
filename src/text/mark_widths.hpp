// 标点宽度: what the style of a text and GB/T 15834—2011 take from the blanks of a mark for good.
#pragma once

#include <cstdint>
#include <vector>

#include "text/line.hpp"

namespace nianbao::text {

// In millipoints, of Cluster::blank_before and blank_after.
struct MarkTrim {
    std::int32_t before = 0, after = 0;
};

// One for each cluster.
std::vector<MarkTrim> mark_trims(const ShapedText& text, MarkWidths widths);

} // namespace nianbao::text

// Figures (图) and charts: blocks of a document that are seen, each with its words for those who cannot.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/length.hpp>
#include <nianbao/text.hpp>

namespace nianbao {

// A picture (图): the bytes of a PNG or JPEG file. Set in the middle of the measure, with its caption
// below: 图1 and the text. Decoded and checked when it is laid out.
struct Figure {
    std::shared_ptr<const std::string> image = {};
    std::string alternative = {};          // what it shows, for those who cannot see it (PDF/UA-1 7.3); needed
    Text caption = {};                     // 图题; empty = none, and no number
    std::optional<Length> width = {};      // none = 150 pixels to the inch, at most the measure
    Origin origin = {};
};

enum class ChartKind { bar, column, line, pie };  // 条形, 柱形, 折线, 饼图

struct ChartSeries {
    std::string name = {};
    std::vector<std::int64_t> values = {};  // one for each label
};

// A chart drawn as vectors from numbers. Its alternative text ends with all of them, so nothing is only seen.
struct Chart {
    ChartKind kind = ChartKind::column;
    std::vector<std::string> labels = {};
    std::vector<ChartSeries> series = {};  // at least one; a pie has exactly one, without negatives
    std::string unit = {};                 // 件
    std::string source = {};               // JSON Pointer of the field of a report whose numbers these are
    std::string alternative = {};          // its message in words, before the numbers
    Text caption = {};
    Origin origin = {};
};

}  // namespace nianbao

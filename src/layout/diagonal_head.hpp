// 斜线表头: a cell divided by one or two diagonals from its upper left corner.
#pragma once

#include <vector>

#include <nianbao/paged_document.hpp>

#include "text/line.hpp"

namespace nianbao::layout {

// A label in lines, at one side of the diagonals.
struct DiagonalLabel {
    std::uint32_t first_run = 0;  // of the cell's runs
    std::vector<text::Line> lines = {};
    Length width = {};            // of the widest line
};

// Two or three labels from the lower left to the upper right, and the least height of the cell in which
// none of them meets a diagonal.
struct DiagonalHead {
    std::vector<DiagonalLabel> labels = {};
    Length height = {};
};

// Breaks each label so that the cell is as low as it can be. `width`: of the whole cell. Height 0: no
// breaking of some label fits that width.
DiagonalHead diagonal_head(const std::vector<text::ShapedText>& labels, Length width, Length line_height, const LineStyle& style);

// The width from which such labels can be set, and the one in which each stands on one line.
struct DiagonalWidths {
    Length narrowest = {}, widest = {};
};
DiagonalWidths diagonal_widths(const std::vector<text::ShapedText>& labels, const LineStyle& style);

// The diagonals of a cell, as rules of that look.
std::vector<Rule> diagonals(const Rect& cell, std::size_t labels, const RuleLook& look);

// The upper left corner of each label's box.
std::vector<Point> label_corners(const DiagonalHead& head, const Rect& cell, Length line_height);

}  // namespace nianbao::layout

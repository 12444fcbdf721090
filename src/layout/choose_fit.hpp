// How a table fits a page: upright, across the page, or split by columns.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "layout/fit_table.hpp"

namespace nianbao::layout {

// A table, or a piece of one split by columns, in its size.
struct FittedPiece {
    std::unique_ptr<const Table> table = {};    // of a piece; none: the table itself
    std::vector<document::GridCell> cells = {};
    std::vector<NodeId> nodes = {};             // one per cell; a copy is an artifact
    TableTexts texts = {};
    FittedTable fitted = {};
};

struct ChosenFit {
    bool turned = false;
    std::vector<FittedPiece> pieces = {};  // at least one
};

// The whole of `whole` as it is, smaller, with other shares, across the page, in pieces: the first that
// fits (formats e.5; GB/T 9704—2012 clause 8). `fits_page` tells whether a table that should stay on one
// page does. Warns of small type, of a turn and of a split. Throws LayoutError (TABLE-TOO-WIDE,
// CELL-TOO-NARROW).
ChosenFit choose_fit(
    Measurement& desk, FittedPiece whole,
    const std::function<bool(const FittedPiece&, const FittedTable&)>& fits_page
);

}  // namespace nianbao::layout

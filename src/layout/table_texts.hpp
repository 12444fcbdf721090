// What the cells of a table say, before it is set.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <nianbao/document.hpp>

#include "document/table_cells.hpp"
#include "layout/cell_runs.hpp"

namespace nianbao::layout {

struct FittedPiece;

// A paragraph of a cell that holds several, as a stretch of its runs; or a table.
struct CellPart {
    std::size_t first_run = 0, last_run = 0;
    std::optional<Align> align = {};  // none = the cell's
    std::shared_ptr<FittedPiece> nested = {};
};

// The texts of the cells, as runs in the table's size, and the table they belong to.
struct TableTexts {
    const Table* table = nullptr;
    const TableStyle* style = nullptr;
    std::span<const document::GridCell> cells = {};
    CellRuns runs = {};
    std::map<std::size_t, std::vector<CellPart>> parts = {};  // of the cells that hold more than a text
};

}  // namespace nianbao::layout

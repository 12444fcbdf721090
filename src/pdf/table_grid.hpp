// The grid of a tagged table: do its cells, spans counted, fill every row alike?
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <nianbao/paged_document.hpp>

namespace nianbao::pdf {

struct TableGridFaults {
    std::size_t columns = 0;                                             // of the first row
    std::vector<std::pair<std::size_t, std::size_t>> uneven_rows = {};  // row from 1, its columns
    std::vector<std::size_t> overlapping_rows = {};
    bool span_past_end = false;  // a row span reaches below the last row
};

// ISO 14289-1, 7.2 and 7.5.
TableGridFaults check_grid(const std::vector<StructureNode>& nodes, NodeId table);

// Rows of a table in order, whether in sections or not.
std::vector<NodeId> rows_of(const std::vector<StructureNode>& nodes, NodeId table);

}  // namespace nianbao::pdf

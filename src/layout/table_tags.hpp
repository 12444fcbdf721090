// Structure of a table: Table > Caption, THead, TBody, TR, TH, TD, with the headers of each cell.
#pragma once

#include <span>
#include <vector>

#include "layout/measurement.hpp"

namespace nianbao::layout {

// Nodes of a table: its caption's, and one per cell in the order of `cells`.
struct TableTags {
    NodeId caption = artifact;  // when it has one
    std::vector<NodeId> cells = {};
};

TableTags add_table_tags(Measurement& desk, const Table& table, std::span<const document::GridCell> cells, NodeId parent = 0);

}  // namespace nianbao::layout

// The grid of a tagged table.
#include "pdf/table_grid.hpp"

#include <algorithm>

namespace nianbao::pdf {

namespace {

// Puts a row's cells into the columns that no cell from above covers. `covered` counts by column for
// how many more rows it is taken; false when two cells meet.
bool place_row(const std::vector<StructureNode>& nodes, NodeId row, std::vector<int>& covered) {
    bool apart = true;
    std::vector<int> next(covered.size(), 0);
    for (std::size_t c = 0; c < covered.size(); ++c) next[c] = std::max(0, covered[c] - 1);
    std::size_t column = 0;
    for (const NodeId id : nodes[row].children) {
        while (column < covered.size() && covered[column] > 0) ++column;
        const auto width = static_cast<std::size_t>(std::max(1, nodes[id].columns));
        if (next.size() < column + width) next.resize(column + width, 0);
        for (std::size_t c = column; c < column + width; ++c) {
            if (c < covered.size() && covered[c] > 0) apart = false;
            next[c] = std::max(1, nodes[id].rows) - 1;
        }
        column += width;
    }
    covered = std::move(next);
    return apart;
}

}  // namespace

std::vector<NodeId> rows_of(const std::vector<StructureNode>& nodes, NodeId table) {
    std::vector<NodeId> rows;
    for (const NodeId child : nodes[table].children) {
        if (nodes[child].kind == StructureKind::table_row) rows.push_back(child);
        for (const NodeId row : nodes[child].children)
            if (nodes[row].kind == StructureKind::table_row) rows.push_back(row);
    }
    return rows;
}

TableGridFaults check_grid(const std::vector<StructureNode>& nodes, NodeId table) {
    TableGridFaults faults;
    std::vector<int> covered;
    std::size_t number = 0;
    for (const NodeId row : rows_of(nodes, table)) {
        ++number;
        std::size_t width = static_cast<std::size_t>(
            std::count_if(covered.begin(), covered.end(), [](int rows) { return rows > 0; }));
        for (const NodeId id : nodes[row].children) width += static_cast<std::size_t>(std::max(1, nodes[id].columns));
        if (!place_row(nodes, row, covered)) faults.overlapping_rows.push_back(number);
        if (number == 1) faults.columns = width;
        else if (width != faults.columns) faults.uneven_rows.emplace_back(number, width);
    }
    faults.span_past_end = std::any_of(covered.begin(), covered.end(), [](int rows) { return rows > 0; });
    return faults;
}

}  // namespace nianbao::pdf

// Structure of a table for screen readers (ISO 32000-1 14.8.4.3.4; PDF/UA-1 7.5: headers or scope).
#include "layout/table_tags.hpp"

#include <algorithm>
#include <map>

namespace nianbao::layout {

namespace {

class Tagger {
public:
    Tagger(Measurement& desk, const Table& table, std::span<const document::GridCell> cells, NodeId parent)
        : desk_(desk), table_(table), cells_(cells), parent_(parent), columns_(table.columns.size()),
          owners_(columns_ * table.rows.size(), 0) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            for (std::size_t r = cells[i].row; r <= cells[i].last_row(); ++r)
                for (std::size_t c = cells[i].column; c <= cells[i].last_column(); ++c) owners_[r * columns_ + c] = i;
    }

    TableTags run() {
        make_room(desk_.out.structure, cells_.size() + table_.rows.size() + 5);
        const NodeId root = desk_.add_node(parent_, StructureKind::table);
        desk_.out.structure[root].summary = table_.summary;
        TableTags tags;
        if (!table_.caption.empty()) tags.caption = desk_.add_node(root, StructureKind::caption);
        add_rows(root, tags);
        add_headers(tags);
        return tags;
    }

private:
    void add_rows(NodeId root, TableTags& tags) {
        // A table of nothing but header and footer rows has a body: a head alone is not allowed.
        const auto count = table_.rows.size();
        const auto header = static_cast<std::size_t>(table_.header_rows), footer = static_cast<std::size_t>(table_.footer_rows);
        const bool has_body = header + footer < count;
        const std::size_t head = has_body ? header : 0, foot = has_body ? count - footer : count;
        NodeId group = 0;
        std::size_t next = 0;
        for (std::size_t r = 0; r < count; ++r) {
            if (r == 0 || r == head || r == foot)
                group = desk_.add_node(root, r < head   ? StructureKind::table_head
                                             : r < foot ? StructureKind::table_body
                                                        : StructureKind::table_foot);
            const NodeId row = desk_.add_node(group, StructureKind::table_row);
            desk_.out.structure[row].children.reserve(table_.rows[r].cells.size());
            for (; next < cells_.size() && cells_[next].row == r; ++next) tags.cells.push_back(add_cell(row, next));
        }
    }

    NodeId add_cell(NodeId row, std::size_t index) {
        const document::GridCell& cell = cells_[index];
        const HeaderScope scope = scope_of(index);
        const NodeId id =
            desk_.add_node(row, scope == HeaderScope::none ? StructureKind::data_cell : StructureKind::header_cell);
        StructureNode& node = desk_.out.structure[id];
        node.scope = scope;
        node.rows = static_cast<int>(cell.rows);
        node.columns = static_cast<int>(cell.columns);
        return id;
    }

    HeaderScope scope_of(std::size_t index) const {
        const document::GridCell& cell = cells_[index];
        return cell.row < static_cast<std::uint32_t>(table_.header_rows) ? HeaderScope::column : cell.header;
    }

    // Column headers above one column: those of the header rows, and the nearest group in the body (the
    // bars of 表二), which speaks for the rows down to the next group.
    struct Above {
        std::vector<std::size_t> head = {}, group = {};
        bool in_group = false;
    };

    void add_headers(TableTags& tags) {
        std::vector<Above> above(columns_);
        std::size_t next = 0;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            for (; next < cells_.size() && cells_[next].row == r; ++next) {
                if (scope_of(next) == HeaderScope::column) continue;
                if (scope_of(next) == HeaderScope::row) find_ancestors(next);
                std::vector<NodeId>& headers = desk_.out.structure[tags.cells[next]].headers;
                for (const std::size_t header : headers_of(cells_[next], above)) headers.push_back(tags.cells[header]);
            }
            for (std::size_t c = 0; c < columns_; ++c) step_down(above[c], owners_[r * columns_ + c], r);
        }
    }

    void step_down(Above& above, std::size_t cell, std::size_t row) const {
        const bool is_header = scope_of(cell) == HeaderScope::column;
        const bool in_head = row < static_cast<std::size_t>(table_.header_rows);
        if (is_header && !in_head && !above.in_group) above.group.clear();
        if (is_header) (in_head ? above.head : above.group).push_back(cell);
        above.in_group = is_header && !in_head;
    }

    // In reading order: headers above, then row headers to the left.
    std::vector<std::size_t> headers_of(const document::GridCell& cell, const std::vector<Above>& above) const {
        std::vector<std::size_t> headers;
        for (std::size_t c = cell.column; c <= cell.last_column(); ++c) {
            headers.insert(headers.end(), above[c].head.begin(), above[c].head.end());
            headers.insert(headers.end(), above[c].group.begin(), above[c].group.end());
        }
        const std::size_t columns = headers.size();
        for (std::size_t r = cell.row; r <= cell.last_row(); ++r)
            for (std::size_t c = 0; c < cell.column; ++c)
                if (scope_of(owners_[r * columns_ + c]) == HeaderScope::row) add_with_ancestors(owners_[r * columns_ + c], headers);
        if (const auto found = ancestors_.find(owners_[cell.row * columns_ + cell.column]); found != ancestors_.end())
            headers.insert(headers.end(), found->second.begin(), found->second.end());
        const auto left = headers.begin() + static_cast<std::ptrdiff_t>(columns);
        const auto order = [&](auto from, auto to) {
            std::sort(from, to);
            return std::unique(from, to);
        };
        headers.erase(order(left, headers.end()), headers.end());
        headers.erase(order(headers.begin(), headers.begin() + static_cast<std::ptrdiff_t>(columns)),
                      headers.begin() + static_cast<std::ptrdiff_t>(columns));
        return headers;
    }

    // The labels of lower levels above a row label in its column: （一） under 一、 (Cell::level).
    void find_ancestors(std::size_t index) {
        const document::GridCell& cell = cells_[index];
        std::vector<std::size_t>& open = open_labels_[cell.column];
        while (!open.empty() && cells_[open.back()].level >= cell.level) open.pop_back();
        if (!open.empty()) ancestors_[index] = open;
        open.push_back(index);
    }

    void add_with_ancestors(std::size_t index, std::vector<std::size_t>& headers) const {
        if (const auto found = ancestors_.find(index); found != ancestors_.end())
            headers.insert(headers.end(), found->second.begin(), found->second.end());
        headers.push_back(index);
    }

    Measurement& desk_;
    const Table& table_;
    std::span<const document::GridCell> cells_;
    NodeId parent_;
    std::map<std::size_t, std::vector<std::size_t>> open_labels_ = {};  // by column, one for each level
    std::map<std::size_t, std::vector<std::size_t>> ancestors_ = {};    // of row labels below others
    std::size_t columns_;
    std::vector<std::size_t> owners_;
};

}  // namespace

TableTags add_table_tags(Measurement& desk, const Table& table, std::span<const document::GridCell> cells, NodeId parent) {
    return Tagger(desk, table, cells, parent).run();
}

}  // namespace nianbao::layout

// Cells found again from the rules around them.
#include "table_checks.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "page_checks.hpp"

namespace nianbao::checks {

namespace {

// The space between the nearest rules on four sides of a point.
using Space = std::tuple<std::int32_t, std::int32_t, std::int32_t, std::int32_t>;

constexpr std::int32_t none = -1;

Space space_around(Point at, const std::vector<Rule>& rules) {
    std::int32_t left = none, right = none, top = none, bottom = none;
    for (const Rule& rule : rules) {
        if (rule.from.y == rule.to.y && rule.from.x <= at.x && at.x <= rule.to.x) {
            const std::int32_t y = rule.from.y.count();
            if (y <= at.y.count()) top = std::max(top, y);
            else bottom = bottom == none ? y : std::min(bottom, y);
        }
        if (rule.from.x == rule.to.x && rule.from.y <= at.y && at.y <= rule.to.y) {
            const std::int32_t x = rule.from.x.count();
            if (x <= at.x.count()) left = std::max(left, x);
            else right = right == none ? x : std::min(right, x);
        }
    }
    return {left, right, top, bottom};
}

bool holds(const Space& space, const Rect& box) {
    const auto [left, right, top, bottom] = space;
    constexpr std::int32_t slack = 200;  // Han reach out of their em box
    return left != none && right != none && top != none && bottom != none && box.left().count() + slack >= left
        && box.right().count() <= right + slack && box.top().count() + slack >= top && box.bottom().count() <= bottom + slack;
}

// All that a cell says, as it is read: its text or labels, and what stands below.
std::string words_of(const Cell& cell) {
    std::string out = cell.text.plain();
    for (const Text& label : cell.diagonal) out += label.plain();
    for (const CellBlock& block : cell.blocks) {
        if (const auto* text = std::get_if<Text>(&block.what)) out += text->plain();
        else
            for (const Row& row : std::get<Table>(block.what).rows)
                for (const Cell& inner : row.cells) out += words_of(inner);
    }
    return out;
}

class Checking {
public:
    Checking(const Table& table, const PagedDocument& pages) : pages_(pages), cell_of_(pages.structure.size(), artifact) {
        if (!pages.structure.empty()) find_cells(0, artifact);
        const auto footer = static_cast<std::size_t>(std::ssize(table.rows) - table.footer_rows);
        split_ = std::any_of(pages.warnings.begin(), pages.warnings.end(), [](const Warning& w) { return w.id == "TABLE-SPLIT"; });
        for (std::size_t r = 0; r < table.rows.size(); ++r)
            for (const Cell& cell : table.rows[r].cells) {
                texts_.push_back(words_of(cell));
                const bool again = r < static_cast<std::size_t>(table.header_rows) || r >= footer || cell.repeat_label;
                if (again || split_) repeatable_.insert(texts_.back());
                if ((again || split_) && (!cell.diagonal.empty() || !cell.blocks.empty())) in_parts_.insert(texts_.back());
            }
    }

    std::string run() {
        if (nodes_.size() != texts_.size()) return "not one node for each cell";
        if (std::string fault = said_fault(); !fault.empty()) return fault;
        for (std::size_t p = 0; p < pages_.pages.size(); ++p)
            if (std::string fault = page_fault(pages_.pages[p]); !fault.empty()) return fmt::format("page {}: {}", p + 1, fault);
        return "";
    }

private:
    // What stands in a cell of a table within a cell belongs to that.
    void find_cells(NodeId node, NodeId cell) {
        const StructureNode& it = pages_.structure[node];
        if (cell == artifact && (it.kind == StructureKind::header_cell || it.kind == StructureKind::data_cell)) {
            cell = node;
            nodes_.push_back(node);
        }
        cell_of_[node] = cell;
        for (const NodeId child : it.children) find_cells(child, cell);
    }
    NodeId owner_of(const GlyphRun& run) const { return run.node == artifact ? artifact : cell_of_[run.node]; }

    std::string said_fault() const {
        std::map<NodeId, std::string> said;
        for (const Page& page : pages_.pages)
            for (const GlyphRun& run : runs_of(page))
                if (owner_of(run) != artifact) said[owner_of(run)] += run.text;
        std::size_t i = 0;
        for (const NodeId node : nodes_) {
            const auto found = said.find(node);
            const std::string text = found == said.end() ? "" : found->second;
            if (text != texts_[i]) return fmt::format("cell {} says “{}” for “{}”", i + 1, text, texts_[i]);
            ++i;
        }
        return "";
    }

    std::string page_fault(const Page& page) const {
        const auto rules = straight_rules_of(page);
        std::map<Space, NodeId> owners;
        std::map<Space, std::string> again;
        for (const GlyphRun& run : runs_of(page)) {
            const auto ink = ink_of(run, pages_);
            if (!ink) continue;
            const Rect& box = *ink;
            const Point middle{box.left() + box.size.width / 2, box.top() + box.size.height / 2};
            const Space space = space_around(middle, rules);
            const bool inside = holds(space, box);
            const bool is_cell = owner_of(run) != artifact;
            if (is_cell && !inside) return "text outside its cell: " + run.text;
            if (!is_cell && run.node != artifact && inside) return "text of no cell within the table: " + run.text;
            if (!inside) continue;
            const auto [owner, is_new] = owners.emplace(space, owner_of(run));
            if (!is_new && owner->second != owner_of(run)) return "two texts in a cell: " + run.text;
            if (!is_cell) again[space] += run.text;
        }
        for (const auto& [space, text] : again)
            if (!may_stand_again(text)) return "stands again: " + text;
        return "";
    }

    // Whole; a cell that reaches over a cut between columns may be cut by page ends as well.
    bool may_stand_again(const std::string& text) const {
        if (repeatable_.count(text) == 1) return true;
        const auto within = [&](const std::string& whole) { return whole.find(text) != std::string::npos; };
        if (std::any_of(in_parts_.begin(), in_parts_.end(), within)) return true;
        return split_ && std::any_of(repeatable_.begin(), repeatable_.end(), within);
    }

    const PagedDocument& pages_;
    bool split_ = false;
    std::vector<NodeId> nodes_ = {};    // of the table's own cells
    std::vector<NodeId> cell_of_ = {};  // the cell of the table in which each node stands
    std::vector<std::string> texts_ = {};
    std::set<std::string> repeatable_ = {};
    std::set<std::string> in_parts_ = {};  // of cells with labels or blocks: parts stand in spaces of their own
};

}  // namespace

std::string first_table_fault(const Table& table, const PagedDocument& pages) {
    return Checking(table, pages).run();
}

}  // namespace nianbao::checks

// Checks of the structure tree: ISO 32000-1, 14.8.4 and ISO 14289-1, clause 7.
#include "pdf/conformance.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "pdf/content_stream.hpp"
#include "pdf/table_grid.hpp"

namespace nianbao::pdf {

namespace {

using Kind = StructureKind;

bool table_section(Kind kind) {
    return kind == Kind::table_head || kind == Kind::table_body || kind == Kind::table_foot;
}

bool cell(Kind kind) { return kind == Kind::header_cell || kind == Kind::data_cell; }

// Kinds that hold other nodes and never content of their own.
bool holds_nodes_only(Kind kind) {
    return kind == Kind::document || kind == Kind::section || kind == Kind::table || table_section(kind) ||
           kind == Kind::table_row || kind == Kind::list || kind == Kind::list_item || kind == Kind::ruby ||
           kind == Kind::contents || kind == Kind::contents_item;
}

// ISO 32000-1, tables 336 and 337.
bool may_stand_in(Kind child, Kind parent) {
    if (child == Kind::document) return false;
    if (table_section(child)) return parent == Kind::table;
    if (child == Kind::table_row) return parent == Kind::table || table_section(parent);
    if (cell(child)) return parent == Kind::table_row;
    if (child == Kind::caption) return parent == Kind::table || parent == Kind::figure || parent == Kind::list;
    if (child == Kind::list_item) return parent == Kind::list;
    if (child == Kind::contents_item) return parent == Kind::contents;
    if (child == Kind::reference && parent == Kind::contents_item) return true;
    if (child == Kind::list_label || child == Kind::list_body) return parent == Kind::list_item;
    // ISO 32000-1, table 338.
    if (child == Kind::ruby_base || child == Kind::ruby_text) return parent == Kind::ruby;
    if (child == Kind::list && parent == Kind::list) return true;
    return !holds_nodes_only(parent) || parent == Kind::document || parent == Kind::section;
}

int heading_level(Kind kind) {
    return kind < Kind::heading_1 || kind > Kind::heading_4 ? 0 : static_cast<int>(kind) - static_cast<int>(Kind::heading_1) + 1;
}

const char* tag(Kind kind) { return structure_type(kind) + 1; }

class StructureCheck {
public:
    StructureCheck(const PagedDocument& document, Violations& violations)
        : document_(document), nodes_(document.structure), violations_(violations) {}

    void run() {
        if (!is_tree()) {
            violations_.add("PDF-TREE", "");
            return;
        }
        find_sources();
        for (const NodeId node : order_) {
            check_node(node);
            check_heading(node);
            if (nodes_[node].kind == Kind::table) check_table(node);
        }
    }

private:
    bool is_tree();
    void find_sources();
    void check_node(NodeId node);
    void check_heading(NodeId node);
    void check_table(NodeId table);
    void check_scopes(NodeId table);
    const std::string& place(NodeId node) const { return sources_[node] == nullptr ? nowhere_ : *sources_[node]; }

    const PagedDocument& document_;
    const std::vector<StructureNode>& nodes_;
    Violations& violations_;
    std::vector<NodeId> order_ = {};  // as read
    std::vector<NodeId> parents_ = {};
    std::vector<const std::string*> sources_ = {};  // first origin of the node's content
    std::string nowhere_ = {};                      // of a node without
    std::vector<bool> has_content_ = {};            // of its own
    int last_heading_ = 0;
};

// Every node is reached from node 0 exactly once.
bool StructureCheck::is_tree() {
    if (nodes_.empty() || nodes_[0].kind != Kind::document) return false;
    parents_.assign(nodes_.size(), artifact);
    order_.reserve(nodes_.size());
    std::vector<NodeId> open{0};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        order_.push_back(node);
        const std::vector<NodeId>& children = nodes_[node].children;
        for (auto child = children.rbegin(); child != children.rend(); ++child) {
            if (*child == 0 || *child >= nodes_.size() || parents_[*child] != artifact) return false;
            parents_[*child] = node;
            open.push_back(*child);
        }
    }
    return order_.size() == nodes_.size();
}

void StructureCheck::find_sources() {
    sources_.assign(nodes_.size(), nullptr);
    has_content_.assign(nodes_.size(), false);
    for (const Page& page : document_.pages)
        for (const PageItem& item : page.items) {
            const NodeId owner = std::visit([](const auto& it) { return it.node; }, item);
            if (owner >= nodes_.size()) continue;  // an artifact, or reported by check_pages
            has_content_[owner] = true;
            const auto* run = std::get_if<GlyphRun>(&item);
            if (!run || run->source.pointer.empty()) continue;
            for (NodeId node = owner; node != artifact && sources_[node] == nullptr; node = parents_[node])
                sources_[node] = &run->source.pointer;
        }
}

void StructureCheck::check_node(NodeId node) {
    const StructureNode& it = nodes_[node];
    const NodeId parent = parents_[node];
    if (parent != artifact && !may_stand_in(it.kind, nodes_[parent].kind))
        violations_.add("PDF-NESTING", place(node), {{"child", tag(it.kind)}, {"parent", tag(nodes_[parent].kind)}});
    if (holds_nodes_only(it.kind) && has_content_[node])
        violations_.add("PDF-LOOSE-CONTENT", place(node), {{"kind", tag(it.kind)}});
    if (it.kind == Kind::figure && it.alternative.empty()) violations_.add("PDF-FIGURE", place(node));
    if (it.kind == Kind::caption) {
        const std::vector<NodeId>& siblings = nodes_[parent].children;
        if (siblings.front() != node && siblings.back() != node) violations_.add("PDF-CAPTION", place(node));
    }
    if (utf8::first_invalid(it.alternative) || utf8::first_invalid(it.summary)) violations_.add("PDF-UTF8", place(node));
}

// ISO 14289-1, 7.4.2: from H1, and never down by more than one level.
void StructureCheck::check_heading(NodeId node) {
    const int level = heading_level(nodes_[node].kind);
    if (level == 0) return;
    if (level > last_heading_ + 1)
        violations_.add("PDF-HEADING", place(node), {{"level", level}, {"previous", last_heading_}});
    last_heading_ = level;
}

void StructureCheck::check_table(NodeId table) {
    const TableGridFaults faults = check_grid(nodes_, table);
    for (const auto& [row, width] : faults.uneven_rows)
        violations_.add("PDF-TABLE-ROW", place(table), {{"row", row}, {"width", width}, {"columns", faults.columns}});
    for (const std::size_t row : faults.overlapping_rows) violations_.add("PDF-TABLE-OVERLAP", place(table), {{"row", row}});
    if (faults.span_past_end) violations_.add("PDF-TABLE-SPAN", place(table));
    check_scopes(table);
}

// ISO 14289-1, 7.5: headers are found by Scope, or every cell names its own.
void StructureCheck::check_scopes(NodeId table) {
    bool headers_named = true;
    std::vector<NodeId> unscoped;
    for (const NodeId row : rows_of(nodes_, table))
        for (const NodeId id : nodes_[row].children) {
            const StructureNode& it = nodes_[id];
            if (it.kind == Kind::header_cell && it.scope == HeaderScope::none) unscoped.push_back(id);
            if (it.kind == Kind::data_cell && it.headers.empty()) headers_named = false;
            for (const NodeId header : it.headers)
                if (header >= nodes_.size() || nodes_[header].kind != Kind::header_cell)
                    violations_.add("PDF-TABLE-HEADERS", place(id));
        }
    if (headers_named) return;
    for (const NodeId id : unscoped) violations_.add("PDF-TABLE-SCOPE", place(id));
}

}  // namespace

void check_structure(const PagedDocument& document, Violations& violations) {
    StructureCheck(document, violations).run();
}

}  // namespace nianbao::pdf

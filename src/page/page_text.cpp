// page_texts(): glyph runs back to paragraphs and rows, by the structure they belong to.
#include <nianbao/page_text.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace nianbao {

namespace {

// A piece that stands inside a line of its parent: it begins no line of its own.
bool is_inline(StructureKind kind) {
    using enum StructureKind;
    constexpr std::array inside = {span, link, reference, ruby, ruby_base, ruby_text, list_label, list_body};
    return std::find(inside.begin(), inside.end(), kind) != inside.end();
}

bool is_cell(StructureKind kind) {
    return kind == StructureKind::header_cell || kind == StructureKind::data_cell;
}

// Where each node hangs in the tree.
class Tree {
public:
    explicit Tree(const std::vector<StructureNode>& nodes) : nodes_(nodes), parents_(nodes.size(), artifact) {
        for (NodeId id = 0; id < nodes.size(); ++id) {
            for (const NodeId child : nodes[id].children)
                if (child < nodes.size()) parents_[child] = id;
        }
    }

    // The cell a node stands in; else the nearest node that begins a line.
    NodeId block_of(NodeId node) const {
        for (NodeId id = node; id < nodes_.size(); id = parents_[id])
            if (is_cell(nodes_[id].kind)) return id;
        while ((is_inline(nodes_[node].kind) || begins_item(node)) && parents_[node] < nodes_.size()) node = parents_[node];
        return node;
    }

    bool is_ruby(NodeId node) const { return nodes_[node].kind == StructureKind::ruby_text; }

    // The row of a cell, and its place in it; of anything else: no row.
    NodeId row_of(NodeId node) const { return is_cell(nodes_[node].kind) ? parents_[node] : artifact; }
    std::size_t place_in_row(NodeId cell) const {
        const auto& cells = nodes_[parents_[cell]].children;
        return static_cast<std::size_t>(std::find(cells.begin(), cells.end(), cell) - cells.begin());
    }
    std::size_t cells_in_row(NodeId row) const { return nodes_[row].children.size(); }

private:
    // The first paragraph of a list item stands on the line of its label.
    bool begins_item(NodeId node) const {
        const NodeId parent = parents_[node];
        return parent < nodes_.size() && nodes_[parent].kind == StructureKind::list_body && nodes_[parent].children.front() == node;
    }

    const std::vector<StructureNode>& nodes_;
    std::vector<NodeId> parents_;
};

class PageText {
public:
    explicit PageText(const Tree& tree) : tree_(tree) {}

    void add(const GlyphRun& run) {
        const NodeId block = tree_.block_of(run.node);
        if (block != block_) begin(block);
        else if (is_apart(run)) text_ += ' ';
        if (tree_.is_ruby(run.node)) return add_ruby(run);
        text_ += run.text;
        last_ = run.source;
        last_size_ = run.text.size();
        ruby_ = artifact;
    }

    std::string finish() {
        end_row();
        if (!text_.empty()) text_ += '\n';
        return std::move(text_);
    }

private:
    // The signs of one annotation stand in one pair of brackets.
    void add_ruby(const GlyphRun& run) {
        constexpr std::string_view open = "（", close = "）";
        if (run.node == ruby_) text_.resize(text_.size() - close.size());
        else text_ += open;
        text_ += run.text;
        text_ += close;
        ruby_ = run.node;
    }

    void begin(NodeId block) {
        const NodeId row = tree_.row_of(block);
        if (row == artifact || row != row_) {
            end_row();
            if (!text_.empty()) text_ += '\n';
            cell_ = 0;
        }
        if (row != artifact) reach(tree_.place_in_row(block));
        block_ = block;
        row_ = row;
        last_ = {};
        last_size_ = 0;
        ruby_ = artifact;
    }

    // A tab for each cell that is passed.
    void reach(std::size_t cell) {
        if (cell > cell_) text_.append(cell - cell_, '\t');
        cell_ = std::max(cell, cell_);
    }
    void end_row() {
        if (row_ != artifact) reach(tree_.cells_in_row(row_) - 1);
        row_ = artifact;
    }

    // Between this run and the one before, something of the source was not set: a space, a forced line end.
    bool is_apart(const GlyphRun& run) const {
        return last_.pointer == run.source.pointer && !run.source.pointer.empty() && !text_.ends_with(' ') &&
               !tree_.is_ruby(run.node) && run.source.offset > last_.offset + last_size_;
    }

    const Tree& tree_;
    std::string text_ = {};
    NodeId block_ = artifact, row_ = artifact, ruby_ = artifact;
    std::size_t cell_ = 0;
    Origin last_ = {};
    std::size_t last_size_ = 0;
};

}  // namespace

std::vector<std::string> page_texts(const PagedDocument& document) {
    const Tree tree(document.structure);
    std::vector<std::string> out;
    for (const Page& page : document.pages) {
        PageText text(tree);
        for (const PageItem& item : page.items) {
            const auto* run = std::get_if<GlyphRun>(&item);
            if (run != nullptr && run->node < document.structure.size()) text.add(*run);
        }
        out.push_back(text.finish());
    }
    return out;
}

}  // namespace nianbao

// Structure nodes and marked content → the structure tree (ISO 32000-1, 14.7 and 14.8).
#include "pdf/structure_tree.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

constexpr std::size_t entries_per_leaf = 64;
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

// Of one width, so that their order in the name tree is that of the nodes.
void append_identifier(std::string& out, NodeId node) {
    std::string identifier = "(n0000000000)";
    for (std::size_t digit = identifier.size() - 2; node != 0; node /= 10)
        identifier[digit--] = static_cast<char>('0' + node % 10);
    out += identifier;
}

class TreeWriter {
public:
    TreeWriter(const StructureInput& input, HaruDocument& file)
        : in_(input), file_(file), nodes_(input.document.structure), root_(file.reserve()) {}

    ObjectNumber write() {
        objects_.reserve(nodes_.size());
        for (std::size_t i = 0; i < nodes_.size(); ++i) objects_.push_back(file_.reserve());
        gather();
        for (NodeId node = 0; node < nodes_.size(); ++node) write_element(node);
        std::string entries = "/Type/StructTreeRoot/K " + reference(objects_[0]) + "/ParentTree " + parent_tree() +
                              "/ParentTreeNextKey " + std::to_string(in_.pages.size() + in_.annotations.size()) +
                              "/RoleMap<</Title/P>>";
        if (const std::string ids = id_tree(); !ids.empty()) entries += "/IDTree " + ids;
        file_.set(root_, entries);
        return root_;
    }

private:
    void gather();
    void write_element(NodeId node);
    void append_kids(std::string& out, NodeId node, std::optional<std::uint32_t> page) const;
    void append_kid(std::string& out, std::size_t place, std::optional<std::uint32_t> page) const;
    void append_attributes(std::string& out, NodeId node) const;
    static void append_table_attributes(std::string& out, const StructureNode& node);
    std::string figure_box(NodeId node) const;
    static bool has_identifier(StructureKind kind) {
        return kind == StructureKind::header_cell || kind == StructureKind::note;
    }
    std::string parent_tree();
    std::string id_tree();

    const StructureInput& in_;
    HaruDocument& file_;
    const std::vector<StructureNode>& nodes_;
    ObjectNumber root_;
    std::vector<ObjectNumber> objects_ = {};
    std::vector<NodeId> parents_ = {};
    std::vector<std::size_t> own_ = {};               // indexes of places, node after node
    std::vector<std::size_t> own_begin_ = {};         // of each node in own_, and one past the last
    std::vector<std::size_t> first_ = {};             // first place of the node and everything below
    std::vector<NodeId> named_ = {};                  // elements with an identifier, in order
    std::string entries_ = {};                        // of the element that is written
    std::map<std::size_t, std::size_t> annotations_ = {};  // place → index of its annotation
};

void TreeWriter::gather() {
    parents_.assign(nodes_.size(), artifact);
    first_.assign(nodes_.size(), nowhere);
    own_begin_.assign(nodes_.size() + 1, 0);
    own_.resize(in_.places.size());
    for (NodeId node = 0; node < nodes_.size(); ++node)
        for (const NodeId child : nodes_[node].children) parents_[child] = node;
    for (const ContentPlace& place : in_.places) ++own_begin_[place.node + 1];
    for (std::size_t node = 0; node < nodes_.size(); ++node) own_begin_[node + 1] += own_begin_[node];
    std::vector<std::size_t> next(own_begin_.begin(), own_begin_.end() - 1);
    for (std::size_t i = 0; i < in_.places.size(); ++i) {
        if (in_.places[i].mark < 0) annotations_.emplace(i, annotations_.size());
        NodeId node = in_.places[i].node;
        own_[next[node]++] = i;
        // Places come in rising order: the first that reaches a node is its least.
        for (; node != artifact && first_[node] == nowhere; node = parents_[node]) first_[node] = i;
    }
}

void TreeWriter::append_kid(std::string& out, std::size_t index, std::optional<std::uint32_t> page) const {
    const ContentPlace& place = in_.places[index];
    const bool elsewhere = page != place.page;
    if (place.mark >= 0 && !elsewhere) return append_number(out, place.mark, 0);
    out += place.mark < 0 ? "<</Type/OBJR" : "<</Type/MCR";
    if (elsewhere) append_reference(out += "/Pg ", in_.pages[place.page]);
    if (place.mark < 0) append_reference(out += "/Obj ", in_.annotations[annotations_.at(index)]);
    else append_number(out += "/MCID ", place.mark, 0);
    out += ">>";
}

// Own content and children in the order in which they are read: content that comes before a child's
// first content stands before the child.
void TreeWriter::append_kids(std::string& out, NodeId node, std::optional<std::uint32_t> page) const {
    const std::size_t begin = out.size();
    std::size_t count = 0, next = own_begin_[node];
    const std::size_t end = own_begin_[node + 1];
    const auto part = [&] { out += count++ == 0 ? "/K[" : " "; };
    const auto add_own = [&] {
        part();
        append_kid(out, own_[next++], page);
    };
    for (const NodeId child : nodes_[node].children) {
        while (next < end && first_[child] != nowhere && own_[next] < first_[child]) add_own();
        part();
        append_reference(out, objects_[child]);
    }
    while (next < end) add_own();
    if (count == 0) return;
    if (count == 1 && out.back() != '>') out[begin + 2] = ' ';
    else out += ']';
}

void TreeWriter::write_element(NodeId node) {
    const StructureNode& it = nodes_[node];
    std::string& entries = entries_;
    entries = "/S";
    entries += structure_type(it.kind);
    append_reference(entries += "/P ", parents_[node] == artifact ? root_ : objects_[parents_[node]]);
    std::optional<std::uint32_t> page;
    if (own_begin_[node] < own_begin_[node + 1]) {
        page = in_.places[own_[own_begin_[node]]].page;
        append_reference(entries += "/Pg ", in_.pages[*page]);
    }
    append_kids(entries, node, page);
    if (has_identifier(it.kind)) {
        named_.push_back(node);
        append_identifier(entries += "/ID", node);
    }
    if (!it.alternative.empty()) entries += "/Alt" + text_string(it.alternative);
    append_attributes(entries, node);
    file_.set(objects_[node], entries);
}

void TreeWriter::append_attributes(std::string& out, NodeId node) const {
    const StructureNode& it = nodes_[node];
    const std::size_t begin = out.size();
    out += "/A<</O/Table";
    const std::size_t empty = out.size();
    append_table_attributes(out, it);
    if (out.size() > empty) {
        out += ">>";
        return;
    }
    out.resize(begin);
    if (it.kind == StructureKind::figure) out += figure_box(node);
}

void TreeWriter::append_table_attributes(std::string& out, const StructureNode& node) {
    if (node.kind == StructureKind::table && !node.summary.empty()) out += "/Summary" + text_string(node.summary);
    if (node.kind != StructureKind::header_cell && node.kind != StructureKind::data_cell) return;
    if (node.kind == StructureKind::header_cell && node.scope != HeaderScope::none)
        out += node.scope == HeaderScope::column ? "/Scope/Column" : "/Scope/Row";
    if (node.rows > 1) append_number(out += "/RowSpan ", node.rows, 0);
    if (node.columns > 1) append_number(out += "/ColSpan ", node.columns, 0);
    if (!node.headers.empty()) {
        out += "/Headers[";
        for (const NodeId header : node.headers) append_identifier(out, header);
        out += ']';
    }
}

// The box of an illustration that stands on one page (ISO 32000-1, 14.8.5.4.3).
std::string TreeWriter::figure_box(NodeId node) const {
    bool found = false, several = false;
    std::uint32_t page = 0;
    std::int64_t left = 0, top = 0, right = 0, bottom = 0;
    const auto include = [&](std::uint32_t on, Point a, Point b) {
        several = several || (found && on != page);
        page = on;
        left = found ? std::min<std::int64_t>(left, a.x.count()) : a.x.count();
        top = found ? std::min<std::int64_t>(top, a.y.count()) : a.y.count();
        right = found ? std::max<std::int64_t>(right, b.x.count()) : b.x.count();
        bottom = found ? std::max<std::int64_t>(bottom, b.y.count()) : b.y.count();
        found = true;
    };
    for (std::size_t i = own_begin_[node]; i < own_begin_[node + 1]; ++i) {
        const std::uint32_t on = in_.places[own_[i]].page;
        for (const PageItem& item : in_.document.pages[on].items) {
            if (const auto* picture = std::get_if<Picture>(&item); picture && picture->node == node)
                include(on, picture->area.origin, {picture->area.right(), picture->area.bottom()});
            if (const auto* fill = std::get_if<Fill>(&item); fill && fill->node == node)
                include(on, fill->area.origin, {fill->area.right(), fill->area.bottom()});
            if (const auto* path = std::get_if<Path>(&item); path && path->node == node)
                for (const auto& outline : path->outlines)
                    for (const Point point : outline) include(on, point, point);
        }
    }
    if (!found || several) return {};
    const std::int64_t height = in_.document.pages[page].size.height.count();
    std::string out = "/A<</O/Layout/Placement/Block/BBox[";
    for (const std::int64_t edge : {left, height - bottom, right, height - top}) {
        append_length(out, edge);
        out += ' ';
    }
    out.back() = ']';
    return out + ">>";
}

// A number tree in leaves, so that no array grows with the document.
std::string TreeWriter::parent_tree() {
    std::vector<std::string> values(in_.pages.size(), "[");
    for (const ContentPlace& place : in_.places)
        if (place.mark >= 0) append_reference(values[place.page] += values[place.page] == "[" ? "" : " ", objects_[place.node]);
    for (std::string& value : values) value += ']';
    for (const auto& [place, annotation] : annotations_) values.push_back(reference(objects_[in_.places[place].node]));
    std::string leaves;
    for (std::size_t begin = 0; begin < values.size(); begin += entries_per_leaf) {
        const std::size_t end = std::min(begin + entries_per_leaf, values.size());
        std::string leaf = "/Limits[" + std::to_string(begin) + " " + std::to_string(end - 1) + "]/Nums[";
        for (std::size_t key = begin; key < end; ++key) leaf += std::to_string(key) + " " + values[key] + "\n";
        append_reference(leaves += ' ', file_.add(leaf + "]"));
    }
    return reference(file_.add("/Kids[" + leaves.substr(1) + "]"));
}

std::string TreeWriter::id_tree() {
    if (named_.empty()) return {};
    std::string leaves;
    for (std::size_t begin = 0; begin < named_.size(); begin += entries_per_leaf) {
        const std::size_t end = std::min(begin + entries_per_leaf, named_.size());
        std::string leaf = "/Limits[";
        append_identifier(leaf, named_[begin]);
        append_identifier(leaf, named_[end - 1]);
        leaf += "]/Names[";
        for (std::size_t i = begin; i < end; ++i) {
            append_identifier(leaf, named_[i]);
            append_reference(leaf, objects_[named_[i]]);
            leaf += '\n';
        }
        append_reference(leaves += ' ', file_.add(leaf + "]"));
    }
    return reference(file_.add("/Kids[" + leaves.substr(1) + "]"));
}

}  // namespace

ObjectNumber write_structure_tree(const StructureInput& input, HaruDocument& file) {
    return TreeWriter(input, file).write();
}

}  // namespace nianbao::pdf

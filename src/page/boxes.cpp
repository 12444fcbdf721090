// boxes(): the rectangle of every item on every page.
#include <nianbao/box.hpp>

#include <algorithm>

namespace nianbao {

namespace {

// A rectangle that grows around points.
class Bounds {
public:
    void add(Point point) {
        if (empty_) low_ = high_ = point;
        empty_ = false;
        low_ = {std::min(low_.x, point.x), std::min(low_.y, point.y)};
        high_ = {std::max(high_.x, point.x), std::max(high_.y, point.y)};
    }
    void grow(Length by) {
        low_ = {low_.x - by, low_.y - by};
        high_ = {high_.x + by, high_.y + by};
    }
    Rect rect() const { return {low_, {high_.x - low_.x, high_.y - low_.y}}; }

private:
    Point low_ = {}, high_ = {};
    bool empty_ = true;
};

Point turned(Point point, int quarter_turns) {
    switch (quarter_turns) {
    case 1: return {-point.y, point.x};
    case 2: return {-point.x, -point.y};
    case 3: return {point.y, -point.x};
    default: return point;
    }
}

Rect around(const GlyphRun& run) {
    Bounds bounds;
    const Length above = run.size.scaled(880, 1000), below = run.size - above;
    const auto add = [&](Length x, Length y) {
        const Point place = turned({x, y}, run.quarter_turns);
        bounds.add({run.origin.x + place.x, run.origin.y + place.y});
    };
    for (const PlacedGlyph& glyph : run.glyphs) {
        add(glyph.x, glyph.y - above);
        add(glyph.x + glyph.advance, glyph.y + below);
    }
    if (run.glyphs.empty()) bounds.add(run.origin);
    return bounds.rect();
}

Rect around(const std::vector<Point>& points, Length width) {
    Bounds bounds;
    for (const Point& point : points) bounds.add(point);
    bounds.grow(width / 2);
    return bounds.rect();
}

// A rule has butt ends: it is as long as it says and as wide as it says.
Rect around(const Rule& rule) {
    Rect area = around({rule.from, rule.to}, {});
    Length& across = rule.from.y == rule.to.y ? area.origin.y : area.origin.x;
    Length& wide = rule.from.y == rule.to.y ? area.size.height : area.size.width;
    if (wide == Length{}) {
        across -= rule.width / 2;
        wide = rule.width;
    }
    return area;
}

class BoxOf {
public:
    Box operator()(const GlyphRun& run) const {
        return {.kind = BoxKind::text, .area = around(run), .text = run.text, .source = run.source};
    }
    Box operator()(const Rule& rule) const { return {.kind = BoxKind::rule, .area = around(rule)}; }
    Box operator()(const Stroke& stroke) const {
        return {.kind = BoxKind::stroke, .area = around(stroke.points, stroke.width)};
    }
    Box operator()(const Fill& fill) const { return {.kind = BoxKind::fill, .area = fill.area}; }
    Box operator()(const Path& path) const {
        std::vector<Point> points;
        for (const auto& outline : path.outlines) points.insert(points.end(), outline.begin(), outline.end());
        return {.kind = BoxKind::path, .area = around(points, {})};
    }
    Box operator()(const Picture& picture) const { return {.kind = BoxKind::picture, .area = picture.area}; }
    Box operator()(const Link& link) const {
        return {.kind = BoxKind::link, .area = link.area, .text = link.uri};
    }
};

NodeId node_of(const PageItem& item) {
    return std::visit([](const auto& each) { return each.node; }, item);
}

}  // namespace

std::vector<Box> boxes(const PagedDocument& pages) {
    std::vector<Box> out;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        for (const PageItem& item : pages.pages[i].items) {
            Box box = std::visit(BoxOf{}, item);
            box.page = static_cast<std::uint32_t>(i + 1);
            if (const NodeId node = node_of(item); node != artifact && node < pages.structure.size())
                box.structure = pages.structure[node].kind;
            out.push_back(std::move(box));
        }
    }
    return out;
}

const char* name_of(StructureKind kind) noexcept {
    switch (kind) {
    case StructureKind::document: return "document";
    case StructureKind::paragraph: return "paragraph";
    case StructureKind::heading_1: return "heading-1";
    case StructureKind::heading_2: return "heading-2";
    case StructureKind::heading_3: return "heading-3";
    case StructureKind::heading_4: return "heading-4";
    case StructureKind::title: return "title";
    case StructureKind::span: return "span";
    case StructureKind::table: return "table";
    case StructureKind::table_head: return "table-head";
    case StructureKind::table_body: return "table-body";
    case StructureKind::table_foot: return "table-foot";
    case StructureKind::table_row: return "table-row";
    case StructureKind::header_cell: return "header-cell";
    case StructureKind::data_cell: return "data-cell";
    case StructureKind::caption: return "caption";
    case StructureKind::list: return "list";
    case StructureKind::list_item: return "list-item";
    case StructureKind::list_label: return "list-label";
    case StructureKind::list_body: return "list-body";
    case StructureKind::figure: return "figure";
    case StructureKind::note: return "note";
    case StructureKind::section: return "section";
    case StructureKind::link: return "link";
    case StructureKind::ruby: return "ruby";
    case StructureKind::ruby_base: return "ruby-base";
    case StructureKind::ruby_text: return "ruby-text";
    case StructureKind::contents: return "contents";
    case StructureKind::contents_item: return "contents-item";
    case StructureKind::reference: return "reference";
    }
    return "";
}

}  // namespace nianbao

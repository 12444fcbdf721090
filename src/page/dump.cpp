// A PagedDocument as text: one line per item, lengths in points. Stable, for goldens and bug reports.
#include <nianbao/paged_document.hpp>

#include <iterator>

#include <fmt/format.h>

#include <nianbao/box.hpp>

#include "base/json.hpp"
#include "font/font_face.hpp"

namespace nianbao {

namespace {

std::string shown(Point point) {
    return to_string(point.x) + "," + to_string(point.y);
}

std::string shown(Rect area) {
    return fmt::format("{} {}x{}", shown(area.origin), to_string(area.size.width), to_string(area.size.height));
}

// Black, the colour of official documents, goes without saying.
std::string shown(Color color) {
    if (color == Color{}) return "";
    return fmt::format(" #{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

std::string shown_node(NodeId node) {
    return node == artifact ? "-" : std::to_string(node);
}

class Printer {
public:
    explicit Printer(const PagedDocument& document) : document_(document) {}

    std::string print() {
        line(0, "document {} {}", json::quote(document_.title), document_.language);
        for (std::size_t i = 0; i < document_.faces.size(); ++i)
            line(0, "face {} {}", i, document_.faces[i]->postscript_name());
        for (std::size_t i = 0; i < document_.pages.size(); ++i) {
            const Page& page = document_.pages[i];
            line(0, "page {} {}x{}", i + 1, to_string(page.size.width), to_string(page.size.height));
            for (const PageItem& item : page.items) std::visit(*this, item);
        }
        if (!document_.structure.empty()) print_node(0, 0);
        for (const Bookmark& mark : document_.bookmarks)
            line(0, "bookmark {} {} page {} at {}", mark.level, json::quote(mark.title), mark.page + 1, to_string(mark.y));
        for (const Warning& warning : document_.warnings)
            line(0, "warning {} {} {}", warning.id, warning.pointer, json::quote(warning.sentence.zh));
        return std::move(out_);
    }

    void operator()(const GlyphRun& run) {
        Length width;
        for (const PlacedGlyph& glyph : run.glyphs) width += glyph.advance;
        line(1, "text {} {} f{} {} {}{}{}{}{} {}", shown_node(run.node), shown(run.origin), run.face,
             to_string(run.size), to_string(width), shown(run.color),
             run.quarter_turns == 0 ? "" : fmt::format(" turn {}", run.quarter_turns),
             run.right_to_left ? " leftward" : "",
             run.language.empty() ? "" : " @" + run.language, json::quote(run.text));
    }

    void operator()(const Rule& rule) {
        line(1, "rule {} {} {} {}{}", shown_node(rule.node), shown(rule.from), shown(rule.to),
             to_string(rule.width), shown(rule.color));
    }

    void operator()(const Stroke& stroke) {
        std::string points;
        for (const Point& point : stroke.points) points += " " + shown(point);
        line(1, "stroke {} {}{}{}", shown_node(stroke.node), to_string(stroke.width), shown(stroke.color), points);
    }

    void operator()(const Fill& fill) {
        line(1, "fill {} {}{}", shown_node(fill.node), shown(fill.area), shown(fill.color));
    }

    void operator()(const Path& path) {
        std::string points;
        for (const auto& outline : path.outlines) {
            points += " |";
            for (const Point& point : outline) points += " " + shown(point);
        }
        line(1, "path {}{}{}", shown_node(path.node), points, shown(path.fill));
    }

    void operator()(const Picture& picture) {
        line(1, "picture {} {} {}x{}", shown_node(picture.node), shown(picture.area), picture.width, picture.height);
    }

    void operator()(const Link& link) {
        const std::string to = link.to ? fmt::format("page {} {}", link.to->page + 1, to_string(link.to->y)) : json::quote(link.uri);
        line(1, "link {} {} {}", shown_node(link.node), shown(link.area), to);
    }

private:
    void print_node(NodeId id, std::size_t depth) {
        const StructureNode& node = document_.structure[id];
        std::string rest;
        if (node.scope != HeaderScope::none) rest += node.scope == HeaderScope::row ? " row" : " column";
        if (node.rows != 1 || node.columns != 1) rest += fmt::format(" {}x{}", node.rows, node.columns);
        if (!node.headers.empty()) rest += fmt::format(" headers {}", fmt::join(node.headers, " "));
        if (!node.alternative.empty()) rest += " " + json::quote(node.alternative);
        if (!node.summary.empty()) rest += " " + json::quote(node.summary);
        line(depth, "node {} {}{}", id, name_of(node.kind), rest);
        for (const NodeId child : node.children) print_node(child, depth + 1);
    }

    template <typename... Values>
    void line(std::size_t depth, fmt::format_string<Values...> format, Values&&... values) {
        out_.append(2 * depth, ' ');
        fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
        out_ += '\n';
    }

    const PagedDocument& document_;
    std::string out_ = {};
};

}  // namespace

std::string dump(const PagedDocument& document) {
    return Printer(document).print();
}

}  // namespace nianbao

// Points move, texts turn; rules and fills stay upright on their new places.
#include "layout/turn_items.hpp"

#include <variant>

namespace nianbao::layout {

namespace {

class Turning {
public:
    explicit Turning(Length page_height) : height_(page_height) {}

    void operator()(GlyphRun& run) const {
        run.origin = turned(run.origin);
        run.quarter_turns = (run.quarter_turns + 3) % 4;
    }
    void operator()(Rule& rule) const {
        const Point from = turned(rule.from), to = turned(rule.to);
        const bool backward = to.x < from.x || to.y < from.y;
        rule.from = backward ? to : from;
        rule.to = backward ? from : to;
    }
    void operator()(Stroke& stroke) const {
        for (Point& point : stroke.points) point = turned(point);
    }
    void operator()(Fill& fill) const { fill.area = turned(fill.area); }
    void operator()(Path& path) const {
        for (auto& outline : path.outlines)
            for (Point& point : outline) point = turned(point);
    }
    void operator()(Picture& picture) const { picture.area = turned(picture.area); }
    void operator()(Link& link) const { link.area = turned(link.area); }

private:
    Point turned(Point at) const { return {at.y, height_ - at.x}; }
    Rect turned(const Rect& area) const {
        return {{area.top(), height_ - area.right()}, {area.size.height, area.size.width}};
    }

    Length height_;
};

}  // namespace

void turn_items(Page& page, std::size_t first) {
    const Turning turning(page.size.height);
    for (std::size_t i = first; i < page.items.size(); ++i) std::visit(turning, page.items[i]);
}

}  // namespace nianbao::layout

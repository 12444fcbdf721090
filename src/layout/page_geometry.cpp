// The type area and its line grid, GB/T 9704—2012 5.2.
#include "layout/page_geometry.hpp"

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/messages.hpp"

namespace nianbao::layout {

namespace {

// A negative margin lets the type area stand outside of the paper; a measure in characters must not.
void check_paper(const PageStyle& page, Size area) {
    const Length most_width = page.paper.width - page.margins.left, most_height = page.paper.height - page.margins.top;
    const bool wide = page.characters > 0 && area.width > most_width;
    const bool high = page.lines > 0 && area.height > most_height;
    if (!wide && !high) return;
    throw LayoutError(
        "PAGE-AREA-LARGE", "",
        say("PAGE-AREA-LARGE", {{"width", to_string(area.width)}, {"height", to_string(area.height)},
                                {"most_width", to_string(most_width)}, {"most_height", to_string(most_height)}}),
        wide ? area.width : area.height, wide ? most_width : most_height
    );
}

}  // namespace

PageGeometry geometry_of(const StyleSheet& styles) {
    const PageStyle& page = styles.page;
    const auto body = styles.paragraphs.find("body");
    const ParagraphStyle body_style = body == styles.paragraphs.end() ? ParagraphStyle{} : body->second;
    const Length body_size = body_style.text.size;
    const Length body_line = std::min(page.line_height, body_style.line_height);
    PageGeometry out;
    out.paper = page.paper;
    out.left_odd = page.margins.left;
    out.top = page.margins.top;
    const Size area = styles.type_area();
    out.width = area.width;
    out.height = area.height;
    check_paper(page, area);
    out.left_even = page.mirrored ? page.paper.width - page.margins.left - area.width : page.margins.left;
    const Length bottom = page.paper.height - page.margins.top - area.height;
    // The type area begins at the top of the first line's characters and ends at the foot of the last
    // line's: 22 lines fill 225 mm (5.2.3), with half a leading outside at either end.
    // No more than the margins have: nothing stands outside of the paper.
    const Length margin = std::max(Length{}, std::min(page.margins.top, bottom));
    out.area.hang = std::clamp((body_line - body_size) / 2, Length{}, margin);
    out.area.height = out.height + 2 * out.area.hang;
    // Halves of a millipoint must not cost a line.
    if (page.lines > 0) out.area.height = std::max(out.area.height, (page.lines - 1) * page.line_height + body_line);
    out.area.grid = page.line_height;
    out.area.turned_height = out.width;
    out.area.columns = std::max(page.columns, 1);
    out.column_gap = page.column_gap;
    out.column_rule = page.column_rule;
    out.column_width = (out.width - (out.area.columns - 1) * page.column_gap) / out.area.columns;
    if (out.column_width <= body_size || out.area.height < page.line_height)
        throw LayoutError(
            "PAGE-TOO-SMALL", "",
            say("PAGE-TOO-SMALL", {{"width", to_string(out.width)}, {"height", to_string(out.height)}}),
            page.line_height, out.height
        );
    return out;
}

}  // namespace nianbao::layout

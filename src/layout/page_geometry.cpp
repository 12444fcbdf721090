// The type area and its line grid, GB/T 9704—2012 5.2.
#include "layout/page_geometry.hpp"

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/messages.hpp"

namespace nianbao::layout {

PageGeometry geometry_of(const StyleSheet& styles) {
    const PageStyle& page = styles.page;
    const auto body = styles.paragraphs.find("body");
    const ParagraphStyle body_style = body == styles.paragraphs.end() ? ParagraphStyle{} : body->second;
    const Length body_size = body_style.text.size;
    const Length body_line = std::min(page.line_height, body_style.line_height);
    PageGeometry out;
    out.paper = page.paper;
    out.left_odd = page.margins.left;
    out.left_even = page.mirrored ? page.margins.right : page.margins.left;
    out.top = page.margins.top;
    out.width = page.paper.width - page.margins.left - page.margins.right;
    out.height = page.paper.height - page.margins.top - page.margins.bottom;
    // The type area begins at the top of the first line's characters and ends at the foot of the last
    // line's: 22 lines fill 225 mm (5.2.3), with half a leading outside at either end.
    // No more than the margins have: nothing stands outside of the paper.
    const Length margin = std::max(Length{}, std::min(page.margins.top, page.margins.bottom));
    out.area.hang = std::clamp((body_line - body_size) / 2, Length{}, margin);
    out.area.height = out.height + 2 * out.area.hang;
    out.area.grid = page.line_height;
    out.area.turned_height = out.width;
    if (out.width <= body_size || out.area.height < page.line_height)
        throw LayoutError(
            "PAGE-TOO-SMALL", "",
            say("PAGE-TOO-SMALL", {{"width", to_string(out.width)}, {"height", to_string(out.height)}}),
            page.line_height, out.height
        );
    return out;
}

}  // namespace nianbao::layout

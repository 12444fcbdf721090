// The narrowest and the widest a text can be set, for column widths.
#include "text/shape.hpp"

#include <algorithm>

#include "text/composer.hpp"

namespace nianbao::text {

TextWidths widths(const ShapedText& text, const LineOptions& options) {
    const Composer composer(text, options);
    std::int32_t narrowest = 0, widest = 0;
    std::size_t run_begin = 0, line_begin = 0;
    const auto width = [&](std::size_t begin, std::size_t end) {
        return composer.sums.natural(begin, end) + (begin == 0 ? options.first_indent.count() : 0);
    };
    for (std::size_t b = 1; b < composer.breaks.size(); ++b) {
        if (composer.breaks[b].kind == BreakKind::forbidden) continue;
        narrowest = std::max(narrowest, width(run_begin, b));
        run_begin = b;
        if (composer.breaks[b].kind != BreakKind::mandatory) continue;
        widest = std::max(widest, width(line_begin, b));
        line_begin = b;
    }
    return {Length::millipoints(narrowest), Length::millipoints(widest)};
}

} // namespace nianbao::text

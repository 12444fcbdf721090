// The narrowest and the widest a text can be set, for column widths.
#include "text/shape.hpp"

#include <algorithm>

#include "text/break_lines.hpp"
#include "text/composer.hpp"

namespace nianbao::text {
namespace {

TextWidths widths_of(const Composer& composer) {
    std::int32_t narrowest = 0, widest = 0;
    std::size_t run_begin = 0, line_begin = 0;
    const auto width = [&](std::size_t begin, std::size_t end) {
        return composer.sums.natural(begin, end) + (begin == 0 ? composer.options.first_indent.count() : 0);
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

bool is_one_line_anywhere(const Composer& composer) {
    const ShapedText& text = composer.text;
    const auto feeds = [](const Break& b) { return b.kind == BreakKind::mandatory; };
    const auto marked = [](const StyledRun& run) { return run.is_marked(); };
    return !text.clusters.empty() && !text.turned &&
           std::none_of(text.runs.begin(), text.runs.end(), marked) &&
           std::none_of(composer.breaks.begin(), composer.breaks.end() - 1, feeds);
}

} // namespace

TextWidths widths(const ShapedText& text, const LineOptions& options) {
    return widths_of(Composer(text, options));
}

TextExtent extent_of(const ShapedText& text, const LineStyle& style) {
    LineOptions options{.align = Align::start, .style = style};
    options.style.hanging_marks = false; // nothing hangs over a line that is not full
    const Composer composer(text, options);
    TextExtent out{.widths = widths_of(composer)};
    if (!is_one_line_anywhere(composer)) return out;
    options.measure = out.widths.widest;
    out.line = make_line(composer, 0, text.clusters.size(), true);
    out.line->last = true;
    return out;
}

} // namespace nianbao::text

// A short text of the layout's own as one line.
#include "layout/one_line.hpp"

#include <nianbao/error.hpp>

#include "text/break_lines.hpp"
#include "text/shape.hpp"

namespace nianbao::layout {

text::Line one_line(RunSpan runs, const FontSet& fonts, Length measure) {
    const text::ShapedText shaped = text::shape(runs, fonts);
    if (!shaped.missing.empty()) throw FontError(shaped.missing);
    return text::break_lines(shaped, {.measure = measure, .align = Align::start}).front();
}

}  // namespace nianbao::layout

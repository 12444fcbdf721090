// Clusters + a measure → lines.
#include "text/break_lines.hpp"

#include "text/composer.hpp"

namespace nianbao::text {
namespace {

constexpr std::int32_t narrow_measure = 4; // em: below it the optimum has nothing to choose

LineEnds choose_ends(const Composer& composer, std::size_t begin, std::size_t end) {
    const LineOptions& options = composer.options;
    if (options.balanced) {
        LineEnds ends = balanced(composer, begin, end);
        if (!ends.empty()) return ends;
    }
    const bool narrow = options.measure.count() < narrow_measure * composer.em;
    if (narrow || options.style.break_mode == BreakMode::greedy) return greedy(composer, begin, end);
    return optimum(composer, begin, end);
}

} // namespace

std::vector<Line> break_lines(const ShapedText& text, const LineOptions& options) {
    std::vector<Line> lines;
    if (text.clusters.empty()) {
        lines.push_back(
            {.width = options.first_indent, .natural_width = options.first_indent, .last = true}
        );
        return lines;
    }
    Composer composer(text, options);
    composer.add_emergency_breaks();
    std::size_t begin = 0;
    for (std::size_t b = 1; b < composer.breaks.size(); ++b) {
        if (composer.breaks[b].kind != BreakKind::mandatory) continue;
        for (const std::size_t end : choose_ends(composer, begin, b)) {
            lines.push_back(make_line(composer, begin, end, end == b));
            begin = end;
        }
    }
    lines.back().last = true;
    return lines;
}

Length blank_before(Align align, Length spare, bool backward) {
    switch (align) {
    case Align::center:
        return spare / 2;
    case Align::end:
    case Align::digit:
    case Align::decimal:
        return backward ? Length{} : spare;
    case Align::start:
    case Align::justify:
        return backward ? spare : Length{};
    }
    return {};
}

} // namespace nianbao::text

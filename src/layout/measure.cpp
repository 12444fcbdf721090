// Block after block to its own measure.
#include "layout/measure.hpp"

#include <utility>

#include "layout/contents.hpp"
#include "layout/measure_figure.hpp"
#include "layout/measure_paragraph.hpp"
#include "layout/measure_table.hpp"

namespace nianbao::layout {

namespace {

void measure(Measurement& desk, const PageBreak&) {
    desk.end_lines(Measurement::Then::page);
    desk.builder.page_break();
}

void measure(Measurement& desk, const BlankLines& block) {
    desk.builder.blank_lines(block.count);
}

}  // namespace

Measured measure(
    const Document& document, const FontSet& fonts, const PageGeometry& geometry, const Watch& watch
) {
    Measurement desk(document, fonts, geometry);
    desk.watch = {.stop = watch.stop};
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        watch.tell(i, document.blocks.size());
        std::visit([&](const auto& one) { measure(desk, one); }, document.blocks[i]);
    }
    return std::move(desk.out);
}

}  // namespace nianbao::layout

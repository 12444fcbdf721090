// Block after block to its own measure.
#include "layout/measure.hpp"

#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
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
    const Document& document, const FontSet& fonts, const PageGeometry& geometry, const std::stop_token& stop
) {
    Measurement desk(document, fonts, geometry);
    for (const Block& block : document.blocks) {
        if (stop.stop_requested()) throw Error("STOPPED", "", say("STOPPED"));
        std::visit([&](const auto& one) { measure(desk, one); }, block);
    }
    return std::move(desk.out);
}

}  // namespace nianbao::layout

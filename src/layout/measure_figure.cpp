// Pictures and charts with their captions.
#include "layout/measure_figure.hpp"

#include <algorithm>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "image/decode.hpp"
#include "layout/chart_drawing.hpp"
#include "layout/measure_paragraph.hpp"
#include "text/break_lines.hpp"

namespace nianbao::layout {

namespace {

// 150 pixels to the inch: sharp in print, and a screenshot of 900 pixels fills the measure.
constexpr std::int64_t millipoints_of_pixel = 72'000 / 150;
// Words of charts: 小五, as in the tables of practice.
constexpr Length label_size = Length::millipoints(9000), label_pitch = Length::millipoints(11500);

NodeId figure_node(Measurement& desk, std::string alternative, const Origin& origin) {
    if (alternative.empty()) throw LayoutError("FIGURE-ALT", origin.pointer, say("FIGURE-ALT", {{"where", origin.pointer}}), {}, {});
    const NodeId node = desk.add_node(0, StructureKind::figure);
    desk.out.structure[node].alternative = std::move(alternative);
    return node;
}

// 图1 and the caption, below and never parted from the picture.
void add_caption(Measurement& desk, const Text& caption, NodeId figure, const Origin& origin) {
    if (caption.empty()) return;
    const ParagraphStyle& style = desk.paragraph_style("caption", origin);
    LineBlock lines{.style = &style, .origin = origin, .held_together = true, .before = BreakAppeal::never};
    const NodeId node = desk.add_node(figure, StructureKind::caption);
    desk.append_runs(lines.runs, Text("图" + std::to_string(++desk.figures) + "　"), style.text, node, origin);
    desk.append_runs(lines.runs, caption, style.text, node, origin);
    add_lines(desk, std::move(lines));
}

// What a figure and a chart have in common.
struct FigureBlock {
    NodeId node;
    Length height;
    const Text& caption;
    const Origin& origin;
};

void add_figure(Measurement& desk, MeasuredFigure figure, const FigureBlock& block) {
    const ParagraphStyle& style = desk.paragraph_style("caption", block.origin);
    desk.builder.space(style.line_height / 2);
    desk.builder.add({.height = block.height, .solid = true}, {.kind = StripSource::Kind::figure, .index = static_cast<std::uint32_t>(desk.out.figures.size())});
    desk.out.figures.push_back(std::move(figure));
    add_caption(desk, block.caption, block.node, block.origin);
    desk.builder.end_block(true, style.line_height / 2, false);
}

// The largest size of that shape within the measure and a page that has room for the caption too.
Size size_of(const Measurement& desk, const Figure& block, const image::Image& image) {
    const Length caption = block.caption.empty() ? Length{} : 3 * desk.paragraph_style("caption", block.origin).line_height;
    const Length most_height = desk.geometry.area.solid_height() - caption;
    Length width = block.width.value_or(Length::millipoints(std::min<std::int64_t>(image.width * millipoints_of_pixel, desk.geometry.width.count())));
    width = std::min(width, desk.geometry.width);
    Length height = width.scaled(image.height, image.width);
    if (height > most_height) {
        height = most_height;
        width = height.scaled(image.width, image.height);
    }
    return {std::max(width, Length::millipoints(1)), std::max(height, Length::millipoints(1))};
}

// The lines of a label where its anchor wants them.
void add_label(Measurement& desk, const ChartLabel& label, NodeId node, const Origin& origin, MeasuredFigure& figure) {
    const TextStyle look{.font = FontRole::song, .size = label_size, .color = {}};
    Runs runs;
    desk.append_runs(runs, Text(label.text), look, node, origin);
    auto lines = text::break_lines(desk.shape(runs, {}), {.measure = label.room, .align = Align::start});
    const std::uint32_t kept = desk.keep_runs(std::move(runs));
    Length top = label.at.y;
    for (text::Line& line : lines) {
        Length left = label.at.x;
        if (label.align == Align::center) left -= line.width / 2;
        if (label.align == Align::end) left -= line.width;
        const Length baseline = top + (label_pitch - look.size) / 2 + look.size.scaled(880, 1000);
        figure.labels.push_back({.runs = kept, .line = std::move(line), .left = left, .baseline = baseline});
        top += label_pitch;
    }
}

}  // namespace

void measure(Measurement& desk, const Figure& block) {
    const NodeId node = figure_node(desk, block.alternative, block.origin);
    if (!block.image) throw LayoutError("FIGURE-KIND", block.origin.pointer, say("FIGURE-KIND", {{"where", block.origin.pointer}, {"found", ""}}), {}, {});
    image::Image image = image::decode(*block.image, block.origin.pointer);
    const Size size = size_of(desk, block, image);
    MeasuredFigure figure;
    figure.left = (desk.geometry.width - size.width) / 2;
    figure.shapes.emplace_back(Picture{.area = {{}, size}, .width = image.width, .height = image.height, .rgb = std::move(image.rgb), .node = node});
    add_figure(desk, std::move(figure), {node, size.height, block.caption, block.origin});
}

void measure(Measurement& desk, const Chart& block) {
    const NodeId node = figure_node(desk, alternative_of(block), block.origin);
    ChartDrawing drawing = draw_chart(block, desk.geometry.width, {label_size, label_pitch});
    MeasuredFigure figure;
    for (PageItem& shape : drawing.shapes) std::visit([&](auto& each) { each.node = node; }, shape);
    figure.shapes = std::move(drawing.shapes);
    for (const ChartLabel& label : drawing.labels) add_label(desk, label, node, block.origin, figure);
    add_figure(desk, std::move(figure), {node, drawing.size.height, block.caption, block.origin});
}

}  // namespace nianbao::layout

// Columns, bars, lines and sectors.
#include "layout/chart_drawing.hpp"

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/utf8.hpp"
#include "layout/chart_tables.hpp"

namespace nianbao::layout {

namespace {

using literals::operator""_pt;

constexpr Length gap = 4_pt, swatch = 8_pt;

Color color_of(std::size_t index) { return chart_colors()[index % chart_colors().size()]; }

[[noreturn]] void fail(const char* id, const Chart& chart) {
    throw LayoutError(id, chart.origin.pointer, say(id, {{"where", chart.origin.pointer}}), {}, {});
}

// From the least to the greatest value, zero among them.
struct Scale {
    std::int64_t low = 0, high = 0;
    Length distance(std::int64_t value, Length whole) const { return whole.scaled(value - low, std::max<std::int64_t>(high - low, 1)); }
};

Scale scale_of(const Chart& chart) {
    Scale scale;
    for (const ChartSeries& series : chart.series)
        for (const std::int64_t value : series.values) {
            scale.low = std::min(scale.low, value);
            scale.high = std::max(scale.high, value);
        }
    return scale;
}

class Drawing {
public:
    Drawing(const Chart& chart, Length width, const LabelType& type)
        : chart_(chart), width_(width), em_(type.size), line_(type.pitch), scale_(scale_of(chart)) {}

    ChartDrawing take() {
        legend();
        switch (chart_.kind) {
            case ChartKind::bar: bars(); break;
            case ChartKind::column: columns(); break;
            case ChartKind::line: lines(); break;
            case ChartKind::pie: pie(); break;
        }
        return std::move(out_);
    }

private:
    std::size_t count() const { return chart_.labels.size(); }
    std::size_t groups() const { return chart_.series.size(); }

    void fill(Rect area, std::size_t color) { out_.shapes.emplace_back(Fill{.area = area, .color = color_of(color)}); }
    void label(std::string text, Point at, Align align, Length room) { out_.labels.push_back({std::move(text), at, align, room}); }
    void rule(Point from, Point to, Length width, Color color) { out_.shapes.emplace_back(Rule{.from = from, .to = to, .width = width, .color = color}); }

    // Lines that a text takes at most in that room: no character is wider than an em. One more where a
    // break may come early.
    std::int64_t lines_of(const std::string& text, Length room) const {
        const auto characters = static_cast<std::int64_t>(utf8::to_utf32(text).size());
        const std::int64_t in_line = std::max<std::int64_t>(room.count() / em_.count(), 1);
        return characters <= in_line ? 1 : (characters + in_line - 1) / in_line + 1;
    }

    // Names of several series, side by side above the chart.
    void legend() {
        if (chart_.kind == ChartKind::pie || groups() < 2) return;
        const Length room = width_ / static_cast<std::int64_t>(groups());
        for (std::size_t i = 0; i < groups(); ++i) {
            const Length left = room * static_cast<std::int64_t>(i);
            fill({{left, (line_ - swatch) / 2}, {swatch, swatch}}, i);
            label(chart_.series[i].name, {left + swatch + gap, {}}, Align::start, room - swatch - 2 * gap);
        }
        top_ = line_ + gap;
    }

    Length plot_height() const { return line_ * 12; }

    // Where the plot of columns and lines stands: values need a line above it, labels three below.
    struct Plot {
        Length top, height, slot;
    };
    Plot upright_plot() {
        const Plot plot{top_ + line_ + gap, plot_height(), width_ / static_cast<std::int64_t>(count())};
        const Length foot = plot.top + plot.height;
        std::int64_t lines = 1;
        for (std::size_t i = 0; i < count(); ++i) {
            label(chart_.labels[i], {middle_of(plot, i), foot + gap}, Align::center, plot.slot - gap);
            lines = std::max(lines, lines_of(chart_.labels[i], plot.slot - gap));
        }
        out_.size = {width_, foot + gap + lines * line_};
        return plot;
    }
    static Length middle_of(const Plot& plot, std::size_t i) { return plot.slot * static_cast<std::int64_t>(i) + plot.slot / 2; }
    Length y_of(const Plot& plot, std::int64_t value) const { return plot.top + plot.height - scale_.distance(value, plot.height); }
    void axis(const Plot& plot) { rule({{}, y_of(plot, 0)}, {width_, y_of(plot, 0)}, 1_pt / 2, {}); }

    void columns() {
        const Plot plot = upright_plot();
        const Length each = std::min(plot.slot.scaled(7, 10) / static_cast<std::int64_t>(groups()), 36_pt);
        for (std::size_t s = 0; s < groups(); ++s) {
            for (std::size_t i = 0; i < count(); ++i) {
                const std::int64_t value = chart_.series[s].values[i];
                const Length left = middle_of(plot, i) - each * static_cast<std::int64_t>(groups()) / 2 + each * static_cast<std::int64_t>(s);
                const Length head = std::min(y_of(plot, value), y_of(plot, 0)), foot = std::max(y_of(plot, value), y_of(plot, 0));
                if (foot > head) fill({{left, head}, {each - each / 10, foot - head}}, s);
                label(std::to_string(value), {left + each / 2, head - line_}, Align::center, std::max(each, plot.slot / static_cast<std::int64_t>(groups())));
            }
        }
        axis(plot);
    }

    void lines() {
        const Plot plot = upright_plot();
        axis(plot);
        for (std::size_t s = 0; s < groups(); ++s) {
            for (std::size_t i = 0; i < count(); ++i) {
                const Point here{middle_of(plot, i), y_of(plot, chart_.series[s].values[i])};
                if (i > 0) rule({middle_of(plot, i - 1), y_of(plot, chart_.series[s].values[i - 1])}, here, 3_pt / 2, color_of(s));
                fill({{here.x - 2_pt, here.y - 2_pt}, {4_pt, 4_pt}}, s);
                label(std::to_string(chart_.series[s].values[i]), {here.x, here.y - line_ - 2_pt}, Align::center, plot.slot);
            }
        }
    }

    // Labels in the left third, numbers behind the bars.
    void bars() {
        const Length left = width_ / 3, room = width_ - left - 48_pt, each = line_;
        std::int64_t lines = static_cast<std::int64_t>(groups());
        for (const std::string& name : chart_.labels) lines = std::max(lines, lines_of(name, left - gap));
        const Length row = line_ * lines + line_;
        const Length zero = left + scale_.distance(0, room);
        for (std::size_t i = 0; i < count(); ++i) {
            const Length head = top_ + row * static_cast<std::int64_t>(i);
            label(chart_.labels[i], {left - gap, head + line_ / 2}, Align::end, left - gap);
            for (std::size_t s = 0; s < groups(); ++s) {
                const std::int64_t value = chart_.series[s].values[i];
                const Length end = left + scale_.distance(value, room), y = head + line_ / 2 + each * static_cast<std::int64_t>(s);
                if (end != zero) fill({{std::min(zero, end), y}, {std::max(zero, end) - std::min(zero, end), each - each / 10}}, s);
                label(std::to_string(value), {std::max(zero, end) + gap, y}, Align::start, 44_pt);
            }
        }
        out_.size = {width_, top_ + row * static_cast<std::int64_t>(count())};
        rule({zero, top_}, {zero, out_.size.height}, 1_pt / 2, {});
    }

    void pie() {
        const std::vector<std::int64_t>& values = chart_.series.front().values;
        std::int64_t whole = 0;
        for (const std::int64_t value : values) whole += value;
        const Length left = width_ / 2 + 2 * gap, room = width_ - left - swatch - gap;
        std::vector<std::string> names;
        Length legend_height;
        for (std::size_t i = 0; i < count(); ++i) {
            names.push_back(chart_.labels[i] + " " + std::to_string(values[i]) + chart_.unit + share(values[i], whole));
            legend_height += line_ * lines_of(names.back(), room) + line_ / 2;
        }
        const Length radius = std::min(width_ / 4, line_ * 7), height = std::max(2 * radius, legend_height);
        const Point centre{width_ / 4 + gap, height / 2};
        Length y = (height - legend_height) / 2;
        std::int64_t before = 0;
        for (std::size_t i = 0; i < count(); ++i) {
            if (values[i] > 0) sector(centre, radius, {full_turn * before / whole, full_turn * (before + values[i]) / whole}, i);
            before += values[i];
            fill({{left, y + (line_ - swatch) / 2}, {swatch, swatch}}, i);
            label(names[i], {left + swatch + gap, y}, Align::start, room);
            y += line_ * lines_of(names[i], room) + line_ / 2;
        }
        out_.size = {width_, height};
    }

    static std::string share(std::int64_t value, std::int64_t whole) {
        const std::int64_t tenths = (value * 2000 + whole) / (whole * 2);
        return "（" + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%）";
    }

    static constexpr std::int64_t full_turn = 360'000;  // thousandths of a degree
    struct Turn {
        std::int64_t from, to;
    };

    // Clockwise from the top.
    static Point on_circle(Point centre, Length radius, std::int64_t angle) {
        return {centre.x + radius.scaled(sine(angle), 1'000'000), centre.y - radius.scaled(sine(angle + full_turn / 4), 1'000'000)};
    }

    static std::int64_t sine(std::int64_t angle) {
        angle %= full_turn;
        if (angle >= full_turn / 2) return -sine(angle - full_turn / 2);
        if (angle > full_turn / 4) angle = full_turn / 2 - angle;
        const auto degree = static_cast<std::size_t>(angle / 1000);
        const std::int64_t rest = angle % 1000, low = sines()[degree], high = rest == 0 ? low : sines()[degree + 1];
        return low + (high - low) * rest / 1000;
    }

    void sector(Point centre, Length radius, Turn turn, std::size_t color) {
        std::vector<Point> outline{centre, on_circle(centre, radius, turn.from)};
        for (std::int64_t angle = (turn.from / 1000 + 1) * 1000; angle < turn.to; angle += 1000) outline.push_back(on_circle(centre, radius, angle));
        outline.push_back(on_circle(centre, radius, turn.to));
        out_.shapes.emplace_back(Path{.outlines = {std::move(outline)}, .fill = color_of(color)});
        if (turn.to - turn.from == full_turn) return;
        for (const std::int64_t edge : {turn.from, turn.to}) rule(centre, on_circle(centre, radius, edge), 1_pt, {0xFF, 0xFF, 0xFF});
    }

    const Chart& chart_;
    Length width_, em_, line_, top_ = {};
    Scale scale_;
    ChartDrawing out_ = {};
};

void check(const Chart& chart) {
    if (chart.labels.empty() || chart.series.empty()) fail("CHART-EMPTY", chart);
    for (const ChartSeries& series : chart.series)
        if (series.values.size() != chart.labels.size()) fail("CHART-SHAPE", chart);
    if (chart.kind != ChartKind::pie) return;
    const std::vector<std::int64_t>& values = chart.series.front().values;
    const bool negative = std::any_of(values.begin(), values.end(), [](std::int64_t value) { return value < 0; });
    const bool nothing = std::all_of(values.begin(), values.end(), [](std::int64_t value) { return value == 0; });
    if (chart.series.size() != 1 || negative || nothing) fail("CHART-PIE", chart);
}

}  // namespace

ChartDrawing draw_chart(const Chart& chart, Length width, const LabelType& type) {
    check(chart);
    return Drawing(chart, width, type).take();
}

std::string alternative_of(const Chart& chart) {
    std::string out = chart.alternative;
    for (const ChartSeries& series : chart.series) {
        out += (out.empty() ? "" : "\n") + series.name + (series.name.empty() ? "" : "：");
        for (std::size_t i = 0; i < series.values.size(); ++i)
            out += (i == 0 ? "" : "；") + chart.labels[i] + " " + std::to_string(series.values[i]) + chart.unit;
    }
    return out;
}

}  // namespace nianbao::layout

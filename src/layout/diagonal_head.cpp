// Where labels stand beside diagonals: each in the corner of its field that is farthest from them.
#include "layout/diagonal_head.hpp"

#include <algorithm>
#include <optional>

#include "text/break_lines.hpp"
#include "text/shape.hpp"

namespace nianbao::layout {

using namespace literals;

namespace {

constexpr Length margin = 3_pt;  // from the edges of the cell to a label
constexpr Length clearance = 1_pt;  // from a diagonal to the corner of a label
constexpr std::int64_t most_lines = 4;

enum class Field { lower_left, middle, upper_right };

Field field_of(std::size_t label, std::size_t count) {
    if (label == 0) return Field::lower_left;
    return label + 1 == count ? Field::upper_right : Field::middle;
}

// With two labels the diagonal ends in the lower right corner; with three they end in the middles of the
// right and of the lower edge: 1 / share of the height and of the width.
std::int64_t divisor(std::size_t count) { return count == 3 ? 2 : 1; }

Length quotient(std::int64_t numerator, std::int64_t denominator) {
    return Length::millipoints((numerator + denominator - 1) / denominator);
}

// The height from which a box of that size, at the margin of its field, is clear of the diagonals.
std::optional<Length> least_height(Field field, std::size_t count, Size box, Length cell_width) {
    const std::int64_t width = cell_width.count(), share = divisor(count);
    const std::int64_t beside = (margin + box.width + clearance).count(), above = (margin + box.height).count();
    switch (field) {
    case Field::lower_left: {
        const std::int64_t edge = width / share;  // where the diagonal meets the lower edge
        if (beside >= edge) return std::nullopt;
        return quotient(edge * above, edge - beside);
    }
    case Field::upper_right:
        if (beside >= width) return std::nullopt;
        return quotient(share * width * above, width - beside);
    case Field::middle:
        if (beside > width - width / share) return std::nullopt;
        return quotient(share * width * above, (share - 1) * width + margin.count());
    }
    return std::nullopt;
}

struct Choice {
    DiagonalLabel label = {};
    Length height = {};
};

std::optional<Choice> best_label(const text::ShapedText& text, Field field, std::size_t count, Length width, Length line_height, const LineStyle& style) {
    const text::TextWidths widths = text::widths(text, {.style = style});
    std::optional<Choice> best;
    for (std::int64_t parts = 1; parts <= most_lines; ++parts) {
        const Length measure = std::max(widths.narrowest, quotient(widths.widest.count(), parts));
        DiagonalLabel label;
        label.lines = text::break_lines(text, {.measure = measure, .align = Align::start, .style = style});
        for (const text::Line& line : label.lines) label.width = std::max(label.width, line.width);
        const Size box{label.width, line_height * std::ssize(label.lines)};
        const auto height = least_height(field, count, box, width);
        if (height && (!best || *height < best->height)) best = Choice{std::move(label), *height};
    }
    return best;
}

}  // namespace

DiagonalHead diagonal_head(const std::vector<text::ShapedText>& labels, Length width, Length line_height, const LineStyle& style) {
    DiagonalHead head;
    Length height;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto best = best_label(labels[i], field_of(i, labels.size()), labels.size(), width, line_height, style);
        if (!best) return {};
        height = std::max(height, best->height);
        head.labels.push_back(std::move(best->label));
    }
    head.height = height;
    return head;
}

DiagonalWidths diagonal_widths(const std::vector<text::ShapedText>& labels, const LineStyle& style) {
    DiagonalWidths out;
    // A label as wide as three fifths of its field makes the cell at most two and a half times as high.
    const std::int64_t fields = divisor(labels.size());
    for (const text::ShapedText& label : labels) {
        const text::TextWidths widths = text::widths(label, {.style = style});
        const Length least = std::max(widths.narrowest, quotient(widths.widest.count(), most_lines));
        out.narrowest = std::max(out.narrowest, (least.scaled(5, 3) + margin) * fields);
        out.widest = std::max(out.widest, (widths.widest.scaled(5, 3) + margin) * fields);
    }
    return out;
}

std::vector<Rule> diagonals(const Rect& cell, std::size_t labels, const RuleLook& look) {
    const auto to = [&](Point end) { return Rule{.from = cell.origin, .to = end, .width = look.width, .color = look.color}; };
    if (labels < 3) return {to({cell.right(), cell.bottom()})};
    return {to({cell.right(), cell.top() + cell.size.height / 2}), to({cell.left() + cell.size.width / 2, cell.bottom()})};
}

std::vector<Point> label_corners(const DiagonalHead& head, const Rect& cell, Length line_height) {
    std::vector<Point> out;
    for (std::size_t i = 0; i < head.labels.size(); ++i) {
        const DiagonalLabel& label = head.labels[i];
        const Length height = line_height * std::ssize(label.lines);
        const Field field = field_of(i, head.labels.size());
        const Length x = field == Field::lower_left ? cell.left() + margin : cell.right() - margin - label.width;
        const Length y = field == Field::upper_right ? cell.top() + margin : cell.bottom() - margin - height;
        out.push_back({x, y});
    }
    return out;
}

}  // namespace nianbao::layout

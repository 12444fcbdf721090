// Which texts are numbers, and how wide they are on either side of their alignment point.
#include "layout/number_columns.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/break_lines.hpp"

namespace nianbao::layout {

namespace {

constexpr std::size_t most_behind = 3;  // characters behind a number
constexpr std::u32string_view signs = U"+-−–－＋±﹣<>≤≥≈";
constexpr std::u32string_view range_marks = U"～~—–-至";
constexpr std::u32string_view group_marks = U",，\u00A0\u2009\u202F ";

bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

bool one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

// Reads a text forward, with byte offsets.
class NumberReader {
public:
    explicit NumberReader(std::string_view text) : text_(utf8::to_utf32(text)) {}

    std::optional<NumberPoints> run() {
        NumberPoints points;
        if (!number(points)) return std::nullopt;
        const std::size_t mark = range_mark();
        NumberPoints second;
        if (mark > 0 && mark_then_number(mark, second)) {
            points = {.range = true, .decimal = bytes_before(mark), .last_digit = bytes_before(mark)};
        }
        const std::u32string_view behind = std::u32string_view(text_).substr(at_);
        const bool plain = behind.size() <= most_behind && std::none_of(behind.begin(), behind.end(), is_digit);
        return plain ? std::optional(points) : std::nullopt;
    }

private:
    char32_t here() const { return at_ < text_.size() ? text_[at_] : U'\0'; }
    std::size_t bytes_before(std::size_t at) const { return utf8::to_utf8(std::u32string_view(text_).substr(0, at)).size(); }

    // Digits with their groups.
    bool digits() {
        const std::size_t first = at_;
        for (; is_digit(here()); ++at_)
            if (at_ + 2 < text_.size() && one_of(text_[at_ + 1], group_marks) && is_digit(text_[at_ + 2])) ++at_;
        return at_ > first;
    }

    bool number(NumberPoints& points) {
        while (one_of(here(), signs)) ++at_;
        if (!digits()) return false;
        points.decimal = bytes_before(at_);
        if ((here() == U'.' || here() == U'．') && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
            ++at_;
            digits();
        }
        points.last_digit = bytes_before(at_);
        return true;
    }

    // A mark between two numbers, behind the unit of the first: 10%～20%. Zero: there is none.
    std::size_t range_mark() const {
        std::size_t at = at_;
        while (at < text_.size() && at < at_ + 2 && !one_of(text_[at], range_marks) && !is_digit(text_[at])) ++at;
        return at < text_.size() && one_of(text_[at], range_marks) ? at : 0;
    }
    bool mark_then_number(std::size_t mark, NumberPoints& points) {
        const std::size_t before = at_;
        at_ = mark + 1;
        if (number(points)) return true;
        at_ = before;
        return false;
    }

    std::u32string text_;
    std::size_t at_ = 0;
};

// The pen before the byte `offset` of the only run.
Length pen_at(const text::Line& line, std::size_t offset) {
    for (const text::LinePiece& piece : line.pieces)
        for (const text::LinePiece::Glyph& glyph : piece.glyphs)
            if (piece.text_offset + glyph.text_begin >= offset) return piece.x + glyph.x;
    return line.width;
}

}  // namespace

std::optional<NumberPoints> number_points(std::string_view text) {
    return NumberReader(text).run();
}

// The block is that of its kind: 0 a number, 1 a range.
NumberColumns::Number
NumberColumns::number_of(const TableTexts& texts, const FittedTexts& fitted, std::size_t cell, Align align) {
    const FittedText& text = fitted.of(cell);
    if (text.digits) return {0, {text.widths.widest, {}}};
    const RunSpan runs = texts.runs[cell];
    if (runs.size() != 1) return {};
    const auto points = number_points(runs.front().text);
    if (!points) return {};
    const text::LineOptions endless{.measure = Length::millipoints(10'000'000), .align = Align::start};
    const text::Line line = text.whole.empty() ? text::break_lines(*fitted.shape_of(cell), endless).front() : text.whole[0];
    const Length before = pen_at(line, align == Align::digit ? points->last_digit : points->decimal);
    return {points->range ? 1 : 0, {before, line.width - before}};
}

std::int32_t NumberColumns::block_of(std::uint32_t column, bool range) {
    const auto [found, is_new] = block_index_.try_emplace({column, range}, static_cast<std::int32_t>(blocks_.size()));
    if (is_new) blocks_.emplace_back();
    return found->second;
}

NumberColumns::NumberColumns(const TableTexts& texts, const FittedTable& fitted) {
    const Table& table = *texts.table;
    const auto cells = texts.cells;
    const auto aligns = [](Align align) { return align == Align::digit || align == Align::decimal; };
    if (std::none_of(table.columns.begin(), table.columns.end(), [&](const Column& c) { return aligns(c.align); })) return;
    cells_.resize(cells.size());
    std::map<std::pair<std::uint32_t, Align>, Number> known;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const document::GridCell& at = cells[i];
        const Align align = at.align;
        const bool plain = at.columns == 1 && !at.vertical && !at.in_parts;
        if (!aligns(align) || !plain || at.row < static_cast<std::uint32_t>(table.header_rows)) continue;
        if (fitted.texts.of(i).digits) {
            cells_[i] = number_of(texts, fitted.texts, i, align);
        } else {
            const auto [found, is_new] = known.try_emplace({fitted.texts.of_cell[i], align});
            if (is_new) found->second = number_of(texts, fitted.texts, i, align);
            cells_[i] = found->second;
        }
        if (cells_[i].block < 0) continue;
        cells_[i].block = block_of(at.column, cells_[i].block == 1);
        Sides& block = blocks_[static_cast<std::size_t>(cells_[i].block)];
        block.before = std::max(block.before, cells_[i].sides.before);
        block.after = std::max(block.after, cells_[i].sides.after);
    }
}

std::optional<Length> NumberColumns::width(std::size_t cell) const {
    if (cell >= cells_.size() || cells_[cell].block < 0) return std::nullopt;
    const Sides& block = blocks_[static_cast<std::size_t>(cells_[cell].block)];
    return block.before + block.after;
}

Length NumberColumns::begin(std::size_t cell) const {
    const Number& number = cells_[cell];
    return blocks_[static_cast<std::size_t>(number.block)].before - number.sides.before;
}

}  // namespace nianbao::layout

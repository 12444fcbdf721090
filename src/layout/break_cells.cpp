// Cells → lines: plain texts, upright ones, numbers in their columns, labels at diagonals, parts.
#include "layout/break_cells.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/cell_content.hpp"
#include "layout/diagonal_head.hpp"
#include "layout/number_columns.hpp"
#include "layout/row_heights.hpp"
#include "layout/sum_of.hpp"
#include "text/break_lines.hpp"
#include "text/upright.hpp"

namespace nianbao::layout {

namespace {

struct BrokenText {
    Length left = {};  // of the lines, from the left edge of the cell
    CellLines lines = {};
};

// Breaks the texts of cells, each once for a width.
class Breaking {
public:
    Breaking(Measurement& desk, const FittedPiece& piece, const FittedTable& fitted)
        : desk_(desk), piece_(piece), fitted_(fitted) {}

    BrokenText broken(std::size_t cell) {
        const document::GridCell& at = piece_.cells[cell];
        const FittedText& text = fitted_.texts.of(cell);
        const Align align = align_of(at);
        const Inner usual = inner_of(fitted_, at, align, fitted_.clear);
        const Length width = text.widths.widest;
        if ((text.digits || !text.whole.empty()) && width <= usual.width)
            return {usual.left + text::blank_before(align, usual.width - width), text.digits ? CellLines(*text.digits) : CellLines(text.whole)};
        const Inner tight = inner_of(fitted_, at, align, head_clear);
        const Key key = {fitted_.texts.of_cell[cell], bits(usual.left), bits(usual.width), bits(tight.width), static_cast<std::uint64_t>(align)};
        const auto [found, is_new] = known_.try_emplace(key);
        if (is_new) found->second = best(cell, align, usual, tight);
        return found->second;
    }

private:
    using Key = std::array<std::uint64_t, 5>;
    static std::uint64_t bits(Length length) { return static_cast<std::uint32_t>(length.count()); }
    struct Hash {
        std::size_t operator()(const Key& key) const {
            std::uint64_t out = 0;
            for (const std::uint64_t part : key) out = (out ^ part) * 0x9E3779B97F4A7C15U;
            return static_cast<std::size_t>(out ^ (out >> 32U));
        }
    };

    BrokenText best(std::size_t cell, Align align, const Inner& usual, const Inner& tight) const {
        BrokenText out = in(cell, align, usual);
        if (align != Align::center || out.lines.size() < 2) return out;
        BrokenText near = in(cell, align, tight);
        return near.lines.size() == 1 ? near : out;
    }

    BrokenText in(std::size_t cell, Align align, const Inner& inner) const {
        const text::ShapedText* known = fitted_.texts.shape_of(cell);
        text::ShapedText again;
        if (!known) again = desk_.shape(piece_.texts.runs[cell], piece_.texts.style->lines);
        const text::ShapedText& shaped = known ? *known : again;
        // Centred heads look best in lines of like length, which three characters do not have.
        const bool balanced = align == Align::center && shaped.clusters.size() > 3 && fitted_.texts.of(cell).widths.widest > inner.width;
        text::LineOptions options{.measure = inner.width, .align = align, .balanced = balanced, .style = piece_.texts.style->lines};
        options.style.hanging_marks = false;  // beside the measure of a cell stands its rule
        return {inner.left, CellLines(SharedLines(text::break_lines(shaped, options)))};
    }

    Measurement& desk_;
    const FittedPiece& piece_;
    const FittedTable& fitted_;
    std::unordered_map<Key, BrokenText, Hash> known_ = {};
};

std::int64_t lines_for(Length height, Length line_height) {
    return (height.count() + line_height.count() - 1) / line_height.count();
}

class Breaker {
public:
    Breaker(Measurement& desk, const FittedPiece& piece, const FittedTable& fitted)
        : desk_(desk), piece_(piece), texts_(piece.texts), fitted_(fitted), breaking_(desk, piece, fitted),
          numbers_(piece.texts, fitted) {}

    std::vector<MeasuredCell> run() {
        std::vector<MeasuredCell> cells;
        cells.reserve(piece_.cells.size());
        for (std::size_t i = 0; i < piece_.cells.size(); ++i) {
            desk_.watch.go_on();
            MeasuredCell cell{.at = piece_.cells[i], .node = piece_.nodes[i]};
            if (cell.at.in_parts && !cell.at.cell->diagonal.empty()) break_diagonal(i, texts_.parts.at(i), cell);
            else if (cell.at.in_parts) break_parts(i, texts_.parts.at(i), cell);
            else if (!texts_.runs.empty(i)) break_text(i, cell);
            cells.push_back(std::move(cell));
        }
        return cells;
    }

private:
    void break_text(std::size_t index, MeasuredCell& cell) {
        if (cell.at.vertical) {
            check_upright(index);
            const Inner inner = inner_of(fitted_, cell.at, Align::center, fitted_.clear);
            cell.lines = CellLines(SharedLines(text::set_upright(*fitted_.texts.shape_of(index), inner.width, fitted_.line_height)));
            cell.left = inner.left;
            return;
        }
        BrokenText broken = breaking_.broken(index);
        cell.lines = std::move(broken.lines);
        cell.left = broken.left;
        const auto block = numbers_.width(index);
        if (!block || cell.lines.size() != 1) return;
        text::Line scratch;
        const text::Line& line = cell.lines.line(0, texts_.runs[index], scratch);
        if (line.pieces.empty()) return;
        const Inner inner = inner_of(fitted_, cell.at, Align::center, fitted_.clear);
        const Length begin = inner.left + (inner.width - *block) / 2 + numbers_.begin(index);
        cell.left = begin - line.pieces.front().x;
    }

    // What stands beside a text has no place beside one of upright characters; 黑体 has.
    void check_upright(std::size_t index) const {
        for (const text::StyledRun& run : texts_.runs[index]) {
            TextMarks beside = run.marks;
            beside.strong = false;
            if (!run.notes && beside == TextMarks{}) continue;
            throw LayoutError("CELL-UPRIGHT", run.origin.pointer.empty() ? texts_.table->origin.pointer : run.origin.pointer,
                              say("CELL-UPRIGHT", {{"table", document::name_of(*texts_.table)}, {"text", shortened(run.text)}}), {}, {});
        }
    }

    RunSpan runs_of(std::size_t index, const CellPart& part) const {
        return texts_.runs[index].subspan(part.first_run, part.last_run - part.first_run);
    }

    void break_diagonal(std::size_t index, const std::vector<CellPart>& parts, MeasuredCell& cell) const {
        std::vector<text::ShapedText> labels;
        for (const CellPart& part : parts) labels.push_back(desk_.shape(runs_of(index, part), texts_.style->lines));
        const Length width = fitted_.edges[cell.at.column + cell.at.columns] - fitted_.edges[cell.at.column];
        DiagonalHead head = diagonal_head(labels, width, fitted_.line_height, texts_.style->lines);
        if (head.labels.empty())
            fail_fit(texts_, {index, diagonal_widths(labels, texts_.style->lines).narrowest, width});
        for (std::size_t i = 0; i < parts.size(); ++i) count_runs_from(head.labels[i].lines, parts[i].first_run);
        const Insets& padding = document::padding_of(cell.at, fitted_.padding);
        const Length inside = head.height - padding.top - padding.bottom;
        const auto room = static_cast<std::size_t>(std::max<std::int64_t>(lines_for(inside, fitted_.line_height), 1));
        cell.lines = CellLines(SharedLines(std::vector<text::Line>(room)));
        CellContents contents{.diagonal = std::make_shared<const DiagonalHead>(std::move(head))};
        cell.contents = std::make_shared<CellContents>(std::move(contents));
    }

    // Pieces of a part count their runs from its first; the cell keeps the runs of all parts.
    static void count_runs_from(std::vector<text::Line>& lines, std::size_t first) {
        const auto shift = static_cast<std::uint32_t>(first);
        for (text::Line& line : lines) {
            for (text::LinePiece& piece : line.pieces) piece.run += shift;
            for (text::MarkedStretch& stretch : line.marked) stretch.run += shift;
        }
    }

    void break_parts(std::size_t index, const std::vector<CellPart>& parts, MeasuredCell& cell) const {
        const Align of_cell = align_of(cell.at);
        const Inner inner = inner_of(fitted_, cell.at, of_cell, {});
        cell.left = inner.left;
        std::vector<text::Line> all;
        CellContents contents;
        for (const CellPart& part : parts) {
            if (part.nested) {
                contents.nested.push_back(nested(*part.nested, inner, std::ssize(all)));
                all.resize(all.size() + static_cast<std::size_t>(contents.nested.back().lines));
                continue;
            }
            const text::ShapedText shaped = desk_.shape(runs_of(index, part), texts_.style->lines);
            text::LineOptions options{.measure = inner.width, .align = part.align.value_or(of_cell), .style = texts_.style->lines};
            options.style.hanging_marks = false;
            auto lines = text::break_lines(shaped, options);
            count_runs_from(lines, part.first_run);
            std::move(lines.begin(), lines.end(), std::back_inserter(all));
        }
        cell.lines = CellLines(SharedLines(std::move(all)));
        if (!contents.nested.empty()) cell.contents = std::make_shared<CellContents>(std::move(contents));
    }

    NestedTable nested(FittedPiece& piece, const Inner& inner, std::int64_t line) const {
        TableFit fit = fit_table(desk_, piece.texts, {.measure = inner.width, .size = fitted_.size});
        if (!fit.table) fail_fit(piece.texts, fit.overflow);
        NestedTable out{.line = line, .table = broken_table(desk_, piece, *fit.table)};
        add_slices(out.table, desk_.geometry.solid_height(false));
        out.table.runs = piece.texts.runs;
        std::int64_t height = 0;
        for (const RowSlice& slice : out.table.slices) height += slice.height.count();
        out.lines = lines_for(sum_of(height, 0), fitted_.line_height);
        return out;
    }

    Measurement& desk_;
    const FittedPiece& piece_;
    const TableTexts& texts_;
    const FittedTable& fitted_;
    Breaking breaking_;
    NumberColumns numbers_;
};

void fill_owners(MeasuredTable& table) {
    table.owners.resize(table.columns() * table.table->rows.size());
    for (std::uint32_t i = 0; i < table.cells.size(); ++i) {
        const document::GridCell& at = table.cells[i].at;
        for (std::uint32_t r = at.row; r <= at.last_row(); ++r)
            for (std::uint32_t c = at.column; c <= at.last_column(); ++c) table.owners[r * table.columns() + c] = i;
    }
}

}  // namespace

MeasuredTable broken_table(Measurement& desk, const FittedPiece& piece, const FittedTable& fitted) {
    MeasuredTable table{.table = piece.texts.table, .style = piece.texts.style, .size = fitted.size, .line_height = fitted.line_height,
                        .padding = fitted.padding, .edges = fitted.edges};
    table.digits = fitted.texts.digits;
    table.cells = Breaker(desk, piece, fitted).run();
    fill_owners(table);
    return table;
}

}  // namespace nianbao::layout

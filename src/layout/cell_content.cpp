// Parts of cells: their runs, their nodes, the widths they ask for.
#include "layout/cell_content.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/diagonal_head.hpp"
#include "layout/table_tags.hpp"
#include "text/shape.hpp"

namespace nianbao::layout {

namespace {

class PartAdder {
public:
    PartAdder(Measurement& desk, FittedPiece& table, std::size_t cell)
        : desk_(desk), table_(*table.texts.table), cell_(*table.cells[cell].cell), row_(table.cells[cell].row),
          node_(table.nodes[cell]), look_(text_look(desk, *table.texts.style, cell_, origin())),
          runs_(table.texts.runs[cell]), parts_(table.texts.parts[cell]) {}

    void run() {
        const std::size_t labels = cell_.diagonal.size();
        if (labels > 0 && (labels < 2 || labels > 3 || !cell_.text.empty() || !cell_.blocks.empty())) fail();
        for (const Text& label : cell_.diagonal) add_text(label, node_);
        if (!cell_.text.empty()) add_text(cell_.text, paragraph());
        for (const CellBlock& block : cell_.blocks) {
            if (const auto* text = std::get_if<Text>(&block.what)) add_text(*text, paragraph());
            else add_table(std::get<Table>(block.what));
        }
    }

private:
    const Origin& origin() const { return table_.rows[row_].origin; }
    NodeId paragraph() { return desk_.add_node(node_, StructureKind::paragraph); }

    void add_text(const Text& text, NodeId node, std::optional<Align> align = {}) {
        const std::size_t first = runs_.size();
        desk_.append_runs(runs_, text, look_, node, origin());
        parts_.push_back({.first_run = first, .last_run = runs_.size(), .align = align});
    }

    // 表题 and 计量单位 above, notes below, as paragraphs of the cell.
    void add_table(const Table& table) {
        auto nested = std::make_shared<FittedPiece>();
        nested->cells = document::cells_on_grid(table);
        const NodeId unit = table.unit.empty() ? artifact : paragraph();
        TableTags tags = add_table_tags(desk_, table, nested->cells, node_);
        nested->nodes = std::move(tags.cells);
        nested->texts = texts_of(desk_, table, *nested);
        add_parts(desk_, *nested);
        if (!table.caption.empty()) add_text(table.caption, tags.caption, Align::center);
        if (!table.unit.empty()) add_text(table.unit, unit, Align::end);
        parts_.push_back({.nested = std::move(nested)});
        for (const Text& note : table.notes) add_text(note, paragraph(), Align::start);
    }

    [[noreturn]] void fail() const {
        const std::string& where = origin().pointer.empty() ? table_.origin.pointer : origin().pointer;
        throw LayoutError("CELL-CONTENT", where,
                          say("CELL-CONTENT", {{"table", document::name_of(table_)}, {"row", std::size_t{row_} + 1}}), {}, {});
    }

    Measurement& desk_;
    const Table& table_;
    const Cell& cell_;
    std::uint32_t row_;
    NodeId node_;
    TextStyle look_;
    Runs& runs_;
    std::vector<CellPart>& parts_;
};

std::span<const text::StyledRun> runs_of(const Runs& runs, const CellPart& part) {
    return std::span(runs).subspan(part.first_run, part.last_run - part.first_run);
}

text::TextWidths widths_of_diagonal(Measurement& desk, const TableTexts& texts, std::size_t cell) {
    std::vector<text::ShapedText> labels;
    for (const CellPart& part : texts.parts.at(cell))
        labels.push_back(desk.shape(runs_of(texts.runs[cell], part), texts.style->lines));
    const DiagonalWidths widths = diagonal_widths(labels, texts.style->lines);
    // Counted from edge to edge; the caller adds the padding.
    const Insets& padding = texts.cells[cell].cell->padding ? *texts.cells[cell].cell->padding : texts.style->padding;
    const Length beside = padding.left + padding.right;
    return {std::max(widths.narrowest - beside, Length{}), std::max(widths.widest - beside, Length{})};
}

}  // namespace

bool has_parts(const Cell& cell) {
    return !cell.diagonal.empty() || !cell.blocks.empty();
}

TextStyle text_look(const Measurement& desk, const TableStyle& style, const Cell& cell, const Origin& origin) {
    TextStyle look = cell.style.empty() ? style.text : desk.text_style(cell.style, origin);
    if (cell.spread != Em{}) look.spread = cell.spread;
    return look;
}

void add_parts(Measurement& desk, FittedPiece& table) {
    for (std::size_t i = 0; i < table.cells.size(); ++i)
        if (has_parts(*table.cells[i].cell)) PartAdder(desk, table, i).run();
}

void copy_parts(const FittedPiece& whole, const std::vector<std::size_t>& sources, FittedPiece& piece) {
    for (std::size_t i = 0; i < piece.cells.size(); ++i) {
        const auto found = whole.texts.parts.find(sources[i]);
        if (found == whole.texts.parts.end()) continue;
        piece.texts.parts[i] = found->second;
        piece.texts.runs[i] = whole.texts.runs[sources[i]];
        if (piece.nodes[i] == artifact)
            for (text::StyledRun& run : piece.texts.runs[i]) run.tag = artifact;
    }
}

text::TextWidths widths_of_parts(Measurement& desk, TableTexts& texts, std::size_t cell, Length size) {
    if (!texts.cells[cell].cell->diagonal.empty()) return widths_of_diagonal(desk, texts, cell);
    text::TextWidths out;
    for (CellPart& part : texts.parts.at(cell)) {
        text::TextWidths widths;
        if (part.nested) {
            const auto needs = column_needs(desk, part.nested->texts, size);
            widths.narrowest = widths.widest = std::accumulate(needs.begin(), needs.end(), Length{});
        } else {
            const text::ShapedText shaped = desk.shape(runs_of(texts.runs[cell], part), texts.style->lines);
            widths = text::widths(shaped, {.style = texts.style->lines});
        }
        out.narrowest = std::max(out.narrowest, widths.narrowest);
        out.widest = std::max(out.widest, widths.widest);
    }
    return out;
}

}  // namespace nianbao::layout

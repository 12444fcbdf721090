// Parts of cells: their runs, their nodes, the widths they ask for.
#include "layout/cell_content.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/diagonal_head.hpp"
#include "layout/sum_of.hpp"
#include "layout/table_tags.hpp"
#include "text/shape.hpp"

namespace nianbao::layout {

namespace {

// The look of a cell's text: the style it names, else the table's; spread evenly when the cell says so.
TextStyle text_look(const Measurement& desk, const TableStyle& style, const document::GridCell& at, const Origin& origin) {
    if (!at.styled) return style.text;
    const Cell& cell = *at.cell;
    TextStyle look = cell.style.empty() ? style.text : desk.text_style(cell.style, origin);
    if (cell.spread != Em{}) look.spread = cell.spread;
    return look;
}

class PartAdder {
public:
    PartAdder(Measurement& desk, TableTexts& texts, std::size_t cell, NodeId node)
        : desk_(desk), table_(*texts.table), cell_(*texts.cells[cell].cell), row_(texts.cells[cell].row), node_(node),
          look_(text_look(desk, *texts.style, texts.cells[cell], origin())), runs_(texts.runs.open()), begin_(runs_.size()),
          parts_(texts.parts[cell]) {}

    void run() {
        const std::size_t labels = cell_.diagonal.size();
        if (cell_.vertical || (labels > 0 && (labels < 2 || labels > 3 || !cell_.text.empty() || !cell_.blocks.empty()))) fail();
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
        const std::size_t first = runs_.size() - begin_;
        desk_.append_runs(runs_, text, look_, node, origin());
        parts_.push_back({.first_run = first, .last_run = runs_.size() - begin_, .align = align});
    }

    // 表题 and 计量单位 above, notes below, as paragraphs of the cell.
    void add_table(const Table& table) {
        auto nested = std::make_shared<FittedPiece>();
        nested->cells = document::cells_on_grid(table);
        const NodeId unit = table.unit.empty() ? artifact : paragraph();
        TableTags tags = add_table_tags(desk_, table, nested->cells, node_);
        nested->nodes = std::move(tags.cells);
        nested->texts = texts_of(desk_, table, *nested);
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
    Runs& runs_;         // of the table
    std::size_t begin_;  // of the cell's
    std::vector<CellPart>& parts_;
};

RunSpan runs_of(RunSpan runs, const CellPart& part) {
    return runs.subspan(part.first_run, part.last_run - part.first_run);
}

// `add_parts`: the runs and parts of a cell that holds them.
template <typename AddParts>
TableTexts texts_with(Measurement& desk, const Table& table, const FittedPiece& piece, const AddParts& add_parts) {
    TableTexts out{.table = &table, .style = &desk.table_style(table.style, table.origin), .cells = piece.cells};
    out.runs.expect(piece.cells.size());
    for (std::size_t i = 0; i < piece.cells.size(); ++i) {
        const document::GridCell& at = piece.cells[i];
        const Origin& origin = table.rows[at.row].origin;
        if (at.in_parts) add_parts(out, i);
        else desk.append_runs(out.runs.open(), at.cell->text, text_look(desk, *out.style, at, origin), piece.nodes[i], origin);
        out.runs.close();
    }
    return out;
}

text::TextWidths widths_of_diagonal(Measurement& desk, const TableTexts& texts, std::size_t cell) {
    std::vector<text::ShapedText> labels;
    for (const CellPart& part : texts.parts.at(cell))
        labels.push_back(desk.shape(runs_of(texts.runs[cell], part), texts.style->lines));
    const DiagonalWidths widths = diagonal_widths(labels, texts.style->lines);
    // Counted from edge to edge; the caller adds the padding.
    const Insets& padding = document::padding_of(texts.cells[cell], texts.style->padding);
    const Length beside = padding.left + padding.right;
    return {std::max(widths.narrowest - beside, Length{}), std::max(widths.widest - beside, Length{})};
}

}  // namespace

TableTexts texts_of(Measurement& desk, const Table& table, const FittedPiece& piece) {
    return texts_with(desk, table, piece, [&](TableTexts& texts, std::size_t cell) {
        PartAdder(desk, texts, cell, piece.nodes[cell]).run();
    });
}

TableTexts texts_of_piece(
    Measurement& desk, const FittedPiece& piece, const FittedPiece& whole, std::span<const std::size_t> sources
) {
    return texts_with(desk, *piece.table, piece, [&](TableTexts& texts, std::size_t cell) {
        texts.parts[cell] = whole.texts.parts.at(sources[cell]);
        for (text::StyledRun run : whole.texts.runs[sources[cell]]) {
            if (piece.nodes[cell] == artifact) {  // a copy says nothing, and links to nothing
                run.tag = artifact;
                run.set_link({}, {});
            }
            texts.runs.open().push_back(std::move(run));
        }
    });
}

text::TextWidths widths_of_parts(Measurement& desk, TableTexts& texts, std::size_t cell, Length size) {
    if (!texts.cells[cell].cell->diagonal.empty()) return widths_of_diagonal(desk, texts, cell);
    text::TextWidths out;
    for (CellPart& part : texts.parts.at(cell)) {
        text::TextWidths widths;
        if (part.nested) {
            const auto needs = column_needs(desk, part.nested->texts, size);
            widths.narrowest = widths.widest = sum_of(needs);
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

// Spreads rows over their columns and binds every cell.
#include "template/compose_table.hpp"

#include "document/table_cells.hpp"

namespace nianbao::templating {

namespace {

// The field a row stands for: that of its first numbers.
std::string field_of(const RowSource& row) {
    for (const CellSource& cell : row.cells) {
        if (cell.spread == CellSpread::each_column) return cell.row_field;
        for (const Piece& piece : cell.text) {
            if (piece.kind == PieceKind::field) return piece.value;
        }
    }
    return {};
}

// Composes the rows of one table.
class RowComposer {
public:
    RowComposer(const TableSource& table, const Fields& fields, std::vector<Row>& out)
        : table_(table), fields_(fields), out_(out) {}

    // The row of the template, and those that a place added after it, which look like it.
    void add(const RowSource& source) {
        add_row(source, {}, {});
        for (const CellSource& cell : source.cells) {
            for (const Piece& piece : cell.text) {
                if (piece.kind != PieceKind::label) continue;
                for (const report::ExtraRow& extra : fields_.rows_after(piece.value)) add_row(source, piece.value, extra.pointer);
            }
        }
    }

private:
    // With every field and label at or below `from` taken from `to` instead.
    void add_row(const RowSource& source, const std::string& from, const std::string& to) {
        Row row;
        for (const CellSource& cell : source.cells) add_cells(cell, from, to, row.cells);
        row.min_height = source.min_height;
        row.rules = source.rules;
        row.keep_with_next = source.keep_with_next;
        row.origin.pointer = moved(field_of(source), from, to);
        out_.push_back(std::move(row));
    }

    static std::string moved(const std::string& field, const std::string& from, const std::string& to) {
        if (from.empty() || !field.starts_with(from)) return field;
        if (field.size() > from.size() && field[from.size()] != '/') return field;
        return to + field.substr(from.size());
    }

    CellBlock composed(const CellBlockSource& block) const {
        if (block.table) return {compose_table(*block.table, fields_)};
        return {fields_.text(block.paragraph)};
    }

    void add_cells(const CellSource& source, const std::string& from, const std::string& to, std::vector<Cell>& out) const {
        const auto add = [&](Text text) {
            out.push_back(source.look);
            out.back().text = std::move(text);
            for (const TextSource& label : source.diagonal) out.back().diagonal.push_back(fields_.text(label));
            for (const CellBlockSource& block : source.blocks) out.back().blocks.push_back(composed(block));
        };
        if (source.spread == CellSpread::one) {
            TextSource text = source.text;
            for (Piece& piece : text) {
                if (piece.kind != PieceKind::text) piece.value = moved(piece.value, from, to);
            }
            return add(fields_.text(text));
        }
        for (const std::string& key : table_.column_keys) {
            const std::string field = json::child(moved(source.row_field, from, to), key);
            if (source.spread == CellSpread::each_column) add(fields_.value(field, source.place));
            else add(fields_.printed_label(field, source.place));
        }
    }

    const TableSource& table_;
    const Fields& fields_;
    std::vector<Row>& out_;
};

}  // namespace

Table compose_table(const TableSource& source, const Fields& fields) {
    Table table = source.look;
    table.caption = fields.text(source.caption);
    table.unit = fields.text(source.unit);
    if (!source.section.empty()) fields.label(source.section, source.place);  // the format has it
    table.origin.pointer = source.section;
    for (const TextSource& note : source.notes) table.notes.push_back(fields.text(note));
    RowComposer rows(source, fields, table.rows);
    for (const RowSource& row : source.rows) rows.add(row);
    if (source.header_columns > 0) document::make_row_headers(table, source.header_columns);
    return table;
}

}  // namespace nianbao::templating

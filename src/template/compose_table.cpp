// Spreads rows over their columns and binds every cell.
#include "template/compose_table.hpp"

namespace nianbao::templating {

namespace {

void add_cells(const CellSource& source, const std::vector<std::string>& keys, const Fields& fields,
               std::vector<Cell>& out) {
    const auto add = [&](Text text) {
        out.push_back(source.look);
        out.back().text = std::move(text);
    };
    if (source.spread == CellSpread::one) return add(fields.text(source.text));
    for (const std::string& key : keys) {
        const std::string field = json::child(source.row_field, key);
        if (source.spread == CellSpread::each_column) add(fields.value(field, source.place));
        else add(fields.label(field, source.place).printed);
    }
}

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

}  // namespace

Table compose_table(const TableSource& source, const Fields& fields) {
    Table table = source.look;
    table.caption = fields.text(source.caption);
    table.unit = fields.text(source.unit);
    if (!source.section.empty()) fields.label(source.section, source.place);  // the format has it
    table.origin.pointer = source.section;
    for (const TextSource& note : source.notes) table.notes.push_back(fields.text(note));
    for (const RowSource& row_source : source.rows) {
        Row row;
        for (const CellSource& cell : row_source.cells) add_cells(cell, source.column_keys, fields, row.cells);
        row.min_height = row_source.min_height;
        row.keep_with_next = row_source.keep_with_next;
        row.origin.pointer = field_of(row_source);
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace nianbao::templating

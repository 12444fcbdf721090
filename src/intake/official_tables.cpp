// Labels of pasted lines matched with the fields of a format.
#include "intake/official_tables.hpp"

#include <algorithm>
#include <optional>

#include "base/json_write.hpp"
#include "base/utf8.hpp"

namespace nianbao::intake {

namespace {

using report::Field;
using report::FieldKind;
using report::Format;

// A label without spaces and with Chinese brackets, so that copies of it are the same.
std::u32string plain(const std::u32string& label) {
    std::u32string out;
    for (const char32_t c : label) {
        if (is_space(c) || c == U'"' || c == U'“' || c == U'”') continue;
        out += c == U'(' ? U'（' : c == U')' ? U'）' : c == U',' ? U'，' : c;
    }
    return out;
}

struct KnownRow {
    const Field* field = nullptr;
    const Field* section = nullptr;
    std::u32string printed = {}, text = {};
};

void add_rows(const Field& field, const Field& section, std::vector<KnownRow>& out) {
    if (field.kind == FieldKind::narrative) return;
    if (field.kind != FieldKind::group)
        out.push_back({&field, &section, plain(utf8::to_utf32(field.label.printed)), plain(utf8::to_utf32(field.label.text))});
    for (const Field& below : field.fields) add_rows(below, section, out);
}

std::vector<KnownRow> rows_of(const Format& format) {
    std::vector<KnownRow> rows;
    for (const Field& section : format.sections) add_rows(section, section, rows);
    return rows;
}

bool has_han(const SourceChars& cell) {
    return std::any_of(cell.begin(), cell.end(), [](const SourceChar& each) { return is_han(each.c); });
}

bool is_number(const SourceChars& cell) {
    return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](const SourceChar& each) { return is_digit(each.c); });
}

// What may stand in a number cell: nothing, digits, a dash, 124件, 1.5万元; 3.其他 is a label.
bool is_value(const SourceChars& cell) {
    if (!has_han(cell)) return true;
    constexpr std::size_t longest_unit = 3;
    std::size_t end = 0;
    while (end < cell.size() && (is_digit(cell[end].c) || std::u32string_view(U"+-.,").find(cell[end].c) != std::u32string_view::npos)) ++end;
    return end > 0 && is_digit(cell[end - 1].c) && cell.size() - end <= longest_unit;
}

bool is_same(const KnownRow& row, const std::u32string& label) {
    if (label == row.printed || label == row.text) return true;
    // A label with a local note behind it: 规章（设区的市…）
    return label.size() > row.text.size() && row.text.size() > 1 && label.compare(0, row.text.size(), row.text) == 0 && label[row.text.size()] == U'（';
}

class TableReader {
public:
    TableReader(const Format& format, Notes& notes) : format_(format), notes_(notes), rows_(rows_of(format)) {}

    std::size_t known(const TableLines& table) {
        std::size_t count = outcome_rows(table) != nullptr ? 1 : 0;
        for (const TableLine& line : table)
            if (row_of(line) != nullptr) ++count;
        return count;
    }

    void read(const TableLines& table, json::Value& report) {
        const Field* wide = outcome_rows(table);
        for (const TableLine& line : table) {
            if (wide != nullptr && read_wide(line, *wide, report)) continue;
            if (const KnownRow* row = row_of(line)) put_row(*row, line, report);
            else if (std::any_of(line.cells.begin(), line.cells.end(), is_number)) tell_of_row(line);
        }
    }

private:
    // The field that a line's innermost label names; rows come in the order of the form, so 3.其他 is
    // looked for behind the row before.
    const KnownRow* row_of(const TableLine& line) {
        std::size_t label = line.cells.size();
        while (label > 0 && is_value(line.cells[label - 1])) --label;
        if (label == 0 || label == line.cells.size()) return nullptr;
        const std::u32string name = plain(characters_of(line.cells[label - 1]));
        for (std::size_t step = 0; step < rows_.size(); ++step) {
            const std::size_t at = (next_ + step) % rows_.size();
            if (!is_same(rows_[at], name)) continue;
            next_ = at + 1;
            return &rows_[at];
        }
        return nullptr;
    }

    // 表四: no labels at its rows; its numbers stand side by side. The section, when the table is that one.
    const Field* outcome_rows(const TableLines& table) const {
        for (const Field& section : format_.sections) {
            if (section.kind != FieldKind::group || section.fields.empty() || section.fields.front().kind != FieldKind::row) continue;
            const std::u32string head = plain(utf8::to_utf32(columns_of(section.fields.front()).front().label.text));
            if (columns_of(section.fields.front()).size() * section.fields.size() < 12) continue;
            for (const TableLine& line : table)
                for (const SourceChars& cell : line.cells)
                    if (!head.empty() && contains(plain(characters_of(cell)), head) && count_of_cells(section) <= widest(table)) return &section;
        }
        return nullptr;
    }

    static std::size_t widest(const TableLines& table) {
        std::size_t most = 0;
        for (const TableLine& line : table) most = std::max(most, line.cells.size());
        return most;
    }

    const std::vector<report::FormatColumn>& columns_of(const Field& row) const { return format_.column_sets[row.column_set].columns; }

    std::size_t count_of_cells(const Field& section) const {
        std::size_t count = 0;
        for (const Field& row : section.fields) count += columns_of(row).size();
        return count;
    }

    bool read_wide(const TableLine& line, const Field& section, json::Value& report) {
        const std::size_t count = count_of_cells(section);
        if (line.cells.size() != count || !std::all_of(line.cells.begin(), line.cells.end(), is_value)) return false;
        std::size_t at = 0;
        for (const Field& row : section.fields)
            for (const report::FormatColumn& column : columns_of(row))
                put_value(json::child(row.pointer, column.key), line.cells[at++], line.number, report);
        return true;
    }

    void put_row(const KnownRow& row, const TableLine& line, json::Value& report) {
        if (row.field->kind != FieldKind::row) return put_value(row.field->pointer, last_value(line), line.number, report);
        const auto& columns = columns_of(*row.field);
        const bool total = format_.column_sets[row.field->column_set].total.has_value();
        std::size_t count = columns.size();
        if (line.cells.size() < count + 1 && total) --count;  // the total was left out
        if (line.cells.size() < count + 1) return tell_of_row(line);
        const std::size_t first = line.cells.size() - count;
        for (std::size_t i = 0; i < count; ++i)
            put_value(json::child(row.field->pointer, columns[i].key), line.cells[first + i], line.number, report);
    }

    static SourceChars last_value(const TableLine& line) {
        for (std::size_t i = line.cells.size(); i-- > 1;)
            if (!line.cells[i].empty()) return line.cells[i];
        return {};
    }

    void put_value(const std::string& pointer, const SourceChars& cell, int number, json::Value& report) {
        json::Value value;  // null: not available
        if (cell.empty()) notes_.count("IMPORT-BLANK", number, 1);
        else if (is_number(cell) && cell.size() <= 13) value = json::integer_value(std::stoll(utf8_of(cell)));
        else value = json::text_value(utf8_of(cell));
        json::Value* object = &report;
        std::string_view rest = std::string_view(pointer).substr(1);
        for (std::size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
            const std::string_view key = rest.substr(0, slash);
            const auto found = std::find_if(object->members.begin(), object->members.end(), [&](const json::Member& m) { return m.key == key; });
            object = found != object->members.end() ? &found->value : &json::put(*object, key, json::value_of(json::Kind::object));
            rest.remove_prefix(slash + 1);
        }
        json::put(*object, rest, std::move(value));
    }

    void tell_of_row(const TableLine& line) {
        std::string found;
        for (const SourceChars& cell : line.cells) found += (found.empty() ? "" : " | ") + utf8_of(cell);
        notes_.add("IMPORT-TABLE-ROW", Severity::warning, line.number, 1, {{"found", shortened(found)}});
    }

    const Format& format_;
    Notes& notes_;
    std::vector<KnownRow> rows_;
    std::size_t next_ = 0;
};

}  // namespace

std::size_t known_rows(const TableLines& table, const report::Format& format) {
    Notes silent;
    return TableReader(format, silent).known(table);
}

bool read_official_table(const TableLines& table, const report::Format& format, json::Value& report, Notes& notes) {
    if (known_rows(table, format) == 0) return false;
    TableReader(format, notes).read(table, report);
    return true;
}

}  // namespace nianbao::intake

// Works a rule out into equations between cells.
#include "report/read_format.hpp"

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "report/format.hpp"

namespace nianbao::report {

namespace {

[[noreturn]] void no_field(const std::string& pointer) {
    throw TemplateError("FORMAT-FIELD", pointer, say("FORMAT-FIELD", {{"where", pointer}}));
}

void add_rows(const Field& field, std::vector<const Field*>& out) {
    if (field.kind == FieldKind::row) out.push_back(&field);
    for (const Field& below : field.fields) add_rows(below, out);
}

void add_numbers(const Field& field, std::vector<std::string>& out) {
    if (is_number(field.kind)) out.push_back(field.pointer);
    for (const Field& below : field.fields) add_numbers(below, out);
}

const Field& field_below(const Format& format, const std::string& section, const std::string& name) {
    const std::string pointer = json::child("", section) + "/" + name;
    const Field* field = find_field(format, pointer);
    if (field == nullptr) no_field(pointer);
    return *field;
}

// The rows a side names; a group stands for all rows below it.
std::vector<const Field*> rows_of(const Format& format, const std::string& section, const std::vector<std::string>& names) {
    std::vector<const Field*> rows;
    for (const std::string& name : names) add_rows(field_below(format, section, name), rows);
    return rows;
}

// The single numbers a side names: a number by its place, one of a row as row/column, all those of a group.
std::vector<std::string> numbers_of(const Format& format, const std::string& section, const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const std::string& name : names) {
        const std::string pointer = json::child("", section) + "/" + name;
        const Field* field = find_field(format, pointer);
        if (field != nullptr) add_numbers(*field, out);
        else if (format.labels.find(pointer) != format.labels.end()) out.push_back(pointer);
        else no_field(pointer);
    }
    return out;
}

std::vector<std::string> cells_of(const std::vector<const Field*>& rows, const std::string& column) {
    std::vector<std::string> out;
    for (const Field* row : rows) out.push_back(json::child(row->pointer, column));
    return out;
}

std::vector<std::string> cells_of(const Format& format, const Field& row, const std::vector<std::string>& columns) {
    std::vector<std::string> out;
    for (const std::string& column : columns) {
        out.push_back(json::child(row.pointer, column));
        if (format.labels.find(out.back()) == format.labels.end()) no_field(out.back());
    }
    return out;
}

bool is_meant(const std::vector<std::string>& names, std::string_view name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<Equation> equations_of_rows(const Format& format, std::size_t index, const RuleSides& sides) {
    const std::string section = json::child("", format.rules[index].section);
    std::vector<const Field*> rows;
    add_rows(*find_field(format, section), rows);
    std::vector<Equation> out;
    for (const Field* row : rows) {
        if (!is_meant(sides.rows, std::string_view(row->pointer).substr(section.size() + 1))) continue;
        out.push_back({index, cells_of(format, *row, sides.left), cells_of(format, *row, sides.right),
                       cells_of(format, *row, sides.last)});
    }
    return out;
}

std::vector<Equation> equations_of_columns(const Format& format, std::size_t index, const RuleSides& sides) {
    const std::string& section = format.rules[index].section;
    const auto left = rows_of(format, section, sides.left), right = rows_of(format, section, sides.right),
               last = rows_of(format, section, sides.last);
    std::vector<Equation> out;
    for (const FormatColumn& column : format.column_sets[left.front()->column_set].columns) {
        if (!is_meant(sides.columns, column.key)) continue;
        out.push_back({index, cells_of(left, column.key), cells_of(right, column.key), cells_of(last, column.key)});
    }
    return out;
}

}  // namespace

std::vector<Equation> equations_of(const Format& format, std::size_t index, const RuleSides& sides) {
    const Rule& rule = format.rules[index];
    if (sides.left.empty()) return {};  // a rule without sides
    if (rule.spread == Spread::rows) return equations_of_rows(format, index, sides);
    if (rule.spread == Spread::columns) return equations_of_columns(format, index, sides);
    return {{index, numbers_of(format, rule.section, sides.left), numbers_of(format, rule.section, sides.right),
             numbers_of(format, rule.section, sides.last)}};
}

}  // namespace nianbao::report

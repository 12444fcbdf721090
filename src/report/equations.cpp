// Works a rule out into equations between cells.
#include "report/read_format.hpp"

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

}  // namespace

std::vector<Equation> equations_of(const Format& format, std::size_t index, const RuleSides& sides) {
    const Rule& rule = format.rules[index];
    std::vector<Equation> out;
    if (rule.kind != RuleKind::sum && rule.kind != RuleKind::balance && rule.kind != RuleKind::at_most) return out;
    if (rule.spread == Spread::cells) {
        out.push_back({index, numbers_of(format, rule.section, sides.left), numbers_of(format, rule.section, sides.right)});
        return out;
    }
    if (rule.spread == Spread::rows) {
        std::vector<const Field*> rows;
        add_rows(*find_field(format, json::child("", rule.section)), rows);
        for (const Field* row : rows) {
            out.push_back({index, cells_of(format, *row, sides.left), cells_of(format, *row, sides.right)});
        }
        return out;
    }
    const auto left = rows_of(format, rule.section, sides.left);
    const auto right = rows_of(format, rule.section, sides.right);
    for (const FormatColumn& column : format.column_sets[left.front()->column_set].columns) {
        out.push_back({index, cells_of(left, column.key), cells_of(right, column.key)});
    }
    return out;
}

}  // namespace nianbao::report

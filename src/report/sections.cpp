// The tables of a report: every number of every section under its canonical pointer.
#include "report/sections.hpp"

#include <algorithm>

#include "base/messages.hpp"
#include "report/blocks.hpp"
#include "report/format.hpp"
#include "report/local_variants.hpp"
#include "report/scalars.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

// Whether something of the field must be given: a group may be left out when all of it may.
bool is_required(const Field& field) {
    switch (field.kind) {
        case FieldKind::narrative: return field.required;
        case FieldKind::line: return field.required;
        case FieldKind::row:
        case FieldKind::count:
        case FieldKind::signed_count:
        case FieldKind::amount:
        case FieldKind::quantity: return !field.zero_when_absent && !field.computed_when_absent;
        case FieldKind::group: break;
    }
    if (field.optional) return false;
    return field.required || std::any_of(field.fields.begin(), field.fields.end(), is_required);
}

// Reads the fields of one section into the data.
class SectionReader {
public:
    SectionReader(Reading& reading, Report::Data& data) : reading_(reading), data_(data) {}

    void read(const Node& node, const Field& field) {
        switch (field.kind) {
            case FieldKind::narrative: read_section_text(node, field); break;
            case FieldKind::group: read_group(node, field); break;
            case FieldKind::row: read_row(node, field); break;
            case FieldKind::line: data_.lines[field.pointer] = read_plain(reading_, node); break;
            case FieldKind::count:
            case FieldKind::signed_count:
            case FieldKind::amount:
            case FieldKind::quantity: put(node, field.kind, field.computed_when_absent); break;
        }
    }

    // The field was not given. `absent` has the value of what it would stand in, and its own pointers.
    void fill(const Node& absent, const Field& field) {
        for (const Field& below : field.fields) fill(step(absent, below.key), below);
        const bool is_row = field.kind == FieldKind::row;
        if (field.computed_when_absent) return is_row ? add_totals(absent, field) : add_total(absent);
        if (!field.zero_when_absent) return;
        if (!is_row) add_zero(absent);
        else for (const FormatColumn& column : columns_of(field).columns) add_zero(step(absent, column.key));
        data_.absent_rows.push_back(field.pointer);
        reading_.note_absent_row(absent);
    }

private:
    const ColumnSet& columns_of(const Field& row) const { return reading_.format()->column_sets[row.column_set]; }

    static Node step(const Node& node, std::string_view key) {
        return {node.value, json::child(node.pointer, key), json::child(node.canonical, key)};
    }

    static void point(CellValue& cell, const Node& node) {
        cell.pointer = node.pointer;
        cell.line = node.value->position.line;
        cell.column = node.value->position.column;
    }

    // A number that was given. A total that is blank is unknown, anything else may count as zero.
    void put(const Node& node, FieldKind kind, bool is_total) {
        CellValue& cell = data_.cells[node.canonical] = read_number(reading_, node, kind);
        if (cell.kind != CellKind::missing || is_total) return;
        const Rule* rule = find_rule(*reading_.format(), RuleKind::missing_number, section_of(node.canonical));
        cell.blank_is_zero = rule != nullptr && rule->counts_as_zero;
    }

    void add_zero(const Node& absent) {
        CellValue& zero = data_.cells[absent.canonical];
        zero.shown = "0";
        zero.given = false;
        point(zero, absent);
    }

    // A total that is still to be worked out.
    void add_total(const Node& absent) {
        CellValue& total = data_.cells[absent.canonical];
        total.kind = CellKind::missing;
        total.given = false;
        total.computed = true;
        point(total, absent);
    }

    void add_totals(const Node& absent, const Field& row) {
        for (const FormatColumn& column : columns_of(row).columns) add_total(step(absent, column.key));
    }

    void read_section_text(const Node& node, const Field& field) {
        reading_.remember(node);
        const auto emptiness = field.required ? Emptiness::fault : Emptiness::allowed;
        data_.narratives[field.key] = read_narrative(reading_, node, emptiness);
    }

    void read_group(const Node& node, const Field& group) {
        std::vector<KeySpec> specs = keys_of(group.fields);
        if (group.local) specs.insert(specs.end(), {{"label_notes"}, {"extra_rows"}});
        const Keys keys(reading_, node, specs);
        if (!keys.is_object()) return;
        for (const Field& field : group.fields) {
            if (const auto found = keys.find(field.key)) read(*found, field);
            else fill(step(node, field.key), field);
        }
        if (!group.local) return;
        if (const auto notes = keys.find("label_notes")) read_label_notes(reading_, *notes, group, data_);
        if (const auto rows = keys.find("extra_rows")) read_extra_rows(*rows, group);
    }

    // Rows that a place added: each has the columns of the row it stands after.
    void read_extra_rows(const Node& node, const Field& group) {
        if (!node.is(Kind::array)) return reading_.wrong_type(node, "EXPECTED-LIST");
        for (std::size_t i = 0; i < node.value->items.size(); ++i) {
            const Field* after = read_extra_row(reading_, node.item(i), group, data_);
            if (after == nullptr) continue;
            const Keys keys(reading_, node.item(i), extra_row_keys());
            Field row = *after;
            row.pointer = data_.extra_rows.back().pointer;
            if (auto values = keys.find("values")) {
                values->canonical = row.pointer;
                read_row(*values, row);
            }
        }
    }

    void read_row(const Node& node, const Field& row) {
        const ColumnSet& set = columns_of(row);
        if (node.is(Kind::array) && set.array) return read_array(node, row, set);
        if (!node.is(Kind::object)) {
            return reading_.wrong_type(node, set.array ? "EXPECTED-ROW" : "EXPECTED-OBJECT");
        }
        std::vector<KeySpec> specs;
        for (std::size_t i = 0; i < set.columns.size(); ++i) {
            specs.push_back({set.columns[i].key, i != set.total, &set.columns[i].label.aliases});
        }
        const Keys keys(reading_, node, specs);
        for (const FormatColumn& column : set.columns) {
            const bool is_total = row.computed_when_absent || (set.total && column.key == set.columns[*set.total].key);
            if (const auto cell = keys.find(column.key)) put(*cell, column.kind, is_total);
            else add_total(step(node, column.key));
        }
    }

    // The columns in their order, with or without the total, which is the last.
    void read_array(const Node& node, const Field& row, const ColumnSet& set) {
        const std::size_t given = node.value->items.size(), all = set.columns.size();
        const std::size_t least = set.total ? all - 1 : all;
        if (given < least || given > all) {
            const std::string expected = least < all ? std::to_string(least) + "/" + std::to_string(all) : std::to_string(all);
            return reading_.fault("ROW-LENGTH", node, {.expected = in_both(expected), .found = std::to_string(given)});
        }
        for (std::size_t i = 0; i < all; ++i) {
            Node cell{node.value, json::child(node.pointer, i), json::child(row.pointer, set.columns[i].key)};
            if (i >= given) {
                add_total(cell);
                continue;
            }
            cell.value = &node.value->items[i];
            put(cell, set.columns[i].kind, row.computed_when_absent || i == set.total);
        }
    }

    Reading& reading_;
    Report::Data& data_;
};

}  // namespace

std::vector<KeySpec> keys_of(const std::vector<Field>& fields) {
    std::vector<KeySpec> specs;
    for (const Field& field : fields) specs.push_back({field.key, is_required(field), &field.label.aliases});
    return specs;
}

void read_sections(Reading& reading, const Keys& keys, Report::Data& data) {
    SectionReader reader(reading, data);
    for (const Field& section : reading.format()->sections) {
        if (const auto found = keys.find(section.key)) reader.read(*found, section);
    }
}

std::optional<std::int64_t> sum_of(const Report::Data& data, const std::vector<std::string>& cells) {
    std::int64_t sum = 0;  // a few dozen counts of at most 10^12
    for (const std::string& pointer : cells) {
        const auto cell = data.cells.find(pointer);
        if (cell == data.cells.end()) return std::nullopt;
        if (cell->second.kind == CellKind::missing && cell->second.blank_is_zero) continue;
        if (cell->second.kind != CellKind::count) return std::nullopt;
        sum += cell->second.number;
    }
    return sum;
}

void complete_totals(const Format& format, Report::Data& data) {
    // Totals of totals wait for their items: again until nothing more can be worked out.
    for (bool changed = true; changed;) {
        changed = false;
        for (const Equation& equation : format.equations) {
            if (format.rules[equation.rule].kind != RuleKind::sum) continue;
            const auto total = data.cells.find(equation.left.front());
            if (total == data.cells.end() || !total->second.computed || total->second.kind != CellKind::missing) continue;
            const auto sum = sum_of(data, equation.right);
            if (!sum) continue;
            total->second.kind = CellKind::count;
            total->second.number = *sum;
            total->second.shown = std::to_string(*sum);
            changed = true;
        }
    }
}

}  // namespace nianbao::report

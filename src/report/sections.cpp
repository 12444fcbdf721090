// The tables of a report: every number of every section under its canonical pointer.
#include "report/sections.hpp"

#include <algorithm>

#include "base/messages.hpp"
#include "report/blocks.hpp"
#include "report/format.hpp"
#include "report/scalars.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

// Whether something of the field must be given: a group may be left out when all of it may.
bool is_required(const Field& field) {
    switch (field.kind) {
        case FieldKind::narrative: return field.required;
        case FieldKind::row: return !field.zero_when_absent && !field.computed_when_absent;
        case FieldKind::count:
        case FieldKind::amount: return true;
        case FieldKind::group: break;
    }
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
            case FieldKind::count: data_.cells[field.pointer] = read_count(reading_, node); break;
            case FieldKind::amount: data_.cells[field.pointer] = read_amount(reading_, node); break;
        }
    }

    // The field was not given. `absent` has the value of what it would stand in, and its own pointers.
    void fill(const Node& absent, const Field& field) {
        for (const Field& below : field.fields) fill(step(absent, below.key), below);
        if (field.kind != FieldKind::row) return;
        if (field.computed_when_absent) return add_totals(absent, field);
        if (!field.zero_when_absent) return;
        for (const FormatColumn& column : columns_of(field).columns) {
            const Node cell = step(absent, column.key);
            CellValue& zero = data_.cells[cell.canonical];
            zero.shown = "0";
            zero.given = false;
            point(zero, cell);
        }
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
        const auto emptiness = field.required ? Emptiness::fault : Emptiness::allowed;
        data_.narratives[field.key] = read_narrative(reading_, node, emptiness);
    }

    void read_group(const Node& node, const Field& group) {
        const Keys keys(reading_, node, keys_of(group.fields));
        if (!keys.is_object()) return;
        for (const Field& field : group.fields) {
            if (const auto found = keys.find(field.key)) read(*found, field);
            else fill(step(node, field.key), field);
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
            if (const auto cell = keys.find(column.key)) data_.cells[cell->canonical] = read_count(reading_, *cell);
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
            data_.cells[cell.canonical] = read_count(reading_, cell);
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
        if (cell == data.cells.end() || cell->second.kind != CellKind::count) return std::nullopt;
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

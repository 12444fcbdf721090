// Local variants of a form: notes on its labels and rows beside its own (label_notes, extra_rows).
#include "report/local_variants.hpp"

#include <algorithm>

#include "base/messages.hpp"
#include "base/nearest.hpp"
#include "report/format.hpp"
#include "report/texts.hpp"

namespace nianbao::report {

namespace {

bool is_named(const std::string& key, const Label& label, std::string_view name) {
    return key == name || std::find(label.aliases.begin(), label.aliases.end(), name) != label.aliases.end();
}

const Field* field_named(const Field& group, std::string_view name) {
    for (const Field& field : group.fields) {
        if (is_named(field.key, field.label, name)) return &field;
    }
    return nullptr;
}

// The canonical pointer of "row" or "row/column", by keys or labels; empty when there is none.
std::string canonical_of(const Format& format, const Field& group, std::string_view path) {
    // A label may hold a slash (本年增/减), so every slash may be the one between row and column.
    if (const Field* row = field_named(group, path)) return row->pointer;
    for (std::size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/', at + 1)) {
        const Field* row = field_named(group, path.substr(0, at));
        if (row == nullptr || row->kind != FieldKind::row) continue;
        for (const FormatColumn& column : format.column_sets[row->column_set].columns) {
            if (is_named(column.key, column.label, path.substr(at + 1))) return json::child(row->pointer, column.key);
        }
    }
    return {};
}

std::vector<std::string> paths_of(const Format& format, const Field& group) {
    std::vector<std::string> out;
    for (const Field& field : group.fields) {
        out.push_back(field.key);
        if (field.kind != FieldKind::row) continue;
        for (const FormatColumn& column : format.column_sets[field.column_set].columns) {
            out.push_back(field.key + "/" + column.key);
        }
    }
    return out;
}

}  // namespace

void read_label_notes(Reading& reading, const Node& node, const Field& group, Report::Data& data) {
    if (!node.is(json::Kind::object)) return reading.wrong_type(node, "EXPECTED-OBJECT");
    for (const json::Member& member : node.value->members) {
        const Node note{&member.value, json::child(node.pointer, member.key), node.canonical};
        const std::string canonical = canonical_of(*reading.format(), group, member.key);
        if (canonical.empty()) {
            reading.fault("KEY-UNKNOWN", note, {.found = shortened(json::quote(member.key)),
                                                .suggestion = nearest(member.key, paths_of(*reading.format(), group)),
                                                .position = member.position});
            continue;
        }
        data.label_notes[canonical] = read_plain(reading, note);
    }
}

const std::vector<KeySpec>& extra_row_keys() {
    static const std::vector<KeySpec> keys = {{"after", true}, {"label", true}, {"values", true}};
    return keys;
}

const Field* read_extra_row(Reading& reading, const Node& node, const Field& group, Report::Data& data) {
    const Keys keys(reading, node, extra_row_keys());
    const auto after = keys.find("after"), label = keys.find("label");
    if (!after || !label) return nullptr;
    const Field* row = after->is(json::Kind::string) ? field_named(group, after->value->text) : nullptr;
    if (row == nullptr || row->kind != FieldKind::row) {
        std::vector<std::string> rows;
        std::string all;
        for (const Field& field : group.fields) {
            if (field.kind != FieldKind::row) continue;
            rows.push_back(field.key);
            all += (all.empty() ? "" : ", ") + field.key;
        }
        const std::string meant = after->is(json::Kind::string) ? nearest(after->value->text, rows) : std::string();
        reading.fault("ENUM", *after, {.expected = in_both(all), .found = shown(*after->value), .suggestion = meant});
        return nullptr;
    }
    const std::string list = json::child(group.pointer, "extra_rows");
    data.extra_rows.push_back({row->pointer, json::child(list, data.extra_rows.size()), read_plain(reading, *label)});
    return row;
}

}  // namespace nianbao::report

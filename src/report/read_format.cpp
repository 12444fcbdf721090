// Reads format.json. A format is written by developers, so its first fault ends the reading.
#include "report/read_format.hpp"

#include <algorithm>

#include "report/format.hpp"
#include "report/read_rules.hpp"

namespace nianbao::report {

namespace {

constexpr std::pair<std::string_view, FieldKind> field_kinds[] = {{"narrative", FieldKind::narrative},
                                                                  {"group", FieldKind::group},
                                                                  {"row", FieldKind::row},
                                                                  {"line", FieldKind::line},
                                                                  {"count", FieldKind::count},
                                                                  {"signed_count", FieldKind::signed_count},
                                                                  {"amount", FieldKind::amount},
                                                                  {"quantity", FieldKind::quantity}};

Label read_label(const FormatNode& node) {
    Label label{node.text_at("numeral"), node.at("label").text(), {}, {}};
    label.printed = label.numeral + label.text;
    label.aliases = node.texts_at("aliases");
    label.aliases.insert(label.aliases.begin(), label.text);
    return label;
}

ColumnSet read_column_set(const FormatNode& node) {
    node.allow({"id", "array", "total", "columns"});
    ColumnSet set;
    set.id = node.at("id").text();
    set.array = node.flag_at("array");
    const std::string total = node.text_at("total");
    for (const FormatNode& column : node.at("columns").items()) {
        column.allow({"key", "label", "aliases", "kind"});
        set.columns.push_back({column.at("key").text(), read_label(column), FieldKind::count});
        if (column.has("kind")) set.columns.back().kind = column.at("kind").one_of(field_kinds);
        if (!is_number(set.columns.back().kind)) column.at("kind").fail("FORMAT-VALUE", column.at("kind").text());
        if (set.columns.back().key == total) set.total = set.columns.size() - 1;
    }
    if (!total.empty() && !set.total) node.fail("FORMAT-VALUE", total);
    return set;
}

std::size_t column_set_named(const Format& format, const FormatNode& node) {
    for (std::size_t i = 0; i < format.column_sets.size(); ++i) {
        if (format.column_sets[i].id == node.text()) return i;
    }
    node.fail("FORMAT-VALUE", node.text());
}

// A field and all below it. `column_set` is that of the nearest group that names one.
Field read_field(const Format& format, const FormatNode& node, std::string_view parent, std::size_t column_set) {
    node.allow({"key", "kind", "numeral", "label", "aliases", "required", "optional", "local", "reconstructed", "table",
                "columns", "fields"});
    Field field;
    field.key = node.at("key").text();
    field.pointer = json::child(parent, field.key);
    field.label = read_label(node);
    field.kind = node.at("kind").one_of(field_kinds);
    field.required = node.flag_at("required");
    field.optional = node.flag_at("optional");
    field.local = node.flag_at("local");
    field.reconstructed = node.flag_at("reconstructed");
    field.column_set = node.has("columns") ? column_set_named(format, node.at("columns")) : column_set;
    if (node.has("table")) field.table = node.bilingual_at("table");
    for (const FormatNode& below : node.items_at("fields")) {
        field.fields.push_back(read_field(format, below, field.pointer, field.column_set));
    }
    return field;
}

void add_labels(Format& format, const Field& field) {
    format.labels[field.pointer] = field.label;
    if (field.kind == FieldKind::row) {
        for (const FormatColumn& column : format.column_sets[field.column_set].columns) {
            format.labels[json::child(field.pointer, column.key)] = column.label;
        }
    }
    for (const Field& below : field.fields) add_labels(format, below);
}

void add_column_labels(Format& format) {
    std::map<std::string, std::vector<Label>> by_key;
    for (const ColumnSet& set : format.column_sets) {
        for (const FormatColumn& column : set.columns) {
            format.labels[set.id + "/" + column.key] = column.label;
            by_key[column.key].push_back(column.label);
        }
    }
    for (const auto& [key, labels] : by_key) {
        const Label& first = labels.front();
        const bool same = std::all_of(labels.begin(), labels.end(),
                                      [&](const Label& label) { return label.text == first.text; });
        if (same) format.labels[key] = first;
    }
}

}  // namespace

Format read_format(std::string_view text, std::string_view source, std::string_view catalogue) {
    const json::Value root = json::parse(text, source);
    const FormatNode node{&root, ""};
    node.allow({"format_version", "id", "name", "title", "year_required", "column_sets", "sections", "rules"});
    const FormatNode version = node.at("format_version");
    if (version.value->integer != 1) version.fail("FORMAT-VALUE", json::dump(*version.value));
    Format format;
    format.id = node.at("id").text();
    format.name = node.bilingual_at("name");
    format.title = node.texts_at("title");
    if (node.has("year_required")) format.year_required = node.flag_at("year_required");
    for (const FormatNode& set : node.items_at("column_sets")) format.column_sets.push_back(read_column_set(set));
    for (const FormatNode& section : node.at("sections").items()) {
        format.sections.push_back(read_field(format, section, "", 0));
        add_labels(format, format.sections.back());
    }
    add_column_labels(format);
    read_rules(format, node, catalogue);
    return format;
}

}  // namespace nianbao::report

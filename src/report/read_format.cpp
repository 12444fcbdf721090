// Reads format.json. A format is written by developers, so its first fault ends the reading.
#include "report/read_format.hpp"

#include <algorithm>
#include <initializer_list>

#include <nianbao/error.hpp>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "report/format.hpp"

namespace nianbao::report {

namespace {

using json::Kind;
using json::Value;

// A value of the format with its pointer.
struct Node {
    const Value* value;
    std::string pointer;

    [[noreturn]] void fail(std::string_view id, std::string_view found) const {
        throw TemplateError(std::string(id), pointer, say(id, {{"where", pointer}, {"found", found}}));
    }
    Node at(std::string_view key) const {
        const Value* found = value->find(key);
        if (found == nullptr) fail("FORMAT-MISSING", key);
        return {found, json::child(pointer, key)};
    }
    bool has(std::string_view key) const { return value->find(key) != nullptr; }
    const std::string& text() const {
        if (!value->is(Kind::string)) fail("FORMAT-TYPE", json::dump(*value));
        return value->text;
    }
    std::string text_at(std::string_view key) const { return has(key) ? at(key).text() : std::string(); }
    bool flag_at(std::string_view key) const { return has(key) && at(key).value->boolean; }
    std::vector<Node> items() const {
        if (!value->is(Kind::array)) fail("FORMAT-TYPE", json::dump(*value));
        std::vector<Node> out;
        for (std::size_t i = 0; i < value->items.size(); ++i) out.push_back({&value->items[i], json::child(pointer, i)});
        return out;
    }
    std::vector<Node> items_at(std::string_view key) const { return has(key) ? at(key).items() : std::vector<Node>(); }
    std::vector<std::string> texts_at(std::string_view key) const {
        std::vector<std::string> out;
        for (const Node& item : items_at(key)) out.push_back(item.text());
        return out;
    }
    Bilingual bilingual_at(std::string_view key) const {
        const Node both = at(key);
        both.allow({"zh", "en"});
        return {both.at("zh").text(), both.at("en").text()};
    }
    void allow(std::initializer_list<std::string_view> keys) const {
        if (!value->is(Kind::object)) fail("FORMAT-TYPE", json::dump(*value));
        for (const json::Member& member : value->members) {
            if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) fail("FORMAT-KEY", member.key);
        }
    }
    template <typename Enum, std::size_t count>
    Enum one_of(const std::pair<std::string_view, Enum> (&names)[count]) const {
        for (const auto& [name, meaning] : names) {
            if (text() == name) return meaning;
        }
        fail("FORMAT-VALUE", text());
    }
};

constexpr std::pair<std::string_view, FieldKind> field_kinds[] = {{"narrative", FieldKind::narrative},
                                                                  {"group", FieldKind::group},
                                                                  {"row", FieldKind::row},
                                                                  {"count", FieldKind::count},
                                                                  {"amount", FieldKind::amount}};
constexpr std::pair<std::string_view, RuleKind> rule_kinds[] = {{"sum", RuleKind::sum},
                                                                {"balance", RuleKind::balance},
                                                                {"number_in_cell", RuleKind::number_in_cell},
                                                                {"absent_row", RuleKind::absent_row}};
constexpr std::pair<std::string_view, Severity> severities[] = {{"error", Severity::error},
                                                                {"warning", Severity::warning},
                                                                {"information", Severity::information}};
constexpr std::pair<std::string_view, bool> spreads[] = {{"column", true}, {"row", false}};

Label read_label(const Node& node) {
    Label label{node.text_at("numeral"), node.at("label").text(), {}, {}};
    label.printed = label.numeral + label.text;
    label.aliases = node.texts_at("aliases");
    label.aliases.insert(label.aliases.begin(), label.text);
    return label;
}

ColumnSet read_column_set(const Node& node) {
    node.allow({"id", "array", "total", "columns"});
    ColumnSet set;
    set.id = node.at("id").text();
    set.array = node.flag_at("array");
    const std::string total = node.text_at("total");
    for (const Node& column : node.at("columns").items()) {
        column.allow({"key", "label"});
        set.columns.push_back({column.at("key").text(), read_label(column)});
        if (set.columns.back().key == total) set.total = set.columns.size() - 1;
    }
    if (!total.empty() && !set.total) node.fail("FORMAT-VALUE", total);
    return set;
}

std::size_t column_set_named(const Format& format, const Node& node) {
    for (std::size_t i = 0; i < format.column_sets.size(); ++i) {
        if (format.column_sets[i].id == node.text()) return i;
    }
    node.fail("FORMAT-VALUE", node.text());
}

// A field and all below it. `column_set` is that of the nearest group that names one.
Field read_field(const Format& format, const Node& node, std::string_view parent, std::size_t column_set) {
    node.allow({"key", "kind", "numeral", "label", "aliases", "required", "table", "columns", "fields"});
    Field field;
    field.key = node.at("key").text();
    field.pointer = json::child(parent, field.key);
    field.label = read_label(node);
    field.kind = node.at("kind").one_of(field_kinds);
    field.required = node.flag_at("required");
    field.column_set = node.has("columns") ? column_set_named(format, node.at("columns")) : column_set;
    if (node.has("table")) field.table = node.bilingual_at("table");
    for (const Node& below : node.items_at("fields")) {
        field.fields.push_back(read_field(format, below, field.pointer, field.column_set));
    }
    return field;
}

Rule read_rule(const Format& format, const Node& node) {
    node.allow({"id", "kind", "severity", "in", "for_each", "total", "items", "left", "right", "says", "advice"});
    Rule rule;
    rule.id = node.at("id").text();
    rule.kind = node.at("kind").one_of(rule_kinds);
    if (node.has("severity")) rule.severity = node.at("severity").one_of(severities);
    if (node.has("for_each")) rule.each_column = node.at("for_each").one_of(spreads);
    rule.section = node.text_at("in");
    if (!rule.section.empty() && find_field(format, json::child("", rule.section)) == nullptr) {
        node.at("in").fail("FORMAT-VALUE", rule.section);
    }
    rule.says = node.bilingual_at("says");
    rule.advice = node.bilingual_at("advice");
    return rule;
}

RuleSides read_sides(const Node& node, RuleKind kind) {
    if (kind == RuleKind::sum) return {{node.at("total").text()}, node.texts_at("items")};
    if (kind == RuleKind::balance) return {node.texts_at("left"), node.texts_at("right")};
    return {};
}

void mark_rows(Format& format, Field& field, const Rule& rule, const std::vector<std::string>& computed) {
    if (field.kind == FieldKind::row) {
        field.zero_when_absent |= rule.kind == RuleKind::absent_row;
        field.computed_when_absent |= std::find(computed.begin(), computed.end(), field.pointer) != computed.end();
    }
    for (Field& below : field.fields) mark_rows(format, below, rule, computed);
}

// What a rule says of rows that are not there: they count as zeros, or they are the sum of others.
void mark_absent_rows(Format& format, const Rule& rule, const RuleSides& sides) {
    std::vector<std::string> computed;
    if (rule.kind == RuleKind::sum && rule.each_column) computed.push_back("/" + rule.section + "/" + sides.left.front());
    for (Field& section : format.sections) {
        if (rule.section.empty() || section.key == rule.section) mark_rows(format, section, rule, computed);
    }
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

Format read_format(std::string_view text, std::string_view source) {
    const Value root = json::parse(text, source);
    const Node node{&root, ""};
    node.allow({"format_version", "id", "name", "title", "column_sets", "sections", "rules"});
    const Node version = node.at("format_version");
    if (version.value->integer != 1) version.fail("FORMAT-VALUE", json::dump(*version.value));
    Format format;
    format.id = node.at("id").text();
    format.name = node.bilingual_at("name");
    format.title = node.texts_at("title");
    for (const Node& set : node.items_at("column_sets")) format.column_sets.push_back(read_column_set(set));
    for (const Node& section : node.at("sections").items()) {
        format.sections.push_back(read_field(format, section, "", 0));
        add_labels(format, format.sections.back());
    }
    add_column_labels(format);
    for (const Node& rule : node.items_at("rules")) {
        format.rules.push_back(read_rule(format, rule));
        const RuleSides sides = read_sides(rule, format.rules.back().kind);
        mark_absent_rows(format, format.rules.back(), sides);
        try {
            const auto equations = equations_of(format, format.rules.size() - 1, sides);
            format.equations.insert(format.equations.end(), equations.begin(), equations.end());
        } catch (const TemplateError& error) {
            rule.fail("FORMAT-VALUE", error.where());
        }
    }
    return format;
}

}  // namespace nianbao::report

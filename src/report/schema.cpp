// The JSON Schema of a format's reports, made from the format and the parts all formats share.
#include <nianbao/report.hpp>
#include <nianbao/starter.hpp>

#include <algorithm>
#include <set>

#include "base/json_write.hpp"
#include "report/format.hpp"
#include "report/format_data.hpp"
#include "report/sections.hpp"

namespace nianbao {

namespace {

using namespace report;
using json::ObjectBuilder;
using json::Value;

constexpr std::string_view draft = "https://json-schema.org/draft/2020-12/schema";

Value reference(const std::string& name) {
    return ObjectBuilder().add("$ref", "#/$defs/" + name).take();
}

Value required(const std::string& key) {
    return ObjectBuilder().add("required", json::list_value({json::text_value(key)})).take();
}

std::string_view definition_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::narrative: return "narrative";
        case FieldKind::line: return "line";
        case FieldKind::count: return "count";
        case FieldKind::signed_count: return "signed_count";
        case FieldKind::amount: return "amount";
        case FieldKind::quantity: return "quantity";
        case FieldKind::group:
        case FieldKind::row: break;
    }
    return "";
}

// The members of an object, each under its key and its other names, of which one may be given.
class Members {
public:
    void add(const std::string& key, const std::vector<std::string>& aliases, bool is_required, const Value& schema) {
        std::vector<Value> names;
        for (const std::string& name : names_of(key, aliases)) {
            properties_.add(name, schema);
            names.push_back(required(name));
        }
        if (is_required && names.size() == 1) {
            conditions_.push_back(names.front());
        } else if (is_required) {
            conditions_.push_back(ObjectBuilder().add("oneOf", json::list_value(names)).take());
        } else if (names.size() > 1) {
            const Value none = ObjectBuilder().add("not", ObjectBuilder().add("anyOf", json::list_value(names)).take()).take();
            names.push_back(none);
            conditions_.push_back(ObjectBuilder().add("oneOf", json::list_value(names)).take());
        }
    }

    // Adds properties, allOf and what no object may have besides.
    void finish(ObjectBuilder& object) {
        object.add("properties", properties_.take());
        if (!conditions_.empty()) object.add("allOf", json::list_value(conditions_));
        object.add("patternProperties", ObjectBuilder().add("^x_", json::flag_value(true)).take());
        object.add("additionalProperties", json::flag_value(false));
    }

private:
    // Names are a set: a label may equal the key.
    static std::vector<std::string> names_of(const std::string& key, const std::vector<std::string>& aliases) {
        std::vector<std::string> out = {key};
        std::set<std::string> seen = {key};
        for (const std::string& alias : aliases) {
            if (seen.insert(alias).second) out.push_back(alias);
        }
        return out;
    }

    ObjectBuilder properties_;
    std::vector<Value> conditions_;
};

// Builds the schema of one format.
class SchemaMaker {
public:
    explicit SchemaMaker(const Format& format)
        : format_(format), common_(json::parse(embedded_schemas().front().second, "common/schema.json")) {}

    Value make() {
        ObjectBuilder root;
        root.add("$schema", draft).add("$id", "urn:nianbao:schema:" + format_.id).add("title", format_.name.zh);
        root.add("description", "报告数据的形状。键名用英文，也可写作不带序数的官方名称。数与数是否相符由核验（check）回答，不在此列。");
        root.add("type", "object");
        Members members;
        members.add("format", {}, true, ObjectBuilder().add("description", "报告格式").add("const", format_.id).take());
        for (const json::Member& key : common_.find("properties")->members) {
            const bool must = key.key == "organ" || (key.key == "year" && format_.year_required) ||
                              (key.key == "title" && format_.title.empty());
            members.add(key.key, {}, must, key.value);
        }
        add_fields(members, format_.sections);
        members.finish(root);
        root.add("$defs", definitions());
        return root.take();
    }

private:
    void add_fields(Members& members, const std::vector<Field>& fields) {
        const std::vector<KeySpec> specs = keys_of(fields);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            members.add(fields[i].key, fields[i].label.aliases, specs[i].required, schema_of(fields[i]));
        }
    }

    Value schema_of(const Field& field) {
        std::string name(definition_of(field.kind));
        if (field.kind == FieldKind::narrative && !field.required) name = "optional_narrative";
        if (field.kind == FieldKind::row) name = "row-" + format_.column_sets[field.column_set].id;
        if (field.kind == FieldKind::group) {
            name = "group" + field.pointer;
            std::replace(name.begin(), name.end(), '/', '-');
            add_group(name, field);
        }
        Value out = reference(name);
        const std::string note = field.reconstructed ? "（名称系重构，待与原件核对）" : "";
        out.members.push_back({.key = "title", .value = json::text_value(field.label.printed + note)});
        return out;
    }

    void add_group(const std::string& name, const Field& group) {
        Members members;
        add_fields(members, group.fields);
        if (group.local) {
            members.add("label_notes", {}, false, reference("label_notes"));
            members.add("extra_rows", {}, false, extra_rows(group));
        }
        ObjectBuilder object;
        object.add("type", "object");
        members.finish(object);
        groups_.push_back({.key = name, .value = object.take()});
    }

    // Each added row has the columns of the row it stands after.
    Value extra_rows(const Field& group) const {
        std::vector<Value> kinds;
        for (const Field& row : group.fields) {
            if (row.kind != FieldKind::row) continue;
            std::vector<Value> names = {json::text_value(row.key)};
            for (const std::string& alias : row.label.aliases) names.push_back(json::text_value(alias));
            Members members;
            members.add("after", {}, true, ObjectBuilder().add("description", "排在此行之后").add("enum", json::list_value(names)).take());
            members.add("label", {}, true, reference("line"));
            members.add("values", {}, true, reference("row-" + format_.column_sets[row.column_set].id));
            ObjectBuilder object;
            object.add("type", "object");
            members.finish(object);
            kinds.push_back(object.take());
        }
        const Value item = ObjectBuilder().add("oneOf", json::list_value(kinds)).take();
        return ObjectBuilder().add("description", "本地增加的行").add("type", "array").add("items", item).take();
    }

    Value row_of(const ColumnSet& set) const {
        Members members;
        std::vector<Value> items;
        for (std::size_t i = 0; i < set.columns.size(); ++i) {
            const FormatColumn& column = set.columns[i];
            const Value number = reference(std::string(definition_of(column.kind)));
            members.add(column.key, column.label.aliases, i != set.total, number);
            items.push_back(number);
        }
        ObjectBuilder object;
        object.add("type", "object");
        members.finish(object);
        if (!set.array) return object.take();
        const auto all = static_cast<std::int64_t>(items.size());
        ObjectBuilder array;
        array.add("type", "array").add("prefixItems", json::list_value(items));
        array.add("minItems", json::integer_value(set.total ? all - 1 : all)).add("maxItems", json::integer_value(all));
        return ObjectBuilder().add("description", "各列的数：对象，或按列的顺序写成数组").add("oneOf", json::list_value({array.take(), object.take()})).take();
    }

    Value definitions() {
        Value out = *common_.find("$defs");
        for (const ColumnSet& set : format_.column_sets) out.members.push_back({.key = "row-" + set.id, .value = row_of(set)});
        for (json::Member& group : groups_) out.members.push_back(std::move(group));
        return out;
    }

    const Format& format_;
    Value common_;
    std::vector<json::Member> groups_;
};

}  // namespace

std::string report_schemas_json() {
    ObjectBuilder root, definitions;
    std::vector<Value> kinds;
    for (const ReportFormat& format : report_formats()) {
        const Value schema = SchemaMaker(built_in_format(format.id)).make();
        kinds.push_back(ObjectBuilder().add("$ref", schema.find("$id")->text).take());
        definitions.add(format.id, schema);
    }
    root.add("$schema", draft).add("$id", "urn:nianbao:schema:report").add("title", "年度报告");
    root.add("oneOf", json::list_value(kinds)).add("$defs", definitions.take());
    return json::pretty(root.take());
}

std::string template_schema_json() { return std::string(embedded_template_schemas().front().second); }

std::string report_schema_json(std::string_view id) { return json::pretty(SchemaMaker(built_in_format(id)).make()); }

}  // namespace nianbao

// The starter: a report of a format with nothing but what is known at the beginning of the year.
#include <nianbao/starter.hpp>

#include <algorithm>
#include <map>

#include "base/json_write.hpp"
#include "base/messages.hpp"
#include "report/format.hpp"
#include "report/format_data.hpp"
#include "report/report_data.hpp"
#include "report/sections.hpp"

namespace nianbao {

namespace {

using namespace report;
using json::ObjectBuilder;
using json::Value;

std::string to_fill(const std::string& what) { return "【请填写：" + what + "】"; }

// Builds the starter of one format.
class Starter {
public:
    Starter(const Format& format, const StarterOptions& options) : format_(format), options_(options) { carry_over(); }

    Value make() {
        ObjectBuilder root;
        if (!options_.schema.empty()) root.add("$schema", options_.schema);
        root.add("x_说明", format_.name.zh + "。以 x_ 开头的键是说明，排印时不看；总计由程序求和，可不写。");
        root.add("format", format_.id);
        add_envelope(root);
        for (const Field& section : format_.sections) add(root, section);
        return root.take();
    }

private:
    const Report::Data* previous() const { return options_.previous == nullptr ? nullptr : &options_.previous->data(); }

    // What rules between years say a number begins with: the carry-over, the documents in force.
    void carry_over() {
        if (previous() == nullptr) return;
        for (const Equation& equation : format_.equations) {
            const Rule& rule = format_.rules[equation.rule];
            if (rule.kind != RuleKind::previous_year || rule.relation != Relation::equal) continue;
            const auto value = sum_of(*previous(), equation.last);
            if (value) known_[equation.left.front()] = *value;
        }
    }

    void add_envelope(ObjectBuilder& root) const {
        std::string organ = options_.organ, kind;
        if (previous() != nullptr) {
            if (organ.empty()) organ = previous()->organ;
            kind = previous()->organ_kind;
        }
        root.add("organ", organ.empty() ? to_fill("发布机关") : organ);
        root.add("x_organ_kind", "机关类别，用于核对公布期限：government 各级政府、department 部门、township 乡镇街道");
        if (!kind.empty()) root.add("organ_kind", kind);
        if (const auto year = this->year()) root.add("year", json::integer_value(*year));
        if (format_.title.empty()) root.add("title", to_fill("标题"));
        root.add("x_issued", "成文日期，写作 \"issued\": \"2025-01-20\"；落款写作 \"signature\": {\"date\": \"2025-01-20\"}");
    }

    std::optional<int> year() const {
        if (options_.year) return options_.year;
        if (previous() != nullptr && previous()->year) return *previous()->year + 1;
        if (format_.year_required) throw Error("STARTER-YEAR", "", say("STARTER-YEAR", {{"format", format_.id}}));
        return std::nullopt;
    }

    void add(ObjectBuilder& into, const Field& field) const {
        switch (field.kind) {
            case FieldKind::narrative: into.add(field.key, narrative(field)); return;
            case FieldKind::line: into.add("x_" + field.key, field.label.printed + "（可不写）"); return;
            case FieldKind::group: into.add(field.key, group(field)); return;
            case FieldKind::row:
                if (field.computed_when_absent) return;
                into.add("x_" + field.key, field.label.printed);
                into.add(field.key, row(field));
                return;
            case FieldKind::count:
            case FieldKind::signed_count:
            case FieldKind::amount:
            case FieldKind::quantity:
                if (field.computed_when_absent) return;
                into.add("x_" + field.key, field.label.printed);
                into.add(field.key, number(field.pointer, field.kind));
        }
    }

    // The parts that the format asks for, each to be filled in; else one text.
    Value narrative(const Field& field) const {
        if (!field.required) return json::text_value("");
        for (const Rule& rule : format_.rules) {
            const auto parts = rule.words.find("parts");
            if (rule.section != field.key || parts == rule.words.end()) continue;
            std::vector<Value> blocks;
            for (const std::string& part : parts->second) {
                ObjectBuilder heading;
                heading.add("heading", json::integer_value(2)).add("text", part).add("run_in", to_fill(part + "的情况"));
                blocks.push_back(heading.take());
            }
            return json::list_value(blocks);
        }
        return json::text_value(to_fill(field.label.text));
    }

    Value group(const Field& field) const {
        ObjectBuilder object;
        object.add("x_说明", field.label.printed);
        for (const Field& below : field.fields) {
            if (below.kind != FieldKind::row || !format_.column_sets[below.column_set].array) continue;
            object.add("x_列", "各行依次为：" + columns_of(format_.column_sets[below.column_set]));
            break;
        }
        for (const Field& below : field.fields) add(object, below);
        return object.take();
    }

    static std::string columns_of(const ColumnSet& set) {
        std::string out;
        for (std::size_t i = 0; i < set.columns.size(); ++i) {
            if (i != set.total) out += (out.empty() ? "" : "、") + set.columns[i].label.text;
        }
        return out;
    }

    Value row(const Field& field) const {
        const ColumnSet& set = format_.column_sets[field.column_set];
        std::vector<Value> numbers;
        ObjectBuilder object;
        for (std::size_t i = 0; i < set.columns.size(); ++i) {
            if (i == set.total) continue;
            const Value value = number(json::child(field.pointer, set.columns[i].key), set.columns[i].kind);
            numbers.push_back(value);
            if (!set.array) object.add("x_" + set.columns[i].key, set.columns[i].label.text);
            object.add(set.columns[i].key, value);
        }
        return set.array ? json::list_value(numbers) : object.take();
    }

    Value number(const std::string& pointer, FieldKind kind) const {
        if (kind == FieldKind::amount || kind == FieldKind::quantity) return json::text_value("0");
        const auto known = known_.find(pointer);
        return json::integer_value(known == known_.end() ? 0 : known->second);
    }

    const Format& format_;
    const StarterOptions& options_;
    std::map<std::string, std::int64_t> known_;
};

}  // namespace

std::string starter_report_json(const StarterOptions& options) {
    return json::pretty(Starter(built_in_format(options.format), options).make());
}

}  // namespace nianbao

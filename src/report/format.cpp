// Built-in formats, read once, and what can be asked of them.
#include "report/format.hpp"

#include <algorithm>
#include <tuple>

#include <nianbao/error.hpp>
#include <nianbao/report.hpp>

#include "base/messages.hpp"
#include "report/format_data.hpp"
#include "report/read_format.hpp"

namespace nianbao::report {

namespace {

[[noreturn]] void unknown_format(std::string_view id) {
    std::string known;
    for (const auto& [name, text] : embedded_formats()) known += (known.empty() ? "" : ", ") + std::string(name);
    throw TemplateError("FORMAT-UNKNOWN", std::string(id), say("FORMAT-UNKNOWN", {{"found", id}, {"known", known}}));
}

std::string text_of(std::span<const EmbeddedRow> rows, std::string_view id) {
    for (const auto& [name, text] : rows) {
        if (name == id) return std::string(text);
    }
    unknown_format(id);
}

// Every built-in format: they are few and small, and all are read at the first question.
const std::map<std::string, Format, std::less<>>& formats() {
    static const auto all = [] {
        std::map<std::string, Format, std::less<>> read;
        for (const auto& [id, text] : embedded_formats()) read.emplace(id, read_format(text, id, text_of(embedded_rules(), "common")));
        return read;
    }();
    return all;
}

// The first token of a pointer and the rest: "/a/b/c" → "a", "/b/c".
std::pair<std::string_view, std::string_view> split(std::string_view pointer) {
    if (!pointer.starts_with('/')) return {{}, {}};
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    return {pointer.substr(1, end - 1), pointer.substr(end)};
}

const Field* field_named(const std::vector<Field>& fields, std::string_view key) {
    for (const Field& field : fields) {
        if (field.key == key) return &field;
    }
    return nullptr;
}

// The words of a row and column below a section: numerals of the groups, label of the row, column.
std::string words_below(const Format& format, const Field& section, std::string_view pointer) {
    std::string words;
    const Field* field = &section;
    for (auto [key, rest] = split(pointer); !key.empty(); std::tie(key, rest) = split(rest)) {
        if (field->kind == FieldKind::row) {
            const auto column = format.labels.find(field->pointer + "/" + std::string(key));
            if (column != format.labels.end()) words += " × " + column->second.text;
            return words;
        }
        if (key == "extra_rows") return words + " " + std::string(key) + std::string(rest);
        field = field_named(field->fields, key);
        if (field == nullptr) return words;
        const bool passed = field->kind == FieldKind::group && !rest.empty();
        words += passed ? field->label.numeral : field->label.printed;
    }
    return words;
}

}  // namespace

const Format& built_in_format(std::string_view id) {
    const auto found = formats().find(id);
    if (found == formats().end()) unknown_format(id);
    return found->second;
}

const std::string& label(const Format& format, std::string_view pointer) {
    const auto found = format.labels.find(pointer);
    if (found == format.labels.end()) {
        throw TemplateError("FORMAT-FIELD", std::string(pointer), say("FORMAT-FIELD", {{"where", pointer}}));
    }
    return found->second.printed;
}

bool has_narrative(const Format& format, std::string_view key) {
    const Field* field = field_named(format.sections, key);
    return field != nullptr && field->kind == FieldKind::narrative;
}

bool is_line(const Format& format, std::string_view pointer) {
    const Field* field = find_field(format, pointer);
    return field != nullptr && field->kind == FieldKind::line;
}

bool is_group(const Format& format, std::string_view pointer) {
    const Field* field = find_field(format, pointer);
    return field != nullptr && field->kind == FieldKind::group;
}

const Field* find_field(const Format& format, std::string_view pointer) {
    const std::vector<Field>* level = &format.sections;
    const Field* field = nullptr;
    for (auto [key, rest] = split(pointer); !key.empty(); std::tie(key, rest) = split(rest)) {
        field = field_named(*level, key);
        if (field == nullptr) return nullptr;
        level = &field->fields;
    }
    return field;
}

std::string_view section_of(std::string_view pointer) { return split(pointer).first; }

const Rule* find_rule(const Format& format, RuleKind kind, std::string_view section) {
    for (const Rule& rule : format.rules) {
        if (rule.kind == kind && (rule.section.empty() || rule.section == section)) return &rule;
    }
    return nullptr;
}

Bilingual place_in_table(const Format& format, std::string_view pointer) {
    const auto [key, rest] = split(pointer);
    const Field* section = field_named(format.sections, key);
    if (section == nullptr || section->kind != FieldKind::group) return {};
    const std::string words = words_below(format, *section, rest);
    if (words.empty()) return section->table;
    return {section->table.zh + " " + words, section->table.en + " " + words};
}

}  // namespace nianbao::report

namespace nianbao {

std::vector<ReportFormat> report_formats() {
    std::vector<ReportFormat> out;
    for (const auto& [id, text] : embedded_formats()) {
        const report::Format& format = report::built_in_format(id);
        out.push_back({format.id, format.name});
    }
    return out;
}

std::string report_format_json(std::string_view id) {
    return report::text_of(embedded_formats(), id);
}

}  // namespace nianbao

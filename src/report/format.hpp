// ReportFormat as data: sections, fields with labels, and the rules that numbers must obey.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/language.hpp>

namespace nianbao {

using EmbeddedRow = std::pair<std::string_view, std::string_view>;

// (id, text of format.json), sorted; the source is made by cmake/EmbedFormats.cmake.
std::span<const EmbeddedRow> embedded_formats();
// ("common", text of schema.json): what the schemas of all formats share, the same way.
std::span<const EmbeddedRow> embedded_schemas();
// ("common", text of template_schema.json), the same way.
std::span<const EmbeddedRow> embedded_template_schemas();
// ("common", text of rules.json), the same way.
std::span<const EmbeddedRow> embedded_rules();

}  // namespace nianbao

namespace nianbao::report {

struct Format;  // defined in format_data.hpp
struct Field;
struct Rule;
enum class RuleKind;

// The built-in format of that id; read once, shared. Throws TemplateError for an unknown id.
const Format& built_in_format(std::string_view id);

// The official label of a row or column, by canonical pointer or key, as printed in the table:
// "/applications/results/refused/state_secret" → "1.属于国家秘密", "natural_person" → "自然人".
// A column key of two meanings is named with its set: "applicants/other" → "其他".
// Throws TemplateError when the format has no such field.
const std::string& label(const Format& format, std::string_view pointer);

// Whether `key` is a narrative of the format ("overview").
bool has_narrative(const Format& format, std::string_view key);

// Whether `pointer` is a line of text ("/salutation").
bool is_line(const Format& format, std::string_view pointer);
// Whether it is a section or group with numbers.
bool is_group(const Format& format, std::string_view pointer);

// The section, group, row or count at a canonical pointer, or null.
const Field* find_field(const Format& format, std::string_view pointer);

// The key of the section a canonical pointer leads into: "/applications/received" → "applications".
std::string_view section_of(std::string_view pointer);

// The first rule of a kind that holds in a section, or null.
const Rule* find_rule(const Format& format, RuleKind kind, std::string_view section);

// A place in words: "表三 三、（七）总计 × 商业企业". For a canonical pointer into a section, else empty.
Bilingual place_in_table(const Format& format, std::string_view pointer);

}  // namespace nianbao::report

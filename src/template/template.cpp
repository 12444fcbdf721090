// Template: opens the built-in templates and those of users.
#include <nianbao/template.hpp>

#include <span>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "base/json.hpp"
#include "base/messages.hpp"
#include "base/sha256.hpp"
#include "report/format.hpp"
#include "template/read_blocks.hpp"
#include "template/read_lines.hpp"
#include "template/read_styles.hpp"
#include "template/template_data.hpp"

namespace nianbao {

// Defined in the source made by cmake/EmbedFormats.cmake: (format id, text of template.json).
std::span<const EmbeddedRow> embedded_templates();

namespace {

using templating::Node;
using templating::ObjectNode;

constexpr std::int64_t version_read = 1;

MissingNumbers missing_numbers_of(const Node& node) {
    const std::string word = templating::text_of(node);
    if (word == "blank") return MissingNumbers::blank;
    if (word == "zero") return MissingNumbers::zero;
    if (word == "dash") return MissingNumbers::dash;
    templating::fail("TEMPLATE-CHOICE", node.place(), {{"found", word}, {"choices", "blank, zero, dash"}});
}

Template read_template(std::string_view text, std::string_view source) {
    const json::Value root = json::parse(text, source);
    const ObjectNode object(Node{&root, ""}, {"$schema", "template_version", "format", "page", "lines", "styles",
                                              "tables", "texts", "blocks", "missing_numbers"});
    const Node version = object.at("template_version");
    if (templating::integer_of(version) != version_read) {
        templating::fail("TEMPLATE-VERSION", version.place(),
                         {{"found", version.value->text}, {"known", static_cast<int>(version_read)}});
    }
    auto data = std::make_shared<Template::Data>();
    data->fingerprint = sha256(text);
    data->format = templating::text_of(object.at("format"));
    data->styles = StyleSheet::official();
    if (const auto lines = object.find("lines")) templating::read_lines_of_all(*lines, data->styles);
    if (const auto styles = object.find("styles")) templating::read_paragraph_styles(*styles, data->styles);
    if (const auto page = object.find("page")) templating::read_page(*page, data->styles);
    if (const auto tables = object.find("tables")) templating::read_table_styles(*tables, data->styles);
    if (const auto texts = object.find("texts")) templating::read_text_styles(*texts, data->styles);
    if (const auto missing = object.find("missing_numbers")) data->missing_numbers = missing_numbers_of(*missing);
    data->blocks = templating::read_blocks(object.at("blocks"), data->styles);
    return Template(std::move(data));
}

std::string_view embedded_template(std::string_view id) {
    std::string known;
    for (const auto& [name, text] : embedded_templates()) {
        if (name == id) return text;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw TemplateError("TEMPLATE-ID", "", say("TEMPLATE-ID", {{"id", id}, {"known", known}}));
}

}  // namespace

Template Template::built_in(std::string_view format_id) {
    return read_template(embedded_template(format_id), std::string(format_id) + "/template.json");
}

Template Template::from_file(const std::filesystem::path& file) {
    return read_template(read_file(file, json::Limits{}.bytes), file.string());
}

Template Template::from_json(std::string_view json) { return read_template(json, "template"); }

const std::string& Template::format() const { return data_->format; }
const std::string& Template::fingerprint() const { return data_->fingerprint; }

std::string template_json(std::string_view id) { return std::string(embedded_template(id)); }

}  // namespace nianbao

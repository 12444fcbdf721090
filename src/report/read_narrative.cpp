// Narrative rules: phrases parsed, rows and columns worked out into cells.
#include "report/read_narrative.hpp"

#include "base/utf8.hpp"
#include "report/format.hpp"
#include "report/format_data.hpp"

namespace nianbao::report {

namespace {

std::vector<std::u32string> words_at(const FormatNode& node, std::string_view key) {
    std::vector<std::u32string> out;
    for (const std::string& word : node.texts_at(key)) out.push_back(utf8::to_utf32(word));
    return out;
}

std::vector<std::string> parts_of(const std::string& columns) {
    std::vector<std::string> out(1);
    for (const char c : columns) {
        if (c == '+') out.emplace_back();
        else out.back() += c;
    }
    return out;
}

void add_cells(const Field& field, const std::vector<std::string>& columns, std::vector<std::string>& out) {
    if (field.kind == FieldKind::row)
        for (const std::string& column : columns) out.push_back(json::child(field.pointer, column));
    for (const Field& below : field.fields) add_cells(below, columns, out);
}

// The columns a case allows; "*" becomes each column of the first row.
std::vector<std::string> columns_of(const Format& format, const FormatNode& node, const Field& first) {
    std::vector<std::string> out;
    for (const std::string& column : node.texts_at("columns")) {
        if (column != "*") {
            out.push_back(column);
            continue;
        }
        for (const FormatColumn& each : format.column_sets[first.column_set].columns) out.push_back(each.key);
    }
    return out;
}

const Field& field_at(const Format& format, const FormatNode& row, const std::string& section) {
    const Field* field = find_field(format, "/" + section + "/" + row.text());
    if (field == nullptr) row.fail("FORMAT-VALUE", row.text());
    return *field;
}

std::vector<std::string> cells_of(const Format& format, const FormatNode& rows, const std::string& section, const std::string& columns) {
    std::vector<std::string> cells;
    for (const FormatNode& row : rows.items()) add_cells(field_at(format, row, section), parts_of(columns), cells);
    for (const std::string& cell : cells)
        if (format.labels.find(cell) == format.labels.end()) rows.fail("FORMAT-VALUE", cell);
    return cells;
}

NarrativeCase read_case(const Format& format, const FormatNode& node, const std::string& section) {
    node.allow({"phrases", "unless", "context", "subject", "equals", "columns", "all_of", "says"});
    NarrativeCase out;
    for (const std::string& pattern : node.texts_at("phrases"))
        for (Phrase& phrase : read_phrases(pattern)) out.phrases.push_back(std::move(phrase));
    out.unless = words_at(node, "unless");
    out.context = words_at(node, "context");
    out.subject = utf8::to_utf32(node.text_at("subject"));
    if (node.has("says")) out.says = node.bilingual_at("says");
    for (const FormatNode& rows : node.at("equals").items()) {
        const Field& first = field_at(format, rows.items().front(), section);
        for (const std::string& columns : columns_of(format, node, first)) out.sums.push_back(cells_of(format, rows, section, columns));
        if (node.has("all_of")) out.whole = cells_of(format, rows, section, node.text_at("all_of"));
    }
    return out;
}

}  // namespace

std::vector<NarrativeCase> read_narrative_cases(const Format& format, const FormatNode& rule, const std::string& section) {
    std::vector<NarrativeCase> out;
    for (const FormatNode& node : rule.items_at("narrative")) out.push_back(read_case(format, node, section));
    return out;
}

}  // namespace nianbao::report

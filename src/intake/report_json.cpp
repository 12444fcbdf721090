// The JSON of a report, section by section.
#include "intake/report_json.hpp"

#include <algorithm>

#include <nianbao/report.hpp>

#include "base/json_write.hpp"
#include "base/utf8.hpp"
#include "intake/official_tables.hpp"
#include "intake/sections.hpp"
#include "report/format.hpp"

namespace nianbao::intake {

namespace {

using report::Field;
using report::FieldKind;
using report::Format;

json::Value paragraph_json(const std::string& text) {
    json::Value block = json::value_of(json::Kind::object);
    json::put(block, "paragraph", json::text_value(text));
    return block;
}

json::Value heading_json(const OutlineBlock& heading) {
    json::Value block = json::value_of(json::Kind::object);
    json::put(block, "heading", json::integer_value(heading.level));
    json::put(block, "text", json::text_value(heading.text));
    if (!heading.run_in.empty()) json::put(block, "run_in", json::text_value(heading.run_in));
    if (heading.numeral) json::put(block, "numeral", json::text_value(*heading.numeral));
    if (heading.restart) json::put(block, "restart", json::flag_value(true));
    return block;
}

json::Value list_json(const OutlineBlock& list) {
    json::Value items = json::value_of(json::Kind::array);
    for (const std::vector<std::string>& paragraphs : list.items) {
        if (paragraphs.size() == 1) {
            items.items.push_back(json::text_value(paragraphs.front()));
            continue;
        }
        json::Value item = json::value_of(json::Kind::array);
        for (const std::string& paragraph : paragraphs) item.items.push_back(paragraph_json(paragraph));
        items.items.push_back(std::move(item));
    }
    json::Value block = json::value_of(json::Kind::object);
    json::put(block, "list", std::move(items));
    json::put(block, "style", json::text_value(list.list_style));
    return block;
}

// A table that is none of the official ones: as many columns as its widest line, the first line its head.
json::Value table_json(const OutlineBlock& block) {
    std::size_t width = 0;
    for (const TableLine& line : block.table) width = std::max(width, line.cells.size());
    json::Value columns = json::value_of(json::Kind::array), rows = json::value_of(json::Kind::array);
    for (std::size_t i = 0; i < width; ++i) {
        json::Value column = json::value_of(json::Kind::object);
        json::put(column, "width", json::text_value("auto"));
        columns.items.push_back(std::move(column));
    }
    for (const TableLine& line : block.table) {
        json::Value row = json::value_of(json::Kind::array);
        for (std::size_t i = 0; i < width; ++i)
            row.items.push_back(json::text_value(i < line.cells.size() ? utf8_of(line.cells[i]) : std::string()));
        rows.items.push_back(std::move(row));
    }
    json::Value table = json::value_of(json::Kind::object);
    json::put(table, "columns", std::move(columns));
    if (block.table.size() > 1) json::put(table, "header_rows", json::integer_value(1));
    json::put(table, "rows", std::move(rows));
    json::Value out = json::value_of(json::Kind::object);
    json::put(out, "table", std::move(table));
    return out;
}

json::Value block_json(const OutlineBlock& block) {
    switch (block.kind) {
        case OutlineBlock::Kind::paragraph: return paragraph_json(block.text);
        case OutlineBlock::Kind::heading: return heading_json(block);
        case OutlineBlock::Kind::list: return list_json(block);
        case OutlineBlock::Kind::table: return table_json(block);
    }
    return {};
}

bool is_chapter(const OutlineBlock& block) { return block.kind == OutlineBlock::Kind::heading && block.level == 1; }

bool has_tables(const Format& format) {
    return std::any_of(format.sections.begin(), format.sections.end(), [](const Field& section) { return section.kind == FieldKind::group; });
}

// The narrative that takes a whole free text.
std::string only_narrative(const Format& format) {
    for (const Field& section : format.sections)
        if (section.kind == FieldKind::narrative && section.required) return section.key;
    return format.sections.front().key;
}

// What the official form prints itself beside its numbers: bars, notes and heads of its tables.
bool is_form_text(const std::string& text) {
    const std::u32string line = utf8::to_utf32(text);
    return contains(line, U"勾稽关系为") || (contains(line, U"第二十条第") && line.size() < 16) || line == U"信息内容";
}

json::Value blocks_json(const std::vector<OutlineBlock>& blocks) {
    json::Value out = json::value_of(json::Kind::array);
    for (const OutlineBlock& block : blocks) out.items.push_back(block_json(block));
    return out;
}

class Sections {
public:
    Sections(const Format& format, json::Value& report, Notes& notes) : format_(format), report_(report), notes_(notes) {}

    void put(const std::vector<OutlineBlock>& blocks) {
        for (const OutlineBlock& block : blocks) {
            if (is_chapter(block) && begin(block)) continue;
            if (block.kind == OutlineBlock::Kind::table && read_official_table(block.table, format_, report_, notes_)) continue;
            if (block.kind == OutlineBlock::Kind::paragraph && is_form_text(block.text)) {
                notes_.count("IMPORT-FORM-TEXT", block.line, 1);
                continue;
            }
            narrative().items.push_back(block_json(block));
        }
    }

private:
    // Whether the head is one of the format's; then what follows is its text.
    bool begin(const OutlineBlock& head) {
        const std::string key = section_of_head(format_, head.text);
        if (key.empty()) {
            notes_.add("IMPORT-SECTION", Severity::warning, head.line, 1, {{"found", shortened(head.text)}});
            return false;
        }
        const std::string& official = report::label(format_, "/" + key);
        const Field* section = report::find_field(format_, "/" + key);
        if (section->label.text != head.text)
            notes_.add("IMPORT-SECTION-NAME", Severity::information, head.line, 1, {{"found", head.text}, {"expected", official}});
        // A section that is a table has no text of its own: what stands beside it joins the text before.
        if (section->kind == FieldKind::narrative) key_ = key;
        if (!head.run_in.empty()) narrative().items.push_back(paragraph_json(head.run_in));
        return true;
    }

    json::Value& narrative() {
        for (json::Member& member : report_.members)
            if (member.key == key_) return member.value;
        return json::put(report_, key_, json::value_of(json::Kind::array));
    }

    const Format& format_;
    json::Value& report_;
    Notes& notes_;
    std::string key_ = "preamble";
};

void put_title(json::Value& report, const ReportFrame& frame, Notes& notes) {
    json::Value lines = json::value_of(json::Kind::array);
    for (const SourceLine& line : frame.matter.title) lines.items.push_back(json::text_value(utf8_of(line.chars)));
    if (lines.items.size() == 1) json::put(report, "title", std::move(lines.items.front()));
    else if (!lines.items.empty()) json::put(report, "title", std::move(lines));
    if (!frame.matter.title.empty() || has_tables(frame.format)) return;
    const std::optional<int> year = frame.options.year ? frame.options.year : frame.matter.year;
    const std::string title = (year ? std::to_string(*year) + "年" : std::string()) + "政务公开工作总结";
    json::put(report, "title", json::text_value(title));
    notes.add("IMPORT-TITLE", Severity::warning, 1, 1, {{"expected", title}});
}

void put_envelope(json::Value& report, const ReportFrame& frame, Notes& notes) {
    const FrontMatter& matter = frame.matter;
    json::put(report, "format", json::text_value(frame.format.id));
    std::string organ = frame.options.organ.empty() ? matter.organ : frame.options.organ;
    if (organ.empty()) {
        organ = "（机关名称未注明）";
        notes.add("IMPORT-ORGAN", Severity::warning, 1, 1, {{"expected", organ}});
    }
    json::put(report, "organ", json::text_value(std::move(organ)));
    const std::optional<int> year = frame.options.year ? frame.options.year : matter.year;
    if (year) json::put(report, "year", json::integer_value(*year));
    else if (has_tables(frame.format)) notes.add("IMPORT-YEAR", Severity::error, 1, 1);
    put_title(report, frame, notes);
    if (!matter.issued.empty()) json::put(report, "issued", json::text_value(matter.issued));
}

// A format without a field for it prints the line as the first paragraph.
void put_salutation(json::Value& report, const ReportFrame& frame, std::vector<OutlineBlock>& blocks) {
    if (!frame.matter.salutation) return;
    const SourceLine& line = *frame.matter.salutation;
    if (report::find_field(frame.format, "/salutation") != nullptr) {
        json::put(report, "salutation", json::text_value(utf8_of(line.chars)));
        return;
    }
    OutlineBlock paragraph;
    paragraph.line = line.number;
    paragraph.text = utf8_of(line.chars);
    blocks.insert(blocks.begin(), std::move(paragraph));
}

void put_signature(json::Value& report, const FrontMatter& matter) {
    if (!matter.signature_date) return;
    json::Value signature = json::value_of(json::Kind::object);
    json::put(signature, "organ", json::text_value(matter.signature_organ ? utf8_of(matter.signature_organ->chars) : std::string()));
    json::put(signature, "date", json::text_value(utf8_of(matter.signature_date->chars)));
    json::put(report, "signature", std::move(signature));
}

}  // namespace

std::string detected_format(const std::vector<OutlineBlock>& blocks, std::optional<int> year) {
    std::string best, free_form;
    std::size_t most = 0;
    for (const ReportFormat& each : report_formats()) {
        const Format& format = report::built_in_format(each.id);
        if (!has_tables(format)) {
            free_form = each.id;
            continue;
        }
        std::size_t score = 0;
        for (const OutlineBlock& block : blocks) {
            if (block.kind == OutlineBlock::Kind::table) score += 10 * known_rows(block.table, format);
        }
        if (score > most || (score == most && score > 0 && (!year || *year >= 2021))) best = each.id;
        most = std::max(most, score);
    }
    if (!best.empty()) return best;
    return free_form.empty() ? "disclosure-2021" : free_form;
}

json::Value report_json(const ReportFrame& frame, std::vector<OutlineBlock> blocks, Notes& notes) {
    json::Value report = json::value_of(json::Kind::object);
    put_envelope(report, frame, notes);
    put_salutation(report, frame, blocks);
    if (has_tables(frame.format)) Sections(frame.format, report, notes).put(blocks);
    else json::put(report, only_narrative(frame.format), blocks_json(blocks));
    put_signature(report, frame.matter);
    return report;
}

}  // namespace nianbao::intake

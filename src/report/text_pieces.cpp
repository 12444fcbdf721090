// Every text of a report in reading order, each character knowing where it stands.
#include "report/text_pieces.hpp"

#include "base/utf8.hpp"

namespace nianbao::report {

namespace {

// Collects texts; visits the blocks of narratives.
class Walk {
public:
    explicit Walk(std::vector<TextPiece>& out) : out_(out) {}

    void add(TextRole role, const Text& text, int level = 0) {
        TextPiece next{.role = role, .section = section_, .level = level};
        for (const TextRun& run : text.runs) {
            next.parts.push_back({next.chars.size(), run.origin});
            next.chars += utf8::to_utf32(run.text);
        }
        if (!next.chars.empty()) out_.push_back(std::move(next));
    }

    void add(TextRole role, const PointedText& text) {
        if (!text.text.empty()) add(role, Text(std::vector<TextRun>{{.text = text.text, .origin = text.origin}}));
    }

    void narrative(const std::string& section, const std::vector<Block>& blocks) {
        section_ = section;
        for (const Block& block : blocks) std::visit(*this, block);
        section_.clear();
    }

    void operator()(const Paragraph& paragraph) {
        add(paragraph.style == "note" ? TextRole::note : TextRole::paragraph, paragraph.text);
    }

    void operator()(const Heading& heading) {
        add(TextRole::heading, heading.text, heading.level);
        add(TextRole::run_in, heading.run_in);
    }

    void operator()(const Table& table) {
        add(TextRole::caption, table.caption);
        for (const Row& row : table.rows) {
            for (const Cell& cell : row.cells) add(TextRole::cell, cell.text);
        }
        for (const Text& note : table.notes) add(TextRole::table_note, note);
    }

    void operator()(const List& list) {
        for (const List::Item& item : list.items) {
            for (const Paragraph& paragraph : item.paragraphs) add(TextRole::item, paragraph.text);
        }
    }

    void operator()(const Signature& signature) {
        add(TextRole::signature, signature.organ);
        add(TextRole::signature, signature.date);
    }

    void operator()(const Contents& contents) { add(TextRole::caption, contents.title); }
    void operator()(const Figure& figure) { add(TextRole::caption, figure.caption); }
    void operator()(const Chart& chart) { add(TextRole::caption, chart.caption); }
    void operator()(const PageBreak&) {}
    void operator()(const BlankLines&) {}

private:
    std::vector<TextPiece>& out_;
    std::string section_ = {};
};

// Texts of a section of numbers: lines, notes on labels, added rows, and what stands for a number.
void add_table_texts(const Report::Data& data, const Field& section, Walk& walk) {
    const std::string below = section.pointer + "/";
    const auto is_below = [&](const std::string& pointer) { return pointer.starts_with(below); };
    for (const auto& [pointer, line] : data.lines) {
        if (is_below(pointer)) walk.add(TextRole::line, line);
    }
    for (const auto& [pointer, note] : data.label_notes) {
        if (is_below(pointer)) walk.add(TextRole::label, note);
    }
    for (const ExtraRow& row : data.extra_rows) {
        if (is_below(row.pointer)) walk.add(TextRole::label, row.label);
    }
    for (const auto& [pointer, cell] : data.cells) {
        if (cell.kind == CellKind::text && is_below(pointer)) walk.add(TextRole::cell, {cell.shown, {cell.pointer, 0}});
    }
}

}  // namespace

Origin TextPiece::origin_at(std::size_t index) const {
    const Part* found = nullptr;
    for (const Part& part : parts) {
        if (part.begin <= index) found = &part;
    }
    if (found == nullptr) return {};
    Origin origin = found->origin;
    std::string before;
    for (std::size_t i = found->begin; i < index && i < chars.size(); ++i) utf8::append(before, chars[i]);
    origin.offset += static_cast<std::uint32_t>(before.size());
    return origin;
}

std::vector<TextPiece> text_pieces_of(const Report::Data& data, const Format& format) {
    std::vector<TextPiece> out;
    Walk walk(out);
    for (const PointedText& line : data.title) walk.add(TextRole::title, line);
    if (data.subtitle) walk.add(TextRole::subtitle, *data.subtitle);
    for (const Field& section : format.sections) {
        const auto line = data.lines.find(section.pointer);
        if (line != data.lines.end()) walk.add(TextRole::line, line->second);
        const auto narrative = data.narratives.find(section.key);
        if (narrative != data.narratives.end()) walk.narrative(section.key, narrative->second);
        add_table_texts(data, section, walk);
    }
    if (data.signature) {
        walk.add(TextRole::signature, {data.signature->organ, data.signature->organ_origin});
        walk.add(TextRole::signature, {data.signature->date, data.signature->date_origin});
    }
    for (const Attachment& attachment : data.attachments) {
        walk.add(TextRole::annex_title, {attachment.title, attachment.title_origin});
        walk.narrative("attachments", attachment.body);
    }
    return out;
}

}  // namespace nianbao::report

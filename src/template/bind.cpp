// Field → text: every value keeps the place it came from.
#include "template/bind.hpp"

#include <algorithm>
#include <charconv>

#include "report/format.hpp"

namespace nianbao::templating {

namespace {

Text pointed(const std::string& text, const Origin& origin) {
    if (text.empty()) return {};
    return std::vector<TextRun>{{.text = text, .origin = origin}};
}

// One run per line, so that each keeps its origin; a line feed is a forced line end.
Text title_text(const Report::Data& report) {
    Text out;
    for (const report::PointedText& line : report.title) {
        if (!out.runs.empty()) out.runs.push_back({.text = "\n"});
        out.runs.push_back({.text = line.text, .origin = line.origin});
    }
    return out;
}

Text subtitle_text(const Report::Data& report) {
    return report.subtitle ? pointed(report.subtitle->text, report.subtitle->origin) : Text{};
}

Text signature_organ(const Report::Data& report) {
    return report.signature ? pointed(report.signature->organ, report.signature->organ_origin) : Text{};
}

Text signature_date(const Report::Data& report) {
    return report.signature ? pointed(printed_date(report.signature->date), report.signature->date_origin) : Text{};
}

// The fields of a report that are no numbers of a table.
struct TextField {
    std::string_view pointer;
    Text (*read)(const Report::Data&);
};
constexpr TextField text_fields[] = {
    {"/issued", [](const Report::Data& r) { return pointed(printed_date(r.issued), {"/issued", 0}); }},
    {"/organ", [](const Report::Data& r) { return pointed(r.organ, r.organ_origin); }},
    {"/signature/date", signature_date},
    {"/signature/organ", signature_organ},
    {"/subtitle", subtitle_text},
    {"/title", title_text},
    {"/year", [](const Report::Data& r) {
         return r.year ? pointed(std::to_string(*r.year), {"/year", 0}) : Text{};
     }},
};

bool digits_at(std::string_view text, std::size_t from, std::size_t count) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view part = text.substr(from, count);
    return part.size() == count && std::all_of(part.begin(), part.end(), is_digit);
}

}  // namespace

std::string printed_date(const std::string& date) {
    const bool month = date.size() >= 7 && digits_at(date, 0, 4) && date[4] == '-' && digits_at(date, 5, 2);
    const bool day = month && date.size() == 10 && date[7] == '-' && digits_at(date, 8, 2);
    if (!day && !(month && date.size() == 7)) return date;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        std::from_chars(date.data() + from, date.data() + from + count, value);
        return std::to_string(value);
    };
    std::string out = number(0, 4) + "年" + number(5, 2) + "月";
    if (day) out += number(8, 2) + "日";
    return out;
}

Fields Fields::within(const report::Attachment& item, std::size_t number) const {
    Fields out(report_, format_, missing_);
    out.item_ = &item;
    out.number_ = number;
    return out;
}

// Of an attachment. A single one carries no number (GB/T 9704—2012 7.3.4).
Text Fields::item_value(const std::string& field, const Place& place) const {
    if (item_ != nullptr && field == "title") return pointed(item_->title, item_->title_origin);
    if (item_ != nullptr && field == "number") {
        return report_.attachments.size() > 1 ? Text(std::to_string(number_)) : Text{};
    }
    if (item_ != nullptr && field == "ordinal") {
        return report_.attachments.size() > 1 ? Text(std::to_string(number_) + ".") : Text{};
    }
    fail("TEMPLATE-FIELD", place, {{"field", field}});
}

Text Fields::value(const std::string& field, const Place& place) const {
    if (field.empty() || field.front() != '/') return item_value(field, place);
    for (const TextField& known : text_fields) {
        if (known.pointer == field) return known.read(report_);
    }
    const auto cell = report_.cells.find(field);
    if (cell != report_.cells.end()) return number(field, cell->second);
    const auto line = report_.lines.find(field);
    if (line != report_.lines.end()) return pointed(line->second.text, line->second.origin);
    // A line that was left out; a number is always there.
    if (report::is_line(format_, field)) return {};
    fail("TEMPLATE-FIELD", place, {{"field", field}});
}

Text Fields::number(const std::string& field, const report::CellValue& cell) const {
    const Origin origin{cell.pointer.empty() ? field : cell.pointer, 0};
    if (cell.kind != report::CellKind::missing) return pointed(cell.shown, origin);
    switch (missing_) {
    case MissingNumbers::zero: return pointed("0", origin);
    case MissingNumbers::dash: return pointed("—", origin);
    case MissingNumbers::blank: break;
    }
    return {};
}

bool Fields::is_narrative(const std::string& field) const {
    if (field.empty() || field.front() != '/') return item_ != nullptr && field == "body";
    return report::has_narrative(format_, field.substr(1));
}

const std::vector<Block>& Fields::narrative(const std::string& field, const Place& place) const {
    static const std::vector<Block> none;
    if (!is_narrative(field)) fail("TEMPLATE-FIELD", place, {{"field", field}});
    if (field == "body") return item_->body;
    const auto found = report_.narratives.find(field.substr(1));
    return found == report_.narratives.end() ? none : found->second;
}

const std::vector<report::Attachment>& Fields::list(const std::string& field, const Place& place) const {
    if (field != "/attachments" || item_ != nullptr) fail("TEMPLATE-FIELD-EACH", place, {{"field", field}});
    return report_.attachments;
}

const report::Label& Fields::label(const std::string& field, const Place& place) const {
    const auto found = format_.labels.find(field);
    if (found == format_.labels.end()) fail("TEMPLATE-FIELD", place, {{"field", field}});
    return found->second;
}

Text Fields::printed_label(const std::string& field, const Place& place) const {
    for (const report::ExtraRow& row : report_.extra_rows) {
        if (row.pointer == field) return pointed(row.label.text, row.label.origin);
    }
    Text out = Text(label(field, place).printed);
    const auto note = report_.label_notes.find(field);
    if (note != report_.label_notes.end()) out.runs.push_back({.text = note->second.text, .origin = note->second.origin});
    return out;
}

std::vector<report::ExtraRow> Fields::rows_after(const std::string& row) const {
    std::vector<report::ExtraRow> out;
    for (const report::ExtraRow& extra : report_.extra_rows) {
        if (extra.after == row) out.push_back(extra);
    }
    return out;
}

bool Fields::present(const std::string& field, const Place& place) const {
    if (field == "/attachments") return !report_.attachments.empty();
    if (field == "/signature") return report_.signature.has_value();
    if (item_ != nullptr && (field == "first" || field == "rest")) return (number_ == 1) == (field == "first");
    if (is_narrative(field)) return !narrative(field, place).empty();
    const auto below = report_.cells.lower_bound(field + "/");
    if (below != report_.cells.end() && below->first.compare(0, field.size() + 1, field + "/") == 0) return true;
    if (report::is_group(format_, field)) return false;  // a section that was left out
    return !value(field, place).empty();
}

Text Fields::text(const Piece& piece) const {
    Text part;
    switch (piece.kind) {
    case PieceKind::text: part = Text(piece.value); break;
    case PieceKind::field: part = value(piece.value, piece.place); break;
    case PieceKind::label: part = printed_label(piece.value, piece.place); break;
    }
    for (TextRun& run : part.runs) {
        run.style = piece.style;
        run.language = piece.language;
    }
    return part;
}

Text Fields::text(const TextSource& source) const {
    Text out;
    for (const Piece& piece : source) {
        for (TextRun& run : text(piece).runs) out.runs.push_back(std::move(run));
    }
    return out;
}

}  // namespace nianbao::templating

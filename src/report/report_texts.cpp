// The prose of a report, paragraph by paragraph.
#include "report/report_texts.hpp"

#include "report/format.hpp"
#include "report/format_data.hpp"
#include "report/text_pieces.hpp"

namespace nianbao::report {

namespace {

// Tables are numbers of their own; what stands outside of the narratives is no prose.
bool is_prose(const TextPiece& piece) {
    if (piece.section.empty()) return false;
    switch (piece.role) {
        case TextRole::heading:
        case TextRole::run_in:
        case TextRole::paragraph:
        case TextRole::item:
        case TextRole::note: return true;
        case TextRole::title:
        case TextRole::subtitle:
        case TextRole::line:
        case TextRole::label:
        case TextRole::caption:
        case TextRole::cell:
        case TextRole::table_note:
        case TextRole::signature:
        case TextRole::annex_title: break;
    }
    return false;
}

void join(ReportText& into, const TextPiece& piece) {
    for (const TextPiece::Part& part : piece.parts) {
        into.run_begins.push_back(into.text.size() + part.begin);
        into.runs.push_back(part.origin);
    }
    into.text += piece.chars;
}

}  // namespace

const std::string& ReportText::pointer_at(std::size_t index) const {
    static const std::string none;
    std::size_t run = 0;
    while (run + 1 < runs.size() && run_begins[run + 1] <= index) ++run;
    return run < runs.size() ? runs[run].pointer : none;
}

std::vector<ReportText> texts_of(const Report::Data& data) {
    std::vector<ReportText> out;
    for (const TextPiece& piece : text_pieces_of(data, built_in_format(data.format))) {
        if (!is_prose(piece)) continue;
        if (piece.role == TextRole::run_in && !out.empty()) {
            ReportText& head = out.back();
            if (head.text.empty() || head.text.back() != U'。') head.text += U'。';
            head.heading = false;
            join(head, piece);
            continue;
        }
        out.push_back({.section = piece.section, .heading = piece.role == TextRole::heading});
        join(out.back(), piece);
    }
    return out;
}

}  // namespace nianbao::report

// Every text of a report in reading order, each character knowing where it stands: what the checks of texts read.
#pragma once

#include <string>
#include <vector>

#include "report/format_data.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

enum class TextRole {
    title, subtitle, line, label,
    heading,
    run_in,  // goes on in the line of the heading before it
    paragraph, item, note,
    caption, cell, table_note,
    signature, annex_title
};

// A title line, a heading, a paragraph, a cell. A run-in head and the text that goes on after it are two.
struct TextPiece {
    TextRole role = TextRole::paragraph;
    std::string section = {};   // key of the narrative ("overview"), "attachments", or empty
    int level = 0;              // of headings
    std::u32string chars = {};  // the runs joined

    // Where a character stands: pointer and byte offset in that string.
    Origin origin_at(std::size_t index) const;

    struct Part {
        std::size_t begin = 0;  // index of its first character
        Origin origin = {};
    };
    std::vector<Part> parts = {};  // one per run
};

// Numbers of tables are not texts, a text in the place of a number is.
std::vector<TextPiece> text_pieces_of(const Report::Data& data, const Format& format);

}  // namespace nianbao::report

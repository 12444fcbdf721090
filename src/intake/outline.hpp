// Lines → headings, lists, paragraphs and tables: the structure of a text, by its numerals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/notes.hpp"
#include "intake/numerals.hpp"
#include "intake/source_text.hpp"
#include "intake/table_lines.hpp"

namespace nianbao::intake {

struct OutlineBlock {
    enum class Kind { paragraph, heading, list, table };
    Kind kind = Kind::paragraph;
    int line = 0;                                   // of its first character
    // Headings.
    int level = 0;
    std::optional<std::string> numeral = {};        // when it is not the one that would be generated
    bool restart = false;
    std::string run_in = {};
    std::string text = {};                          // of headings and paragraphs
    // Lists: items of one or more paragraphs.
    std::string list_style = {};
    std::vector<std::vector<std::string>> items = {};
    // Tables.
    TableLines table = {};
};

struct OutlineOptions {
    bool keep = false;  // numerals as the text has them
};

std::vector<OutlineBlock> outline_of(const SourceLines& lines, const OutlineOptions& options, Notes& notes);

// Where the head of a numbered line ends: after its full stop or colon when text follows
// （一）强化学习。我县…; the size of the line when it is all head.
std::size_t head_end(const SourceChars& chars, const Numeral& numeral);

}  // namespace nianbao::intake

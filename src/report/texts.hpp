// Texts of the input: strings or runs, each run knowing where it came from.
#pragma once

#include <string>
#include <vector>

#include <nianbao/document.hpp>

#include "report/reading.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

enum class Emptiness { allowed, fault };

// Whether a list is a text given as runs, and not a list of blocks or items.
bool is_list_of_runs(const json::Value& value);

// A text of one line. Faults: TYPE, TEXT-EMPTY, TEXT-LINES, and those of its characters.
Text read_line(Reading& reading, const Node& node, Emptiness emptiness = Emptiness::fault);

// A text whose line ends are kept in the runs, as in a cell.
Text read_cell_text(Reading& reading, const Node& node);

// A text, each line of it a paragraph of the style; lines of nothing but white space are none.
std::vector<Paragraph> read_paragraphs(Reading& reading, const Node& node, const std::string& style, Emptiness emptiness);

// A plain string of one line, as of /organ; empty after a fault.
PointedText read_plain(Reading& reading, const Node& node);

// A plain string or a list of such, each line by itself, as of /title.
std::vector<PointedText> read_plain_lines(Reading& reading, const Node& node);

}  // namespace nianbao::report

// Columns and cells of a {"table": …} block.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nianbao/document.hpp>

#include "report/reading.hpp"

namespace nianbao::report {

inline constexpr std::size_t most_rows = 20'000, most_columns = 100;

// {"width": "24mm" | "30pt" | "2fr" | "auto", "align": …}. Faults: WIDTH, ENUM.
Column read_column(Reading& reading, const Node& node);

// A text, a number, or an object with spans, looks and content. Faults: LENGTH, COLOR, CELL-LABELS and
// those of its texts and tables.
Cell read_cell(Reading& reading, const Node& node);

// "start", "center", "end", "justify", "digit" or "decimal". Faults: TYPE, ENUM.
std::optional<Align> read_align(Reading& reading, const Node& node);

// "2mm" or "0.5pt", "0", up to `most`. Faults: LENGTH, and then it is 0.
Length read_length(Reading& reading, const Node& node, Length most);

// {"top": "0.75pt", "right": null, …}; an edge that is not named stays as it was. Faults: LENGTH.
EdgeRules read_rules(Reading& reading, const Node& node);

// "when_needed", "never" or "always". Faults: TYPE, ENUM.
Turned read_turned(Reading& reading, const Node& node);

// The name of a table style: "table" or "three-line". Faults: TYPE, ENUM.
std::string read_table_style(Reading& reading, const Node& node);

// The items of a list, or none after a fault. Throws LimitError above `most`.
std::vector<Node> items_of(Reading& reading, const Node& node, std::size_t most);

}  // namespace nianbao::report

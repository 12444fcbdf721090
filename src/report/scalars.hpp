// Single values of the input: numbers of a table, dates, choices.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/reading.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// A count (0 to 10^12), a text or null in its place. Faults: TYPE, COUNT-NEGATIVE, COUNT-FRACTION,
// COUNT-RANGE, FULLWIDTH-DIGITS (unless as_printed). Always gives a cell, so that reading can go on.
CellValue read_count(Reading& reading, const Node& node);

// An amount: a decimal as number or text, its digits kept. Faults: TYPE, AMOUNT, FULLWIDTH-DIGITS.
CellValue read_amount(Reading& reading, const Node& node);

// A count with a sign: an integer or a text such as "+12". Faults: TYPE, COUNT-FRACTION, COUNT-RANGE,
// FULLWIDTH-DIGITS.
CellValue read_signed_count(Reading& reading, const Node& node);

// An amount that may carry its unit: "251000元", "12.5万元", 0. Faults: as of an amount.
CellValue read_quantity(Reading& reading, const Node& node);

// The one of the above that a kind of number asks for.
CellValue read_number(Reading& reading, const Node& node, FieldKind kind);

// The year of a report, 2008 (the first annual reports) to 2100. Faults: TYPE, YEAR, FULLWIDTH-DIGITS.
std::optional<int> read_year(Reading& reading, const Node& node);

// YYYY-MM-DD or YYYY-MM of the calendar, else empty. Faults: TYPE, DATE, FULLWIDTH-DIGITS.
std::string read_date(Reading& reading, const Node& node);

// The index of a text in `choices`. Faults: TYPE, ENUM with the nearest choice.
std::optional<std::size_t> read_choice(Reading& reading, const Node& node, const std::vector<std::string>& choices);

// An integer of a small range. Faults: TYPE, NUMBER-RANGE.
std::optional<int> read_integer(Reading& reading, const Node& node, int least, int most);

// Faults: TYPE.
bool read_flag(Reading& reading, const Node& node);

}  // namespace nianbao::report

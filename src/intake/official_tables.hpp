// The official tables of a format, found by their labels in pasted lines.
#pragma once

#include "base/json.hpp"
#include "intake/notes.hpp"
#include "intake/table_lines.hpp"
#include "report/format_data.hpp"

namespace nianbao::intake {

// Puts every number of the table into `report` (an object) under the keys of its field; a blank cell is
// null. A line with numbers that no field has is a finding IMPORT-TABLE-ROW. False, and nothing done,
// when the table is none of the format's.
bool read_official_table(const TableLines& table, const report::Format& format, json::Value& report, Notes& notes);

// How many rows of a table are fields of the format: which format a text has.
std::size_t known_rows(const TableLines& table, const report::Format& format);

}  // namespace nianbao::intake

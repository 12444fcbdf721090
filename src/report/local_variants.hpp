// Local variants of a form: notes on its labels and rows beside its own (label_notes, extra_rows).
#pragma once

#include "report/keys.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// {"规章": "（设区的市应提供）", "licences/previous_items": "（指2019年事项数）"}: a note by the row, or the row
// and column, whose label it follows, by keys or labels. Faults: KEY-UNKNOWN, and those of the texts.
void read_label_notes(Reading& reading, const Node& node, const Field& group, Report::Data& data);

// The keys of one row of extra_rows: after, label, values.
const std::vector<KeySpec>& extra_row_keys();

// Adds the row to the data, its numbers left out. Gives the row of the form it stands after; null after
// a fault.
const Field* read_extra_row(Reading& reading, const Node& node, const Field& group, Report::Data& data);

}  // namespace nianbao::report

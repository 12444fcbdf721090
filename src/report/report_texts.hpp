// All prose of a report with the place of every character: what checks of texts walk over.
#pragma once

#include <string>
#include <vector>

#include <nianbao/document.hpp>

#include "report/report_data.hpp"

namespace nianbao::report {

// One paragraph, heading (with what runs in), list item or note.
struct ReportText {
    std::string section = {};     // key of the narrative ("overview"), "attachments"
    std::u32string text = {};
    std::vector<Origin> runs = {};           // where each run came from
    std::vector<std::size_t> run_begins = {};  // and the character it begins with
    bool heading = false;

    // JSON Pointer of the character at `index`.
    const std::string& pointer_at(std::size_t index) const;
};

// In the order of the report: narratives in the order of the format's sections, then annexes.
std::vector<ReportText> texts_of(const Report::Data& data);

}  // namespace nianbao::report

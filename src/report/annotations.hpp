// Marks, annotations and links of a run of the input.
#pragma once

#include <nianbao/document.hpp>

#include "report/keys.hpp"

namespace nianbao::report {

// The keys "emphasis", "ruby" and "link" of a run whose text has been read. Faults: TYPE, ENUM,
// EMPHASIS-TWICE, EMPHASIS-LINES, TEXT-EMPTY, TEXT-LINES, LANGUAGE, RUBY-COUNT, LINK.
void read_annotations(Reading& reading, const Keys& keys, TextRun& run);

// BCP 47 (RFC 5646) in its outline: subtags of letters and digits between hyphens.
bool is_language(std::string_view tag);

}  // namespace nianbao::report

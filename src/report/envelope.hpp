// The keys that every report has beside its sections: organ, year, title and so on.
#pragma once

#include <string_view>

#include <nianbao/language.hpp>

#include "report/keys.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// What a key of the envelope is called, by canonical pointer; `rest` is what is left of the pointer.
// "report" for a pointer that is none of the envelope.
Bilingual envelope_name(std::string_view canonical, std::string_view& rest);

// The keys of the envelope, "format" among them. What must be given depends on the format; null when
// that is not known.
std::vector<KeySpec> envelope_keys(const Format* format);

// Reads every key of the envelope but "format".
void read_envelope(Reading& reading, const Keys& keys, Report::Data& data);

// The title of the format made of organ and year, when the report has none.
void complete_title(const Format& format, Report::Data& data);

}  // namespace nianbao::report

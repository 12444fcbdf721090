// Reads format.json.
#pragma once

#include <string_view>

#include "report/format_data.hpp"

namespace nianbao::report {

// Throws TemplateError with a pointer into the format: unknown or missing keys, a rule about no field.
// `catalogue` is the text of rules.json, whose rules a format takes by {"use": id}.
Format read_format(std::string_view json, std::string_view source, std::string_view catalogue = {});

// The sums and balances of one rule, worked out for each column or row of its section.
struct RuleSides {
    std::vector<std::string> left = {}, right = {}, last = {};  // rows below the section, or columns
    std::vector<std::string> rows = {}, columns = {};  // those meant by for_each; empty = all
};
std::vector<Equation> equations_of(const Format& format, std::size_t rule, const RuleSides& sides);

}  // namespace nianbao::report

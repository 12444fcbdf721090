// ReportForm: which numbers of a format follow from others, for those who make forms of it (workbooks, web pages).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/export.hpp>

namespace nianbao {

// Numbers that must agree, by canonical pointer ("/applications/results/total/business"). Of kind "sum" the one
// on the left is the total of those on the right; of "balance" both sides have the same sum; of "at_most" the
// left is no more than the right.
struct FormEquation {
    std::string rule = {};  // its id: "T3-C2"
    std::string kind = {};
    std::vector<std::string> left = {}, right = {};
};

struct ReportForm {
    std::vector<FormEquation> equations = {};     // in the order of the rules, then of the form
    std::vector<std::string> zero_when_absent = {};  // rows and numbers that count as zeros when they are left out
};

// Of a built-in format. Throws TemplateError for an unknown id.
NIANBAO_API ReportForm report_form(std::string_view id);

}  // namespace nianbao

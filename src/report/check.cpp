// check(): every finding of a report (核验).
#include <nianbao/report.hpp>

#include <algorithm>

#include "report/check_numbers.hpp"
#include "report/check_previous.hpp"
#include "report/check_texts.hpp"
#include "report/format.hpp"
#include "report/narrative.hpp"
#include "report/similarity_check.hpp"

namespace nianbao {

using namespace report;

namespace {

bool comes_before(const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

}  // namespace

std::vector<Finding> check(const Report& report, const CheckOptions& options) {
    const Report::Data& data = report.data();
    const Format& format = built_in_format(data.format);
    std::vector<Finding> findings = data.notes;
    check_numbers(data, format, findings);
    if (options.previous != nullptr) {
        check_previous(data, options.previous->data(), format, findings);
        check_similarity(data, options.previous->data(), format, findings);
    }
    check_parts(data, options.parts, format, findings);
    check_texts(data, format, findings);
    check_narrative(data, findings);
    std::stable_sort(findings.begin(), findings.end(), comes_before);
    return findings;
}

}  // namespace nianbao

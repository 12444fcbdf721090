// Findings as SARIF 2.1.0, which code hosts and editors show beside the line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/export.hpp>
#include <nianbao/finding.hpp>

namespace nianbao {

// One run with one result for each finding, about one file; sentences in `language`. `file` becomes a URI
// reference as it stands (percent-encoded); empty: findings of no file.
NIANBAO_API std::string to_sarif(const std::vector<Finding>& findings, std::string_view file, Language language = Language::zh);

}  // namespace nianbao

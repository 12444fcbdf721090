// Findings and errors as people read them.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/font_usage.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao::cli {

// 错误, 提醒, 说明; error, warning, note.
const char* name_in(Severity severity, Language language);

// 错误[T3-C1] sentence / --> file:line:column pointer / 提示: hint
void print(std::ostream& out, const Finding& finding, const std::string& source, Language language);

// What came of a table or of contents on the pages, as a finding reads.
void print(std::ostream& out, const Warning& warning, const std::string& source, Language language);

// All findings and a line that counts them.
void print(std::ostream& out, const std::vector<Finding>& findings, const std::string& source, Language language);

// Any error of the family, its findings or missing characters listed.
void print(std::ostream& out, const Error& error, const std::string& source, Language language);

// Fonts by role, substituted characters with their first place, missing characters with packages.
void print(std::ostream& out, const FontUsage& usage, Language language);

}  // namespace nianbao::cli

// import_text(): plain or pasted text → the JSON of a report; every change and every doubt is a finding.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/export.hpp>
#include <nianbao/finding.hpp>

namespace nianbao {

// The bytes of a text file. Throws FileError, LimitError above 16 MiB.
NIANBAO_API std::string read_text(const std::filesystem::path& file);

struct ImportOptions {
    std::string format = {};        // id of a report format; empty = detected
    std::string organ = {};         // 发布机关; empty = from the title, the source line or the signature
    std::optional<int> year = {};   // 报告年度; none = from the title or the opening
    bool keep = false;              // recognise structure only: no character is changed, no line left out
    int first_line = 1;             // only these lines of the text, both included; findings count
    int last_line = 0;              // lines of the whole text. 0 = to the end
};

struct ImportedReport {
    std::string format = {};              // id of the format of `json`
    std::string json = {};                // a report as read_report_json() reads it
    std::vector<Finding> findings = {};   // in order of the text, line and column of the text; no pointers
};

// Reads UTF-8 (with or without a mark) or GB18030. Headings are found by their numerals (GB/T 9704—2012
// 7.3.3), lists by 一是 and 1., the signature by its date, the three official tables by their labels in
// tab-separated or pasted text. Throws FileError (IMPORT-ENCODING, IMPORT-EMPTY), TemplateError for an
// unknown format, LimitError above 16 MiB.
// Example: auto report = read_report_json(import_text(read_text("2020.txt")).json);
NIANBAO_API ImportedReport import_text(std::string_view bytes, const ImportOptions& options = {});

// Lines of a text, from 1, both included.
struct LineRange {
    int first = 1, last = 0;
    friend bool operator==(const LineRange&, const LineRange&) = default;
};

// Where reports stand one after the other in one text: a new one begins where the headings begin
// again at 一、, with the paragraph before that opens it. One range when it is one report. Lines that
// belong to none (the name of a collection) are left out. Throws as import_text().
NIANBAO_API std::vector<LineRange> split_reports(std::string_view bytes);

}  // namespace nianbao

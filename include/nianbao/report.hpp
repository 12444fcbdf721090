// Report: what an office reports for one year, read and typed; and its check.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/export.hpp>
#include <nianbao/finding.hpp>

namespace nianbao {

// An immutable report. Cheap to copy.
class NIANBAO_API Report {
public:
    const std::string& format() const;   // "disclosure-2021"
    const std::string& organ() const;    // 发布机关
    std::optional<int> year() const;     // 报告年度
    std::string title() const;           // title lines joined
    const std::string& fingerprint() const;  // SHA-256 of the JSON and the pictures it was read from

    class Data;
    const Data& data() const { return *data_; }
    explicit Report(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

private:
    std::shared_ptr<const Data> data_;
};

struct ReadOptions {
    bool as_printed = false;  // counts may be texts, printed as they are
    bool made_by_program = false;       // nobody sees the JSON text: findings have no line and column
    std::filesystem::path folder = {};  // where pictures are; empty = that of the report's file, none for JSON text
    bool compared = false;              // a file read to be compared: its findings stand among those of another report,
                                        // so they name the file and have no line and column; not of read_report_json
};

// Reads a report from a file, or from JSON text. Throws FileError, JsonError (first fault of syntax),
// ReportError (all faults of content), LimitError.
NIANBAO_API Report read_report(const std::filesystem::path& file, const ReadOptions& options = {});
NIANBAO_API Report read_report_json(std::string_view json, const ReadOptions& options = {});

// A name for the file of a report: 〈机关〉〈年〉年政府信息公开工作年度报告.pdf, of a family without such a rule its
// title. What file systems forbid is replaced visibly (/ by ／, unseen characters by _), a long organ cut at a
// whole character with …; never empty, never hidden, less than 255 bytes.
NIANBAO_API std::string suggested_file_name(const Report& report);

// What a report is checked against beside itself.
struct CheckOptions {
    const Report* previous = nullptr;  // last year's report: carry-over and valid documents must follow from it
    std::vector<Report> parts = {};    // reports it sums up: every number is the sum of theirs
};

// Findings of one report, errors first, then in the order of the report. Never throws on content.
NIANBAO_API std::vector<Finding> check(const Report& report, const CheckOptions& options = {});

// A rule of check, as it is explained: what it asks, where that comes from, a wrong and a right example.
struct RuleExplanation {
    std::string id = {};
    Severity severity = Severity::error;   // the usual one; a format may say otherwise
    std::vector<std::string> formats = {};  // that have it; none = of the reader, for all
    Bilingual says = {};                   // the sentence of a finding, {place} and such left open
    Bilingual advice = {}, basis = {};     // may be empty
    std::string wrong = {}, right = {};    // examples; may be empty
};
// Of a rule of the formats or a message of the reader ("T3-C1", "KEY-UNKNOWN"). Nothing for an unknown id.
NIANBAO_API std::optional<RuleExplanation> explain(std::string_view id);
// The ids of every rule of the formats, sorted.
NIANBAO_API std::vector<std::string> rule_ids();

// A format that is built in: its id and its names.
struct ReportFormat {
    std::string id = {};
    Bilingual name = {};
};
NIANBAO_API std::vector<ReportFormat> report_formats();

// The text of format.json of a built-in format. Throws TemplateError for an unknown id.
NIANBAO_API std::string report_format_json(std::string_view id);

// The JSON Schema of its report data, for editors. Throws TemplateError for an unknown id.
NIANBAO_API std::string report_schema_json(std::string_view id);

}  // namespace nianbao

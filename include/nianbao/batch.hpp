// Batch: many reports → PDFs in one folder, on several threads, with a journal that survives kill -9.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/render.hpp>

namespace nianbao {

// One report of a batch: a file, JSON text, or a report that was read before.
struct BatchItem {
    std::filesystem::path file = {};      // report data; empty = `json` or `report`
    std::string json = {};
    std::optional<Report> report = {};
    std::filesystem::path folder = {};    // where pictures of `json` are
    std::string output = {};              // name below the batch's folder; empty = by BatchOptions::names
    std::filesystem::path previous = {};  // last year's report, for the check; empty = none
    std::optional<bool> as_printed = {};  // none = as RenderOptions says
    std::string name = {};                // how the summary calls it; empty = the file or its place in the batch
    int line = 0;                         // of the manifest, from 1
    std::vector<Finding> faults = {};     // why it cannot be read, when its giver knows already: it fails with these
    bool made_by_program = false;         // nobody sees the text of `json`: findings have no line and column
};

// Gives the items one after another, nothing at the end. A ReportError or JsonError it throws is a fault of
// one item; it is asked on, and all faults are thrown together. Any other exception ends the batch.
using BatchSource = std::function<std::optional<BatchItem>()>;

// The lines of a manifest (JSONL): a path as a string, or {"report": path or the report itself, "output": name,
// "previous": path, "as_printed": true}. Paths start from the folder of the manifest (or `folder`). Throws FileError.
NIANBAO_API BatchSource batch_manifest(const std::filesystem::path& file);
NIANBAO_API BatchSource batch_manifest(std::istream& lines, std::filesystem::path folder);
// The *.json of a folder by name, without *.schema.json. Throws FileError.
NIANBAO_API BatchSource batch_folder(const std::filesystem::path& folder);

// How an output is named that has no name: as its input (2024.json → 2024.pdf), or by the title of the report
// (suggested_file_name). Reports without a file are named by their title.
enum class BatchNames { input, title };

enum class BatchStatus { passed, warnings, failed, stopped };  // 通过, 有提醒, 未通过, 未完成

// What became of one report.
struct BatchRow {
    std::string name = {};        // of the report
    BatchStatus status = BatchStatus::stopped;
    bool kept = false;            // done by an earlier run and unchanged
    std::size_t errors = 0, warnings = 0, pages = 0;
    double milliseconds = 0;      // of the run that made it
    std::string output = {};      // name below the folder; empty = none
    std::string sha256 = {};      // of the PDF
    std::string message = {};     // of a failed one: its first error, in BatchOptions::language
    int line = 0;
};

struct BatchProgress {
    std::size_t done = 0, total = 0, failed = 0, kept = 0;
    double seconds = 0;           // since the first report was begun
};

// A row with all that was found; told of every report in the order of the batch.
struct BatchReport {
    BatchRow row = {};
    std::vector<Finding> findings = {};  // of a kept one none
};

struct BatchOptions {
    RenderOptions render = {};             // for every report; its template, stop and progress are not used
    std::vector<Template> templates = {};  // one for a format at most; other formats have their built-in one
    BatchNames names = BatchNames::input;
    unsigned workers = 0;                  // threads; 0 = as many as the machine has
    bool resume = false;                   // leave what the journal says is done, is there and is unchanged
    std::size_t most_reports = 1'000'000;  // LimitError beyond
    std::string csv = "summary.csv", html = "summary.html", journal = "nianbao-batch.jsonl";  // below the folder; csv, html: "" = none
    Language language = Language::zh;      // of the summary
    std::stop_token stop = {};
    // On the caller's thread. `progress` after every report and about every 50 ms; what either throws
    // stops the batch as `stop` does and is thrown on.
    std::function<void(const BatchProgress&)> progress = {};
    std::function<void(const BatchReport&)> told = {};
};

struct NIANBAO_API BatchSummary {
    std::vector<BatchRow> rows = {};  // in the order of the batch
    bool interrupted = false;
    double seconds = 0;
    std::size_t count(BatchStatus status) const;
    std::size_t kept() const;
};

// Renders every report into `folder`, which is made when it is not there. A report that fails stops no other.
// PDFs, summaries and journal are whole or not there at every moment. Throws ReportError (faults of the batch
// itself: wrong lines, two reports of one output, a name outside of the folder) before anything is written;
// TemplateError (two for one format), FontError, FileError, LimitError; OutputError (a summary, the journal; "BATCH-BUSY"
// when another batch is at work in the folder).
// Example: run_batch(batch_folder("data"), "out", {.resume = true});
NIANBAO_API BatchSummary run_batch(const BatchSource& source, const std::filesystem::path& folder, const BatchOptions& options = {});

// The summary as a table. CSV: UTF-8 with a byte-order mark, for spreadsheets; no cell can be a formula.
NIANBAO_API std::string to_csv(const BatchSummary& summary, Language language = Language::zh);
// A whole page, or only its table, with headers for those who cannot see it.
NIANBAO_API std::string to_html(const BatchSummary& summary, Language language = Language::zh);
NIANBAO_API std::string to_html_table(const BatchSummary& summary, Language language = Language::zh);

}  // namespace nianbao

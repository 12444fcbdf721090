// Maker: one task → one PDF in its place. One for the whole batch, used by every thread at once.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <nianbao/batch.hpp>

#include "batch/journal.hpp"
#include "batch/plan.hpp"

namespace nianbao::batch {

// What became of a task.
struct Made {
    Entry entry = {};
    std::vector<Finding> findings = {};
};

class Maker {
public:
    // `journal` says what an earlier run has done; null = nothing. Throws what opening fonts throws,
    // TemplateError when two templates are for one format.
    Maker(const BatchOptions& options, std::filesystem::path folder, const Journal* journal);

    // Never throws on a report: what is wrong with it is among the findings.
    Made make(const Task& task, std::size_t index, const Spool& spool, std::stop_token stop);

private:
    void make_pdf(const Task& task, std::size_t index, const Spool& spool, const std::stop_token& stop, Made& made);
    const Template& template_of(const std::string& format);
    std::string key_of(const Report& report, const std::optional<Report>& previous, bool as_printed);
    bool is_done(Made& made) const;

    const BatchOptions& options_;
    std::filesystem::path folder_;
    const Journal* journal_;
    FontSet fonts_;
    std::string settings_;  // hash of fonts and options
    std::mutex opening_;
    std::map<std::string, Template, std::less<>> templates_ = {};  // by format; entries stay where they are
};

}  // namespace nianbao::batch

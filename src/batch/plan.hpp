// The plan of a batch: every report with the name of its PDF, before anything is written.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/batch.hpp>

#include "batch/spool.hpp"

namespace nianbao::batch {

// One report to be made. Holds no text: what stays of 100,000 reports is their names.
struct Task {
    std::string name = {}, output = {};  // no output: it failed already
    std::filesystem::path file = {}, folder = {}, previous = {};
    std::optional<Stretch> text = {};    // of JSON, in the spool
    std::optional<Report> report = {};
    std::optional<bool> as_printed = {};
    bool made_by_program = false;
    std::vector<Finding> faults = {};
    int line = 0;
};

struct Plan {
    std::vector<Task> tasks = {};
    Spool spool;
};

// Throws ReportError with every fault of the batch itself, LimitError, what `source` throws.
Plan make_plan(const BatchSource& source, const std::filesystem::path& folder, const BatchOptions& options);

// The report of a task, and last year's. Throws the Error family.
Report read_task(const Task& task, const Spool& spool, bool as_printed);
std::optional<Report> read_previous(const Task& task);

}  // namespace nianbao::batch

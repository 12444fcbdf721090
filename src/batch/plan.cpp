// The plan of a batch: every report with the name of its PDF, before anything is written.
#include "batch/plan.hpp"

#include <unordered_map>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "batch/names.hpp"

namespace nianbao::batch {

namespace {

constexpr std::size_t most_faults = 1000;  // more would be no help

class Planner {
public:
    Planner(Plan& plan, const BatchOptions& options) : plan_(plan), options_(options) {}

    // One item, or a fault of one; false at the end.
    bool take(const BatchSource& source) {
        try {
            std::optional<BatchItem> item = source();
            if (!item) return false;
            if (plan_.tasks.size() == options_.most_reports)
                throw LimitError("LIMIT-BATCH", "", say("LIMIT-BATCH", {{"limit", options_.most_reports}}));
            add(std::move(*item));
        } catch (const ReportError& error) {
            faults_.insert(faults_.end(), error.findings().begin(), error.findings().end());
        } catch (const JsonError& error) {
            const std::vector<Finding> found = findings_of(error);
            faults_.insert(faults_.end(), found.begin(), found.end());
        }
        return faults_.size() < most_faults;
    }

    void throw_faults() {
        if (!faults_.empty()) throw ReportError(std::move(faults_));
    }

private:
    void add(BatchItem item) {
        Task task;
        task.line = item.line;
        task.file = std::move(item.file);
        task.folder = std::move(item.folder);
        task.previous = std::move(item.previous);
        task.report = std::move(item.report);
        task.as_printed = item.as_printed;
        task.made_by_program = item.made_by_program;
        task.faults = std::move(item.faults);
        if (!task.report && task.file.empty() && task.faults.empty()) task.text = plan_.spool.add(item.json);
        set_output(task, item.output);
        task.name = !item.name.empty() ? std::move(item.name) : !task.file.empty() ? task.file.string() : name_of(task);
        plan_.tasks.push_back(std::move(task));
    }

    std::string name_of(const Task& task) const {
        return task.output.empty() ? "#" + std::to_string(plan_.tasks.size() + 1) : task.output;
    }

    void set_output(Task& task, const std::string& given) {
        if (!given.empty()) return claim(task, given);
        if (!task.file.empty() && options_.names == BatchNames::input) return claim(task, task.file.stem().string() + ".pdf");
        if (!task.faults.empty()) return;
        try {
            const Report report = read_task(task, plan_.spool, task.as_printed.value_or(options_.render.as_printed));
            claim(task, suggested_file_name(report));
        } catch (const Error& error) {
            task.faults = findings_of(error, task.file.string());
        }
    }

    // A name is taken once.
    void claim(Task& task, const std::string& given) {
        const std::optional<std::string> name = output_below(given);
        if (!name) return fault("BATCH-OUTPUT", task, given, "");
        if (*name == options_.csv || *name == options_.html || *name == options_.journal) return fault("BATCH-OUTPUT", task, given, "");
        const auto [other, is_new] = taken_.emplace(*name, plan_.tasks.size());
        if (!is_new) return fault("BATCH-OUTPUT-TWICE", task, *name, plan_.tasks[other->second].name);
        task.output = *name;
    }

    static Bilingual place(int line, std::size_t number) {
        if (line > 0) return say("BATCH-LINE", {{"line", line}});
        return say("BATCH-ITEM", {{"number", number}});
    }

    void fault(std::string_view id, const Task& task, const std::string& found, const std::string& other) {
        Finding out;
        out.rule = id;
        out.line = task.line;
        out.column = task.line > 0 ? 1 : 0;
        out.place = place(task.line, plan_.tasks.size() + 1);
        out.found = found;
        out.sentence = say(id, {{"place", out.place}, {"found", shortened(found)}, {"other", other}});
        out.advice = hint(id);
        faults_.push_back(std::move(out));
    }

    Plan& plan_;
    const BatchOptions& options_;
    std::unordered_map<std::string, std::size_t> taken_ = {};
    std::vector<Finding> faults_ = {};
};

}  // namespace

Plan make_plan(const BatchSource& source, const std::filesystem::path& folder, const BatchOptions& options) {
    Plan plan{{}, Spool(folder)};
    Planner planner(plan, options);
    while (!options.stop.stop_requested() && planner.take(source)) {}
    planner.throw_faults();
    return plan;
}

Report read_task(const Task& task, const Spool& spool, bool as_printed) {
    if (task.report) return *task.report;
    ReadOptions options;
    options.as_printed = as_printed;
    options.made_by_program = task.made_by_program && task.text;
    options.folder = task.folder;
    if (task.text) return read_report_json(spool.read(*task.text), options);
    options.folder.clear();  // pictures of a file stand beside it
    return read_report(task.file, options);
}

std::optional<Report> read_previous(const Task& task) {
    if (task.previous.empty()) return std::nullopt;
    return read_report(task.previous, {.as_printed = true, .compared = true});
}

}  // namespace nianbao::batch

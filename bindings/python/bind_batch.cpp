// run_batch, what it takes and what it gives.
#include "bind.hpp"

#include <filesystem>
#include <optional>

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <nianbao/batch.hpp>

#include "bind_tables.hpp"
#include "bind_values.hpp"

namespace py = pybind11;
using namespace nianbao;

namespace {

using FilePath = std::filesystem::path;
using Items = py::typing::Iterator<BatchItem>;
using OnProgress = std::optional<py::typing::Callable<void(int, int, py::str)>>;
using OnReport = std::optional<py::typing::Callable<void(BatchRow, std::vector<Finding>)>>;

BatchItem make_item(const std::optional<FilePath>& file, const Utf8& json, std::optional<Report> report, const std::optional<FilePath>& previous,
                    std::optional<bool> as_printed, bool made_by_program) {
    BatchItem item;
    item.file = file.value_or("");
    item.json = text_of(json);
    item.report = std::move(report);
    item.previous = previous.value_or("");
    item.as_printed = as_printed;
    item.made_by_program = made_by_program;
    return item;
}

// Items of a Python iterator; the batch asks on the caller's thread, which does not hold the GIL then.
BatchSource source_of(const Items& items) {
    return [items]() -> std::optional<BatchItem> {
        const py::gil_scoped_acquire acquire;
        const auto next = py::reinterpret_steal<py::object>(PyIter_Next(items.ptr()));
        if (next) return next.cast<BatchItem>();
        if (PyErr_Occurred() != nullptr) throw py::error_already_set();
        return std::nullopt;
    };
}

// The callbacks take the GIL; Ctrl-C is seen between two reports and while one is waited for.
BatchSummary run(const BatchSource& source, const FilePath& folder, BatchOptions options, const OnProgress& on_progress, const OnReport& on_report) {
    options.progress = [&on_progress, told = std::size_t{0}](const BatchProgress& progress) mutable {
        const py::gil_scoped_acquire acquire;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        if (!on_progress || told == progress.done) return;
        told = progress.done;
        (*on_progress)(progress.done, progress.total, "batch");
    };
    if (on_report) {
        options.told = [&on_report](const BatchReport& report) {
            const py::gil_scoped_acquire acquire;
            (*on_report)(report.row, report.findings);
        };
    }
    const py::gil_scoped_release release;
    return run_batch(source, folder, options);
}

void register_summary(py::module_& m) {
    const auto language = py::arg_v("language", Language::zh, "'zh'");
    py::class_<BatchSummary>(m, "BatchSummary", "What became of every report of a batch, in its order.")
        .def_readonly("rows", &BatchSummary::rows, "One row for each report.")
        .def_property_readonly("failed",
                               [](const BatchSummary& summary) {
                                   std::vector<BatchRow> out;
                                   for (const BatchRow& row : summary.rows)
                                       if (row.status == BatchStatus::failed) out.push_back(row);
                                   return out;
                               },
                               "The rows of reports that were refused or could not be made.")
        .def_property_readonly("kept", &BatchSummary::kept, "How many were done before.")
        .def_readonly("interrupted", &BatchSummary::interrupted, "It was stopped before its end.")
        .def_readonly("seconds", &BatchSummary::seconds, "Time of this run.")
        .def("to_csv", [](const BatchSummary& s, Language l) { return to_csv(s, l); }, language,
             "A table for spreadsheets, with a byte-order mark; no cell is a formula.")
        .def("to_html", [](const BatchSummary& s, Language l) { return to_html(s, l); }, language, "The table as a page.")
        .def("_repr_html_", [](const BatchSummary& s) { return to_html_table(s); }, "The table, for notebooks.")
        .def("__len__", [](const BatchSummary& s) { return s.rows.size(); });
}

void register_options(py::module_& m) {
    py::class_<BatchOptions>(m, "BatchOptions", "How a batch is made; see nianbao.batch.")
        .def(py::init<>())
        .def_readwrite("workers", &BatchOptions::workers, "Threads; 0 = as many as the machine has.")
        .def_readwrite("resume", &BatchOptions::resume, "Leave what is done, there and unchanged.")
        .def_readwrite("names", &BatchOptions::names, "How an output is called that has no name.")
        .def_readwrite("templates", &BatchOptions::templates, "One for a format at most.")
        .def_readwrite("csv", &BatchOptions::csv, "Name of the summary as CSV; empty = none.")
        .def_readwrite("html", &BatchOptions::html, "Name of the summary as HTML; empty = none.")
        .def("render",
             [](BatchOptions& o, std::optional<FontSet> fonts, std::optional<MissingNumbers> missing, bool as_printed, bool draft) {
                 o.render.fonts = std::move(fonts);
                 o.render.missing_numbers = missing;
                 o.render.as_printed = as_printed;
                 o.render.draft = draft;
             },
             py::kw_only(), py::arg("fonts"), py::arg("missing_numbers"), py::arg("as_printed"), py::arg("draft"), "As of nianbao.render.")
        .def("write",
             [](BatchOptions& o, std::string created, bool tagged, PdfProfile profile) {
                 o.render.pdf = {.created = std::move(created), .tagged = tagged, .profile = profile};
             },
             py::kw_only(), py::arg("created"), py::arg("tagged"), py::arg("profile"), "As of nianbao.render.");
}

}  // namespace

void register_batch(py::module_& m) {
    py::class_<BatchItem>(m, "BatchItem", "One report of a batch: a file, JSON text or a Report.")
        .def(py::init(&make_item), py::kw_only(), py::arg("file") = py::none(), py::arg("json") = "", py::arg("report") = py::none(),
             py::arg("previous") = py::none(), py::arg("as_printed") = py::none(),
             py::arg("made_by_program") = false)
        .def_readwrite("output", &BatchItem::output, "Name below the folder; empty = as BatchOptions.names says.")
        .def_readwrite("name", &BatchItem::name, "How the summary calls it; empty = its file.")
        .def_readwrite("faults", &BatchItem::faults, "Why it cannot be read: it fails with these.");
    register_summary(m);
    register_options(m);
    const auto on_progress = py::arg("on_progress") = py::none(), on_report = py::arg("on_report") = py::none();
    m.def("run_batch",
          [](const Items& items, const FilePath& folder, const BatchOptions& options, const OnProgress& progress, const OnReport& report) {
              return run(source_of(items), folder, options, progress, report);
          },
          py::arg("items"), py::arg("folder"), py::arg("options"), py::kw_only(), on_progress, on_report, "Renders every item into a folder.");
    m.def("run_batch_of",
          [](const FilePath& list, const FilePath& folder, const BatchOptions& options, const OnProgress& progress, const OnReport& report) {
              std::error_code fault;
              return run(std::filesystem::is_directory(list, fault) ? batch_folder(list) : batch_manifest(list), folder, options, progress, report);
          },
          py::arg("list"), py::arg("folder"), py::arg("options"), py::kw_only(), on_progress, on_report,
          "The same for a manifest, or for a folder of JSON files.");
}

// Report, Finding, check and the formats.
#include "bind.hpp"

#include <filesystem>

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <nianbao/report.hpp>

namespace py = pybind11;
using namespace nianbao;

namespace {

py::str shown(const Finding& finding) {
    return py::str(finding.pointer + ": " + finding.rule + " " + finding.message());
}

void register_finding(py::module_& m) {
    py::class_<Finding>(m, "Finding", "One answer of a check: what is wrong, where, expected and found.")
        .def_readonly("rule", &Finding::rule)
        .def_property_readonly("severity", [](const Finding& f) { return name_of(f.severity); })
        .def_readonly("pointer", &Finding::pointer)
        .def_readonly("line", &Finding::line)
        .def_readonly("column", &Finding::column)
        .def_property_readonly("place", [](const Finding& f) { return f.place.zh; })
        .def_readonly("expected", &Finding::expected)
        .def_readonly("found", &Finding::found)
        .def("message", [](const Finding& f, const std::string& l) { return f.message(language_named(l)); },
             py::arg("language") = "zh")
        .def("hint", [](const Finding& f, const std::string& l) { return f.hint(language_named(l)); },
             py::arg("language") = "zh")
        .def("__eq__", [](const Finding& a, const Finding& b) { return a == b; }, py::is_operator())
        .def("__str__", shown)
        .def("__repr__", [](const Finding& f) { return py::str("<Finding {}>").format(shown(f)); });
}

}  // namespace

void register_report(py::module_& m) {
    register_finding(m);
    py::class_<Report>(m, "Report", "A report, read and typed; immutable.")
        .def_property_readonly("format", &Report::format)
        .def_property_readonly("organ", &Report::organ)
        .def_property_readonly("year", &Report::year)
        .def_property_readonly("title", &Report::title)
        .def_property_readonly("file_name", &suggested_file_name, "A name for the PDF: 〈机关〉〈年〉年政府信息公开工作年度报告.pdf.");
    const auto release = py::call_guard<py::gil_scoped_release>();
    m.def("read_report_file",
          [](const std::filesystem::path& file, bool as_printed) {
              return read_report(file, {.as_printed = as_printed});
          },
          py::arg("file"), py::kw_only(), py::arg("as_printed") = false, release);
    m.def("read_report_json",
          [](const std::string& json, bool as_printed) {
              return read_report_json(json, {.as_printed = as_printed});
          },
          py::arg("json"), py::kw_only(), py::arg("as_printed") = false, release);
    m.def("check",
          [](const Report& report, const Report* previous, std::vector<Report> parts) {
              return check(report, {.previous = previous, .parts = std::move(parts)});
          },
          py::arg("report"), py::kw_only(), py::arg("previous") = py::none(), py::arg("parts") = std::vector<Report>(), release);
    m.def("format_json", &report_format_json, py::arg("id"));
    m.def("schema_json", &report_schema_json, py::arg("id"));
    m.def("formats", [] {
        std::vector<std::string> ids;
        for (const ReportFormat& format : report_formats()) ids.push_back(format.id);
        return ids;
    });
}

// Report, its check, the formats, the starter, imported texts.
#include "bind.hpp"

#include <filesystem>

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <nianbao/intake.hpp>
#include <nianbao/report.hpp>
#include <nianbao/report_form.hpp>
#include <nianbao/sarif.hpp>
#include <nianbao/starter.hpp>

#include "bind_gate.hpp"
#include "bind_tables.hpp"
#include "bind_values.hpp"

namespace py = pybind11;
using namespace nianbao;

namespace {

using Release = py::call_guard<WithoutGil>;
using FilePath = std::filesystem::path;

void register_reading(py::module_& m) {
    py::class_<Report>(m, "Report", "A report, read and typed; immutable, shared by threads.")
        .def_property_readonly("format", &Report::format, "Its format: \"disclosure-2021\".")
        .def_property_readonly("organ", &Report::organ, "发布机关.")
        .def_property_readonly("year", &Report::year, "报告年度; None when its format has none.")
        .def_property_readonly("title", &Report::title, "The lines of the title, joined.")
        .def_property_readonly("fingerprint", &Report::fingerprint, "SHA-256 of the JSON and the pictures it was read from.")
        .def_property_readonly("file_name", &suggested_file_name, "A name for the PDF: 〈机关〉〈年〉年政府信息公开工作年度报告.pdf.")
        .def("__repr__", [](const Report& r) { return py::str("<Report {} {!r}>").format(r.format(), r.title()); });
    m.def("read_report_file",
          [](const FilePath& file, bool as_printed, bool compared, const FilePath& folder) {
              return read_report(file, {.as_printed = as_printed, .folder = folder, .compared = compared});
          },
          py::arg("file"), py::kw_only(), py::arg("as_printed") = false, py::arg("compared") = false, py::arg("folder") = "", Release(),
          "Reads a report from a file. Raises FileError, JsonError, ReportError, LimitError.");
    m.def("read_report_json",
          [](const Utf8& json, bool as_printed, bool made_by_program, const FilePath& folder) {
              const std::string_view text = text_of(json);
              const WithoutGil working;
              return read_report_json(text, {.as_printed = as_printed, .made_by_program = made_by_program, .folder = folder});
          },
          py::arg("json"), py::kw_only(), py::arg("as_printed") = false, py::arg("made_by_program") = false,
          py::arg("folder") = "",
          "Reads a report from JSON text. Raises JsonError, ReportError, LimitError.");
    m.def("check",
          [](const Report& report, const std::optional<Report>& previous, std::vector<Report> parts) {
              return check(report, {.previous = previous ? &*previous : nullptr, .parts = std::move(parts)});
          },
          py::arg("report"), py::kw_only(), py::arg("previous") = py::none(), py::arg_v("parts", std::vector<Report>(), "[]"), Release(),
          "Findings of a report, errors first; `previous` is last year's, `parts` are what it sums up.");
    m.def("findings_json", [](const std::vector<Finding>& findings, Language language) { return to_json(findings, language); },
          py::arg("findings"), py::arg("language"), "Findings as a JSON object.");
    m.def("to_sarif", [](const std::vector<Finding>& findings, const std::string& file, Language language) {
              return to_sarif(findings, file, language);
          },
          py::arg("findings"), py::arg("file"), py::arg("language"), "Findings of one file as SARIF 2.1.0.");
}

void register_formats(py::module_& m) {
    m.def("explain", &explain, py::arg("id"), "What a rule or a message of the reader asks; None for an unknown id.");
    m.def("rule_ids", &rule_ids, "The ids of every rule of the formats, sorted.");
    m.def("report_formats", &report_formats, "The formats that are built in.");
    m.def("formats", [] {
        std::vector<std::string> ids;
        for (const ReportFormat& format : report_formats()) ids.push_back(format.id);
        return ids;
    }, "The ids of the formats that are built in.");
    m.def("report_form", &report_form, py::arg("id"), "Which numbers of a format follow from others. Raises TemplateError.");
    m.def("format_json", &report_format_json, py::arg("id"), "format.json of a format. Raises TemplateError.");
    m.def("schema_json", &report_schema_json, py::arg("id"), "The JSON Schema of a format. Raises TemplateError.");
    m.def("report_schemas_json", &report_schemas_json, "One JSON Schema for the reports of every format.");
    m.def("template_schema_json", &template_schema_json, "The JSON Schema of template.json.");
    m.def("starter_report_json",
          [](const std::string& format, const std::string& organ, std::optional<int> year,
             const std::optional<Report>& previous, const std::string& schema) {
              return starter_report_json({.format = format, .organ = organ, .year = year,
                                          .previous = previous ? &*previous : nullptr, .schema = schema});
          },
          py::kw_only(), py::arg("format"), py::arg("organ"), py::arg("year"), py::arg("previous"), py::arg("schema"),
          "A report to fill in. Raises TemplateError; Error STARTER-YEAR when a year is needed.");
}

void register_intake(py::module_& m) {
    m.def("read_text", [](const FilePath& file) { return py::bytes(read_text(file)); }, py::arg("file"),
          "The bytes of a text file. Raises FileError, LimitError above 16 MiB.");
    m.def("import_text",
          [](const Utf8& text, const std::string& format, const std::string& organ, std::optional<int> year, bool keep,
             LineRange lines) {
              const std::string_view bytes = text_of(text);
              const WithoutGil working;
              return import_text(bytes, {.format = format, .organ = organ, .year = year, .keep = keep,
                                        .first_line = lines.first, .last_line = lines.last});
          },
          py::arg("text"), py::kw_only(), py::arg("format"), py::arg("organ"), py::arg("year"), py::arg("keep"),
          py::arg("lines"), "A text → the JSON of a report and findings. Raises FileError, TemplateError, LimitError.");
    m.def("split_reports", [](const Utf8& text) { return split_reports(text_of(text)); }, py::arg("text"),
          "Where reports stand one after the other in one text.");
}

}  // namespace

void register_report(py::module_& m) {
    register_reading(m);
    register_formats(m);
    register_intake(m);
}

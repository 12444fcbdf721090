// FontSet, Template, render and the command line.
#include "bind.hpp"

#include <filesystem>
#include <optional>

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <nianbao/render.hpp>

#include "cli/run_cli.hpp"

namespace py = pybind11;
using namespace nianbao;

namespace {

PdfProfile profile_named(const std::string& name) {
    if (name == "fast") return PdfProfile::fast;
    if (name == "small") return PdfProfile::small;
    throw py::value_error("profile is \"fast\" or \"small\", not \"" + name + "\"");
}

RenderOptions options_of(std::optional<FontSet> fonts, std::optional<Template> look, bool as_printed, bool draft) {
    RenderOptions options;
    options.fonts = std::move(fonts);
    options.report_template = std::move(look);
    options.as_printed = as_printed;
    options.draft = draft;
    return options;
}

py::bytes render_bytes(const Report& report, std::optional<FontSet> fonts, std::optional<Template> look,
                       bool as_printed, bool draft, const std::string& profile) {
    RenderOptions options = options_of(std::move(fonts), std::move(look), as_printed, draft);
    options.pdf.profile = profile_named(profile);
    std::string bytes;
    {
        const py::gil_scoped_release release;
        bytes = render(report, options);
    }
    return py::bytes(bytes);
}

std::string dump_pages(const Report& report, std::optional<FontSet> fonts, std::optional<Template> look,
                       bool as_printed, bool draft) {
    return dump(lay_out(report, options_of(std::move(fonts), std::move(look), as_printed, draft)));
}

}  // namespace

void register_render(py::module_& m) {
    const auto release = py::call_guard<py::gil_scoped_release>();
    py::class_<FontSet>(m, "FontSet", "The fonts of a run, by role; immutable, shared by threads.")
        .def_static("bundled", &FontSet::bundled, release)
        .def_static("from_folder", &FontSet::from_folder, py::arg("folder"), release)
        .def("with_folder", &FontSet::with_folder, py::arg("folder"), release);
    py::class_<Template>(m, "Template", "How a report looks; immutable.")
        .def_static("built_in", &Template::built_in, py::arg("format_id"), release)
        .def_static("from_file", &Template::from_file, py::arg("file"), release)
        .def_static("from_json", &Template::from_json, py::arg("json"), release)
        .def_property_readonly("format", &Template::format);
    m.def("template_json", &template_json, py::arg("id"));
    m.def("render", &render_bytes, py::arg("report"), py::kw_only(), py::arg("fonts") = py::none(),
          py::arg("template") = py::none(), py::arg("as_printed") = false, py::arg("draft") = false,
          py::arg("profile") = "fast");
    m.def("dump", &dump_pages, py::arg("report"), py::kw_only(), py::arg("fonts") = py::none(),
          py::arg("template") = py::none(), py::arg("as_printed") = false, py::arg("draft") = false, release);
    m.def("run_cli", &cli::run_cli, py::arg("arguments"), release);
}

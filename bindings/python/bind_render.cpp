// Templates, the stages of the road, the whole road, and the command line.
#include "bind.hpp"

#include <filesystem>
#include <optional>
#include <tuple>

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <nianbao/render.hpp>

#include "bind_gate.hpp"
#include "bind_tables.hpp"
#include "bind_values.hpp"
#include "bind_work.hpp"
#include "cli/run_cli.hpp"

namespace py = pybind11;
using namespace nianbao;

namespace {

using Release = py::call_guard<WithoutGil>;
using FilePath = std::filesystem::path;

using Fonts = std::optional<FontSet>;
using Look = std::optional<Template>;
using Missing = std::optional<MissingNumbers>;

RenderOptions options_of(Fonts fonts, Look look, Missing missing, bool as_printed, bool draft) {
    RenderOptions out;
    out.fonts = std::move(fonts);
    out.report_template = std::move(look);
    out.missing_numbers = missing;
    out.as_printed = as_printed;
    out.draft = draft;
    return out;
}

void watch(RenderOptions& options, Work& work) {
    options.stop = work.stop();
    if (work.is_watched()) options.progress = [&work](const Progress& told) { work.tell(told); };
}

std::string written(const PagedDocument& pages, PdfOptions pdf, Work& work) {
    pdf.stop = work.stop();
    pdf.progress = work.told_as(Stage::write);
    return write_pdf(pages, pdf);
}

using RenderResult = std::tuple<py::bytes, PagedDocument>;

RenderResult render_report(const Report& report, RenderOptions options, PdfOptions pdf, OnProgress on_progress) {
    Work work(std::move(on_progress));
    watch(options, work);
    PagedDocument pages;
    std::string bytes;
    work.run([&] {
        pages = lay_out(report, options);
        bytes = written(pages, std::move(pdf), work);
    });
    return {py::bytes(bytes), std::move(pages)};
}

PagedDocument lay_out_report(const Report& report, RenderOptions options, OnProgress on_progress) {
    Work work(std::move(on_progress));
    watch(options, work);
    PagedDocument pages;
    work.run([&] { pages = lay_out(report, options); });
    return pages;
}

PagedDocument typeset_document(const Document& document, const FontSet& fonts, int max_pages, OnProgress on_progress) {
    Work work(std::move(on_progress));
    const TypesetOptions options{.stop = work.stop(), .max_pages = max_pages, .progress = work.told_as(Stage::typeset)};
    PagedDocument pages;
    work.run([&] { pages = typeset(document, fonts, options); });
    return pages;
}

py::bytes write_pages(const PagedDocument& pages, PdfOptions pdf, OnProgress on_progress) {
    Work work(std::move(on_progress));
    std::string bytes;
    work.run([&] { bytes = written(pages, std::move(pdf), work); });
    return bytes;
}

void register_stages(py::module_& m) {
    const auto on_progress = py::arg("on_progress") = py::none();
    m.def("compose",
          [](const Report& report, const Template& look, Missing missing) { return compose(report, look, {.missing_numbers = missing}); },
          py::arg("report"), py::arg("template"), py::kw_only(), py::arg("missing_numbers") = py::none(), Release(),
          "Report and template → document. Raises TemplateError.");
    m.def("typeset", &typeset_document, py::arg("document"), py::arg("fonts"), py::kw_only(), py::arg("max_pages"), on_progress,
          "Document → pages. Raises FontError, LayoutError, LimitError.");
    m.def("dump_lines", &dump_lines, py::arg("document"), py::arg("fonts"), Release(), "How every line was broken and adjusted.");
    m.def("write_pdf",
          [](const PagedDocument& pages, std::string created, bool tagged, PdfProfile profile, OnProgress told) {
              return write_pages(pages, {.created = std::move(created), .tagged = tagged, .profile = profile}, std::move(told));
          },
          py::arg("pages"), py::kw_only(), py::arg("created"), py::arg("tagged"), py::arg("profile"), on_progress,
          "Pages → the bytes of the file. Raises PdfError, LimitError.");
    m.def("save",
          [](const FilePath& file, const py::bytes& data) {
              const std::string_view bytes = data;
              const WithoutGil working;
              save(file, bytes);
          },
          py::arg("file"), py::arg("data"), "Old or new, never half. Raises OutputError.");
}

void register_road(py::module_& m) {
    const auto fonts = py::arg("fonts") = py::none(), look = py::arg("template") = py::none(),
               missing = py::arg("missing_numbers") = py::none(), as_printed = py::arg("as_printed") = false,
               draft = py::arg("draft") = false, on_progress = py::arg("on_progress") = py::none();
    m.def("render",
          [](const Report& report, Fonts f, Look l, Missing n, bool p, bool d, std::string created, bool tagged,
             PdfProfile profile, OnProgress told) {
              return render_report(report, options_of(std::move(f), std::move(l), n, p, d),
                                   {.created = std::move(created), .tagged = tagged, .profile = profile}, std::move(told));
          },
          py::arg("report"), py::kw_only(), fonts, look, missing, as_printed, draft, py::arg("created") = "",
          py::arg("tagged") = true, py::arg("profile") = "fast", on_progress, "The file and its pages.");
    m.def("lay_out",
          [](const Report& report, Fonts f, Look l, Missing n, bool p, bool d, OnProgress told) {
              return lay_out_report(report, options_of(std::move(f), std::move(l), n, p, d), std::move(told));
          },
          py::arg("report"), py::kw_only(), fonts, look, missing, as_printed, draft, on_progress, "The pages only.");
}

// As bytes: a file's name need not be UTF-8.
int run_command_line(const std::vector<py::bytes>& arguments) {
    const std::vector<std::string> words(arguments.begin(), arguments.end());
    const py::gil_scoped_release release;
    return cli::run_cli(words);
}

}  // namespace

void register_render(py::module_& m) {
    py::class_<Template>(m, "Template", "How a report looks (版式模板); immutable, shared by threads.")
        .def_static("built_in", &Template::built_in, py::arg("format_id"), Release(), "That of a format. Raises TemplateError.")
        .def_static("from_file", &Template::from_file, py::arg("file"), Release(),
                    "From a file. Raises TemplateError with a pointer into it, FileError, JsonError.")
        .def_static("from_json", [](const Utf8& json) { return Template::from_json(text_of(json)); }, py::arg("json"),
                    "From JSON text. Raises TemplateError with a pointer into it, JsonError.")
        .def_property_readonly("format", &Template::format, "The report format it is for.")
        .def_property_readonly("fingerprint", &Template::fingerprint, "SHA-256 of its JSON.");
    m.def("template_json", &template_json, py::arg("id"), "template.json of a format. Raises TemplateError.");
    register_stages(m);
    register_road(m);
    m.def("run_cli", &run_command_line, py::arg("arguments"), "The command line; its exit code. Names of files are bytes.");
}

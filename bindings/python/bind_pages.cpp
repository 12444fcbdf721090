// PagedDocument: pages that only can be looked at, so references into it stay good.
#include "bind.hpp"

#include <filesystem>
#include <string_view>

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include <nianbao/box.hpp>
#include <nianbao/page_text.hpp>
#include <nianbao/paged_document.hpp>
#include <nianbao/pdf.hpp>

#include "bind_gate.hpp"
#include "bind_tables.hpp"
#include "bind_values.hpp"

namespace py = pybind11;
using namespace nianbao;

namespace {

// A page stays with the document it belongs to.
py::typing::List<Page> pages_of(const py::object& self) {
    const auto& document = self.cast<const PagedDocument&>();
    py::typing::List<Page> out;
    for (const Page& page : document.pages) out.append(py::cast(&page, py::return_value_policy::reference_internal, self));
    return out;
}

}  // namespace

void register_pages(py::module_& m) {
    py::class_<Page>(m, "Page", "One page: its size, and its items in reading order.")
        .def_property_readonly("size", [](const Page& page) { return page.size; }, "Width and height of the paper.")
        .def_property_readonly("items", [](const Page& page) -> const std::vector<PageItem>& { return page.items; },
                               "GlyphRun, Rule, Fill, Path, Picture, Link and Stroke, made anew at each call.");
    py::class_<PagedDocument>(m, "PagedDocument", "Pages of placed items; immutable, shared by threads.")
        .def("__len__", [](const PagedDocument& d) { return d.pages.size(); })
        .def_readonly("title", &PagedDocument::title, "Of the PDF and its bookmarks' root.")
        .def_readonly("author", &PagedDocument::author, "The author.")
        .def_readonly("language", &PagedDocument::language, "BCP 47.")
        .def_readonly("created", &PagedDocument::created, "ISO 8601; empty = no date entries.")
        .def_property_readonly("pages", &pages_of, "Every page.")
        .def_property_readonly("structure", [](const PagedDocument& d) { return d.structure; }, "The structure tree; node 0 is the document.")
        .def_property_readonly("bookmarks", [](const PagedDocument& d) { return d.bookmarks; }, "书签, in reading order.")
        .def_property_readonly("warnings", [](const PagedDocument& d) { return d.warnings; }, "What a reader may want to know.")
        .def("boxes", [](const PagedDocument& d) { return boxes(d); },
             "The rectangle of every item, page after page in reading order.")
        .def("__repr__", [](const PagedDocument& d) {
            return py::str("<PagedDocument {!r} of {} pages>").format(d.title, d.pages.size());
        });
    m.def("dump_pages", [](const PagedDocument& d) { return dump(d); }, py::arg("pages"), py::call_guard<WithoutGil>(),
          "The pages as text, one line for each item; lengths in points.");
    m.def("page_texts", [](const PagedDocument& d) { return page_texts(d); }, py::arg("pages"), py::call_guard<WithoutGil>(),
          "The text of each page in reading order: a line for a paragraph, a line with tabs for a row.");
}

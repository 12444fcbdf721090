// FontSet: the fonts of a run.
#include "bind.hpp"

#include <filesystem>

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <nianbao/font_set.hpp>
#include <nianbao/font_usage.hpp>

#include "bind_gate.hpp"
#include "bind_tables.hpp"
#include "bind_values.hpp"

namespace py = pybind11;
using namespace nianbao;

void register_fonts(py::module_& m) {
    using Release = py::call_guard<WithoutGil>;
    py::class_<FontSet>(m, "FontSet", "The fonts of a run, by role; immutable, shared by threads.")
        .def_static("bundled", &FontSet::bundled, Release(),
                    "The set that travels with the package. Raises FontError when it is not there.")
        .def_static("from_folder", &FontSet::from_folder, py::arg("folder"), Release(),
                    "A complete set: a folder with fonts.json. Raises FontError.")
        .def("with_folder", &FontSet::with_folder, py::arg("folder"), Release(),
             "This set and the fonts in a folder (*.ttf *.otf *.ttc); they win by role. Raises FontError.")
        .def("fingerprint", &FontSet::fingerprint, Release(), "SHA-256 of the fonts, their order and their rules.")
        .def("with_font",
             [](const FontSet& set, FontRole role, const py::bytes& font, unsigned index) {
                 std::string bytes = font;
                 const WithoutGil working;
                 return set.with_font(role, std::move(bytes), index);
             },
             py::arg("role"), py::arg("font"), py::arg("index") = 0,
             "This set and one font from memory for `role`; `index` in a collection. Raises FontError.");
    m.def("font_usage", &font_usage, py::arg("document"), py::arg("fonts"), Release(),
          "Which font sets which characters. Raises LayoutError, LimitError.");
    m.def("font_usage_json", [](const FontUsage& usage) { return to_json(usage); }, py::arg("usage"),
          "Font usage as JSON.");
}

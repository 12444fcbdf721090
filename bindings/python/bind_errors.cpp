// The error family of C++ as the family of nianbao._errors, with its attributes.
#include "bind.hpp"

#include <pybind11/stl.h>

#include <nianbao/error.hpp>

namespace py = pybind11;
using namespace nianbao;

namespace {

void set_details(const py::object& raised, const Error& error) {
    if (const auto* json = dynamic_cast<const JsonError*>(&error)) {
        raised.attr("line") = json->line();
        raised.attr("column") = json->column();
    } else if (const auto* report = dynamic_cast<const ReportError*>(&error)) {
        raised.attr("findings") = report->findings();
    } else if (const auto* font = dynamic_cast<const FontError*>(&error)) {
        raised.attr("missing") = font->missing();
    } else if (const auto* layout = dynamic_cast<const LayoutError*>(&error)) {
        raised.attr("needed") = layout->needed().in_points();
        raised.attr("available") = layout->available().in_points();
    }
}

void raise(const Error& error) {
    const py::object type = py::module_::import("nianbao._errors").attr(error.kind());
    const py::object raised = type(error.message(Language::zh));
    raised.attr("id") = error.id();
    raised.attr("where") = error.where();
    raised.attr("sentences") = py::dict(py::arg("zh") = error.message(Language::zh),
                                        py::arg("en") = error.message(Language::en));
    set_details(raised, error);
    PyErr_SetObject(type.ptr(), raised.ptr());
}

}  // namespace

void register_errors(py::module_& m) {
    py::class_<MissingCharacter>(m, "MissingCharacter", "A character that no font of the chain has.")
        .def_property_readonly("character", [](const MissingCharacter& c) { return std::u32string(1, c.code_point); })
        .def_readonly("pointer", &MissingCharacter::pointer)
        .def_readonly("role", &MissingCharacter::role)
        .def_readonly("fonts_tried", &MissingCharacter::fonts_tried)
        .def_readonly("package", &MissingCharacter::package);
    py::register_exception_translator([](std::exception_ptr p) {
        try {
            if (p) std::rethrow_exception(p);
        } catch (const Error& e) {
            raise(e);
        }
    });
}

// ReportForm: which numbers of a format follow from others.
#include "bind.hpp"

#include <pybind11/stl.h>

#include <nianbao/report_form.hpp>

namespace py = pybind11;
using namespace nianbao;

void register_form(py::module_& m) {
    py::class_<FormEquation>(m, "FormEquation", "Numbers that must agree, by canonical pointer.")
        .def_readonly("rule", &FormEquation::rule, "The id of its rule: \"T3-C2\".")
        .def_readonly("kind", &FormEquation::kind, "\"sum\", \"balance\" or \"at_most\".")
        .def_readonly("left", &FormEquation::left, "Of a sum: the total alone.")
        .def_readonly("right", &FormEquation::right, "Of a sum: its items.");
    py::class_<ReportForm>(m, "ReportForm", "Which numbers of a format follow from others.")
        .def_readonly("equations", &ReportForm::equations)
        .def_readonly("zero_when_absent", &ReportForm::zero_when_absent,
                      "Pointers of rows and numbers that count as zeros when they are left out.");
    m.def("report_form", &report_form, py::arg("id"), "Of a built-in format. Raises TemplateError for an unknown id.");
}

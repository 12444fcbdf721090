// The error family of C++ as the family of nianbao._errors, with its attributes.
#include "bind.hpp"

#include <map>

#include <pybind11/stl.h>

#include <nianbao/error.hpp>
#include <nianbao/report.hpp>

#include "bind_tables.hpp"
#include "bind_values.hpp"

namespace py = pybind11;
using namespace nianbao;

namespace {

py::object made(const char* kind, const std::string& id, const std::string& where, const Bilingual& said) {
    const py::object raised = py::module_::import("nianbao._errors").attr(kind)(said.zh);
    raised.attr("id") = id;
    raised.attr("where") = where;
    raised.attr("sentences") = py::dict(py::arg("zh") = said.zh, py::arg("en") = said.en);
    return raised;
}

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
    const py::object raised =
        made(error.kind(), error.id(), error.where(), {error.message(Language::zh), error.message(Language::en)});
    const py::dict hints(py::arg("zh") = error.hint(Language::zh), py::arg("en") = error.hint(Language::en));
    raised.attr("hints") = hints;
    raised.attr("exit_code") = error.exit_code();
    set_details(raised, error);
    PyErr_SetObject(py::type::of(raised).ptr(), raised.ptr());
}

std::string filled(std::string text, const Parameters& parameters) {
    for (const auto& [name, value] : parameters) {
        const std::string hole = "{" + name + "}";
        for (std::size_t at = 0; (at = text.find(hole, at)) != std::string::npos; at += value.size())
            text.replace(at, hole.size(), value);
    }
    return text;
}

}  // namespace

Bilingual sentence(const std::string& id, const Parameters& parameters) {
    const auto row = explain(id);
    if (!row) throw py::value_error("the catalogue has no message " + id);
    Bilingual out = {filled(row->says.zh, parameters), filled(row->says.en, parameters)};
    // A sentence about the whole begins without its place.
    if (out.zh.starts_with("：")) out = {out.zh.substr(sizeof "：" - 1), out.en.substr(2)};
    return out;
}

void raise_error(const char* kind, const std::string& id, const std::string& where, const Parameters& parameters) {
    const py::object raised = made(kind, id, where, sentence(id, parameters));
    PyErr_SetObject(py::type::of(raised).ptr(), raised.ptr());
    throw py::error_already_set();
}

void register_errors(py::module_& m) {
    m.def("sentence",
          [](const std::string& id, const std::map<std::string, std::string>& parameters) {
              return sentence(id, {parameters.begin(), parameters.end()});
          },
          py::arg("id"), py::arg("parameters"), "A message of the catalogue with its parameters put in.");
    m.def("raise_findings", [](std::vector<Finding> findings) { throw ReportError(std::move(findings)); }, py::arg("findings"),
          "Raises ReportError with all of them.");
    py::register_exception_translator([](std::exception_ptr p) {
        try {
            if (p) std::rethrow_exception(p);
        } catch (const Error& e) {
            raise(e);
        }
    });
}

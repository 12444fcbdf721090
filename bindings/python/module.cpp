// The extension module nianbao._core: a list of what is registered.
#include "bind.hpp"

#include <nianbao/version.hpp>

nianbao::Language language_named(const std::string& name) {
    if (name == "zh") return nianbao::Language::zh;
    if (name == "en") return nianbao::Language::en;
    throw pybind11::value_error("language is \"zh\" or \"en\", not \"" + name + "\"");
}

PYBIND11_MODULE(_core, m) {
    m.doc() = "The compiled part of nianbao; use the package nianbao.";
    m.attr("__version__") = NIANBAO_VERSION;
    register_errors(m);
    register_report(m);
    register_render(m);
    register_form(m);
}

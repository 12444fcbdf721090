// The extension module nianbao._core: a list of what is registered.
#include "bind.hpp"

#include <map>

#include <pybind11/stl.h>

#include <nianbao/library_versions.hpp>
#include <nianbao/version.hpp>

std::string_view text_of(const Utf8& text) {
    Py_ssize_t size = 0;
    if (PyBytes_Check(text.ptr()) != 0) return {PyBytes_AS_STRING(text.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(text.ptr()))};
    if (PyUnicode_Check(text.ptr()) == 0) throw pybind11::type_error("bytes or str are expected");
    const char* bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
    if (bytes == nullptr) throw pybind11::error_already_set();
    return {bytes, static_cast<std::size_t>(size)};
}

namespace {

std::map<std::string, std::string> versions() {
    std::map<std::string, std::string> by_name;
    for (const nianbao::LibraryVersion& library : nianbao::library_versions()) by_name[library.name] = library.version;
    return by_name;
}

}  // namespace

PYBIND11_MODULE(_core, m) {
    m.doc() = "The compiled part of nianbao; use the package nianbao.";
    m.attr("__version__") = NIANBAO_VERSION;
    m.def("versions", &versions,
          "nianbao and the libraries at work in it, by name: the versions they say when they are loaded "
          "(libdeflate, libjpeg: when nianbao was built).");
    register_gate();
    register_errors(m);
    register_fonts(m);
    register_report(m);
    register_document(m);
    register_pages(m);
    register_render(m);
    register_batch(m);
}

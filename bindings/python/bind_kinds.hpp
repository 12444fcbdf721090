// Which kinds of value there are, and the Python class of each.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <pybind11/gil_safe_call_once.h>
#include <pybind11/pybind11.h>

#include <nianbao/length.hpp>

#include "bind_fields.hpp"

namespace bind {

namespace py = pybind11;

// The class `name` of the package.
py::object class_of(const char* file, const char* name);

template <class Said>
py::handle python_class() {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> stored;
    return stored.call_once_and_store_result([] { return class_of(Said::file_name, Said::name); }).get_stored();
}

template <class T> struct is_vector : std::false_type {};
template <class E> struct is_vector<std::vector<E>> : std::true_type { using element = E; };
template <class T> struct is_optional : std::false_type {};
template <class E> struct is_optional<std::optional<E>> : std::true_type { using element = E; };
template <class T> struct is_variant : std::false_type {};
template <class... E> struct is_variant<std::variant<E...>> : std::true_type {};
template <class T> struct is_map : std::false_type {};
template <class E> struct is_map<std::map<std::string, E>> : std::true_type { using element = E; };

using Bytes = std::shared_ptr<const std::string>;

struct LengthClass {
    static constexpr const char* file_name = "nianbao._lengths";
    static constexpr const char* name = "Length";
};

template <class T>
concept Known = Fields<T>::known || Names<T>::known;

}  // namespace bind

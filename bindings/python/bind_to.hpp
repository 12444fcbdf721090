// Values of C++ as the dataclasses of the package.
#pragma once

#include <nianbao/paged_document.hpp>

#include "bind_kinds.hpp"

namespace bind {

template <class T> py::object value_to(const T& value);
py::object length_to(nianbao::Length length);
template <> py::object value_to(const nianbao::Picture& picture);  // its pixels are bytes

template <class T>
py::object struct_to(const T& value) {
    py::dict fields;
    const auto give = [&](const auto& field) { fields[field.name] = value_to(value.*field.member); };
    std::apply([&](const auto&... field) { (give(field), ...); }, Fields<T>::members());
    return python_class<Fields<T>>()(**fields);
}

template <class T>
py::object value_to(const T& value) {
    if constexpr (Fields<T>::known) return struct_to(value);
    else if constexpr (Names<T>::known) {
        for (const auto& [name, each] : Names<T>::values())
            if (each == value) return python_class<Names<T>>()(py::str(name.data(), name.size()));
        throw py::value_error("an enumerator without a name");
    } else if constexpr (is_vector<T>::value) {
        py::list out(value.size());
        for (std::size_t i = 0; i < value.size(); ++i) out[i] = value_to(value[i]);
        return out;
    } else if constexpr (is_map<T>::value) {
        py::dict out;
        for (const auto& [key, each] : value) out[py::str(key)] = value_to(each);
        return out;
    } else if constexpr (is_variant<T>::value) {
        return std::visit([](const auto& each) { return value_to(each); }, value);
    } else if constexpr (is_optional<T>::value) {
        return value ? value_to(*value) : py::none();
    } else if constexpr (std::is_same_v<T, nianbao::Length>) return length_to(value);
    else if constexpr (std::is_same_v<T, Bytes>) return value ? py::bytes(*value) : py::bytes();
    else if constexpr (std::is_same_v<T, char32_t>) return py::int_(static_cast<std::uint32_t>(value));
    else return py::cast(value);
}

}  // namespace bind

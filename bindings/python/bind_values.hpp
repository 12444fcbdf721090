// Values of C++ as arguments and results of bound functions.
#pragma once

#include "bind_from.hpp"
#include "bind_to.hpp"

template <class T>
struct pybind11::detail::type_caster_enum_type_enabled<T, pybind11::detail::enable_if_t<bind::Names<T>::known>>
    : std::false_type {};
template <bind::Known T>
struct pybind11::detail::type_caster<T> {
    static constexpr auto name = [] {
        if constexpr (bind::Fields<T>::known) return bind::Fields<T>::described;
        else return bind::Names<T>::described;  // an argument may also be the name
    }();
    bool load(handle given, bool) {
        value_ = bind::value_from<T>(given, bind::Place());
        return true;
    }
    static handle cast(const T& value, return_value_policy, handle) { return bind::value_to(value).release(); }
    template <class> using cast_op_type = T&;
    operator T&() { return value_; }

private:
    T value_ = {};
};
template <>
struct pybind11::detail::type_caster<nianbao::Length> {
    static constexpr auto name = const_name("nianbao._lengths.Length");
    bool load(handle given, bool) {
        value_ = bind::length_from(given, bind::Place());
        return true;
    }
    static handle cast(nianbao::Length value, return_value_policy, handle) { return bind::length_to(value).release(); }
    template <class> using cast_op_type = nianbao::Length&;
    operator nianbao::Length&() { return value_; }

private:
    nianbao::Length value_ = {};
};

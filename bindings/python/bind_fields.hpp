// What a value struct of C++ consists of, said in one line: NB_VALUE(Column, "_document", width, align).
#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include <pybind11/pybind11.h>

namespace bind {

// Python keeps the word `from` for itself.
constexpr const char* python_name(const char* name) { return std::string_view(name) == "from" ? "from_" : name; }

template <class Struct, class Member>
struct Field {
    const char* name;
    Member Struct::* member;
};

// Known structs: the name and the module of their Python class, and a tuple of Field.
template <class T>
struct Fields {
    static constexpr bool known = false;
};

// Known enumerations: their Python class and the names of their values.
template <class T>
struct Names {
    static constexpr bool known = false;
};

}  // namespace bind

#define NB_PARENS ()
#define NB_EXPAND(...) NB_EXPAND_3(NB_EXPAND_3(NB_EXPAND_3(NB_EXPAND_3(__VA_ARGS__))))
#define NB_EXPAND_3(...) NB_EXPAND_2(NB_EXPAND_2(NB_EXPAND_2(__VA_ARGS__)))
#define NB_EXPAND_2(...) NB_EXPAND_1(NB_EXPAND_1(NB_EXPAND_1(__VA_ARGS__)))
#define NB_EXPAND_1(...) __VA_ARGS__

#define NB_FIELD(T, name, ...) \
    ::bind::Field<T, decltype(T::name)>{::bind::python_name(#name), &T::name} __VA_OPT__(, NB_FIELD_AGAIN NB_PARENS(T, __VA_ARGS__))
#define NB_FIELD_AGAIN() NB_FIELD
#define NB_NAMED(T, name, ...) \
    std::pair<std::string_view, T>{#name, T::name} __VA_OPT__(, NB_NAMED_AGAIN NB_PARENS(T, __VA_ARGS__))
#define NB_NAMED_AGAIN() NB_NAMED

// A struct whose Python class has another name or that has no fields.
#define NB_VALUE_AS(python, T, file, ...)                                                              \
    template <>                                                                                        \
    struct bind::Fields<T> {                                                                           \
        static constexpr bool known = true;                                                            \
        static constexpr auto described = pybind11::detail::const_name("nianbao." file "." python);    \
        static constexpr const char* file_name = "nianbao." file;                                      \
        static constexpr const char* name = python;                                                    \
        static constexpr auto members() { return std::tuple{__VA_OPT__(NB_EXPAND(NB_FIELD(T, __VA_ARGS__)))}; } \
    };
#define NB_VALUE(T, file, ...) NB_VALUE_AS(#T, nianbao::T, file, __VA_ARGS__)

#define NB_NAMES(T, ...)                                                                               \
    template <>                                                                                        \
    struct bind::Names<nianbao::T> {                                                                   \
        static constexpr bool known = true;                                                            \
        static constexpr auto described =                                                              \
            pybind11::detail::io_name("nianbao._names." #T "Name", "nianbao._names." #T);              \
        static constexpr const char* file_name = "nianbao._names";                                     \
        static constexpr const char* name = #T;                                                        \
        static constexpr auto values() { return std::array{NB_EXPAND(NB_NAMED(nianbao::T, __VA_ARGS__))}; } \
    };

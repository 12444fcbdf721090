// Values of C++ from the dataclasses of the package: one rule for every kind of field.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include <nianbao/document.hpp>

#include "bind_kinds.hpp"

namespace bind {

// Where a value stands in what was given: printed as a JSON Pointer when it is of the wrong kind.
class Place {
public:
    Place() = default;
    Place(const Place& above, std::string_view key) : above_(&above), key_(key) {}
    Place(const Place& above, std::size_t index) : above_(&above), index_(index) {}
    std::string pointer() const;

private:
    const Place* above_ = nullptr;
    std::string_view key_ = {};
    std::size_t index_ = 0;
};

// Raises ArgumentError: `expected` stands at `place`, not `found`.
[[noreturn]] void refuse(const Place& place, const std::string& expected, py::handle found);

// Kinds that are not made of others; bind_from.cpp.
std::string string_from(py::handle given, const Place& place);
bool bool_from(py::handle given, const Place& place);
std::int64_t integer_from(py::handle given, const Place& place, std::int64_t low, std::int64_t high);
Bytes bytes_from(py::handle given, const Place& place);
nianbao::Length length_from(py::handle given, const Place& place);
bool is_length(py::handle given);
bool is_list(py::handle given);  // list, tuple or another iterable that is no text and no mapping

// The text of a cell, which may also be a number.
nianbao::Text cell_text_from(py::handle given, const Place& place);

// Shorter ways to write a value: a str for a Text, a list for a Row. True when one was taken.
template <class T> bool short_form(py::handle, const Place&, T&) { return false; }
template <> bool short_form(py::handle given, const Place& place, nianbao::Text& out);
template <> bool short_form(py::handle given, const Place& place, nianbao::Cell& out);
template <> bool short_form(py::handle given, const Place& place, nianbao::Row& out);
template <> bool short_form(py::handle given, const Place& place, nianbao::CellBlock& out);

template <class T> T value_from(py::handle given, const Place& place);
template <class T>
T name_from(py::handle given, const Place& place) {
    std::string expected;
    const std::string name = PyUnicode_Check(given.ptr()) != 0 ? string_from(given, place) : std::string();
    for (const auto& [each, value] : Names<T>::values()) {
        if (name == each) return value;
        expected += (expected.empty() ? "" : " | ") + std::string(each);
    }
    refuse(place, expected, given);
}

template <class T>
T struct_from(py::handle given, const Place& place) {
    T out{};
    const int same = PyObject_IsInstance(given.ptr(), python_class<Fields<T>>().ptr());
    if (same < 0) throw py::error_already_set();
    if (same == 0) {
        if (short_form(given, place, out)) return out;
        refuse(place, Fields<T>::name, given);
    }
    const auto take = [&](const auto& field) {
        using Member = std::remove_cvref_t<decltype(out.*field.member)>;
        const py::object value = given.attr(field.name);
        const Place at(place, std::string_view(field.name));
        if constexpr (std::is_same_v<T, nianbao::Cell> && std::is_same_v<Member, nianbao::Text>) out.*field.member = cell_text_from(value, at);
        else out.*field.member = value_from<Member>(value, at);
    };
    std::apply([&](const auto&... field) { (take(field), ...); }, Fields<T>::members());
    return out;
}

template <class T>
T list_from(py::handle given, const Place& place) {
    if (!is_list(given)) refuse(place, "list", given);
    T out;
    for (const py::handle each : py::iter(given))
        out.push_back(value_from<typename is_vector<T>::element>(each, Place(place, out.size())));
    return out;
}

template <class T>
T map_from(py::handle given, const Place& place) {
    if (!py::isinstance<py::dict>(given)) refuse(place, "dict", given);
    T out;
    for (const auto& [key, value] : py::reinterpret_steal<py::dict>(PyDict_Copy(given.ptr()))) {
        std::string name = string_from(key, place);
        auto taken = value_from<typename is_map<T>::element>(value, Place(place, std::string_view(name)));
        out.emplace(std::move(name), std::move(taken));
    }
    return out;
}

template <class T>
bool is_kind(py::handle given) {
    if constexpr (std::is_same_v<T, nianbao::Length>) return is_length(given);
    else return py::isinstance(given, python_class<Fields<T>>());
}

template <class T, std::size_t I = 0>
T variant_from(py::handle given, const Place& place, std::string expected = {}) {
    if constexpr (I == std::variant_size_v<T>) {
        // A text is the only alternative that may be written shorter.
        if constexpr (std::is_constructible_v<T, nianbao::Text>) return value_from<nianbao::Text>(given, place);
        else refuse(place, expected, given);
    } else {
        using Each = std::variant_alternative_t<I, T>;
        if (is_kind<Each>(given)) return value_from<Each>(given, place);
        if constexpr (std::is_same_v<Each, nianbao::Length>) expected += (I > 0 ? " | Length" : "Length");
        else expected += (I > 0 ? " | " : "") + std::string(Fields<Each>::name);
        return variant_from<T, I + 1>(given, place, std::move(expected));
    }
}

// The value of `given`, which stands at `place`. Throws ArgumentError for another kind.
template <class T>
T value_from(py::handle given, const Place& place) {
    if constexpr (Fields<T>::known) return struct_from<T>(given, place);
    else if constexpr (Names<T>::known) return name_from<T>(given, place);
    else if constexpr (is_vector<T>::value) return list_from<T>(given, place);
    else if constexpr (is_map<T>::value) return map_from<T>(given, place);
    else if constexpr (is_variant<T>::value) return variant_from<T>(given, place);
    else if constexpr (is_optional<T>::value) {
        if (given.is_none()) return std::nullopt;
        return value_from<typename is_optional<T>::element>(given, place);
    } else if constexpr (std::is_same_v<T, nianbao::Length>) return length_from(given, place);
    else if constexpr (std::is_same_v<T, std::string>) return string_from(given, place);
    else if constexpr (std::is_same_v<T, Bytes>) return bytes_from(given, place);
    else if constexpr (std::is_same_v<T, bool>) return bool_from(given, place);
    else {
        using Limits = std::numeric_limits<T>;
        static_assert(std::is_integral_v<T>);
        const auto high = std::is_same_v<T, std::size_t> ? std::numeric_limits<std::int64_t>::max()
                                                         : static_cast<std::int64_t>(Limits::max());
        return static_cast<T>(integer_from(given, place, static_cast<std::int64_t>(Limits::min()), high));
    }
}

}  // namespace bind

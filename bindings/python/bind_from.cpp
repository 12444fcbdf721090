// The kinds of value that are not made of others, and the shorter ways to write some that are.
#include "bind_values.hpp"

#include "bind.hpp"
#include "bind_tables.hpp"

namespace bind {

using namespace nianbao;

std::string Place::pointer() const {
    if (above_ == nullptr) return "";
    std::string key = key_.empty() ? std::to_string(index_) : std::string(key_);
    for (std::size_t at = 0; (at = key.find_first_of("~/", at)) != std::string::npos; at += 2)  // RFC 6901, 3
        key.replace(at, 1, key[at] == '~' ? "~0" : "~1");
    return above_->pointer() + "/" + key;
}

void refuse(const Place& place, const std::string& expected, py::handle found) {
    const bool text = PyUnicode_Check(found.ptr()) != 0 || PyLong_Check(found.ptr()) != 0;
    const std::string shown = text ? py::repr(found).cast<std::string>() : py::type::of(found).attr("__name__").cast<std::string>();
    raise_error("ArgumentError", "VALUE-KIND", place.pointer(),
                {{"place", place.pointer()}, {"expected", expected}, {"found", shown}});
}

py::object class_of(const char* file, const char* name) { return py::module_::import(file).attr(name); }

std::string string_from(py::handle given, const Place& place) {
    if (PyUnicode_Check(given.ptr()) == 0) refuse(place, "str", given);
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(given.ptr(), &size);
    if (bytes == nullptr) {  // half a character
        PyErr_Clear();
        refuse(place, "UTF-8", given);
    }
    return {bytes, static_cast<std::size_t>(size)};
}

bool bool_from(py::handle given, const Place& place) {
    if (given.is(py::handle(Py_True))) return true;
    if (given.is(py::handle(Py_False))) return false;
    refuse(place, "bool", given);
}

std::int64_t integer_from(py::handle given, const Place& place, std::int64_t low, std::int64_t high) {
    if (PyBool_Check(given.ptr()) != 0 || PyIndex_Check(given.ptr()) == 0) refuse(place, "int", given);
    const auto whole = py::reinterpret_steal<py::object>(PyNumber_Index(given.ptr()));
    if (!whole) throw py::error_already_set();
    int over = 0;
    const long long value = PyLong_AsLongLongAndOverflow(whole.ptr(), &over);
    if (over != 0 || value < low || value > high)
        refuse(place, std::to_string(low) + " … " + std::to_string(high), whole);
    return value;
}

Bytes bytes_from(py::handle given, const Place& place) {
    if (PyObject_CheckBuffer(given.ptr()) == 0) refuse(place, "bytes", given);
    const auto bytes = py::reinterpret_steal<py::bytes>(PyBytes_FromObject(given.ptr()));
    if (!bytes) throw py::error_already_set();
    return std::make_shared<const std::string>(bytes);
}

namespace {

constexpr std::int64_t widest = std::numeric_limits<std::int32_t>::max();

bool is_text(py::handle given) { return PyUnicode_Check(given.ptr()) != 0 || is_kind<Text>(given); }

// The digits of an int, a float or a Decimal as a report given as data has them; nothing for what is no number.
std::optional<std::string> digits_from(py::handle given, const Place& place) {
    if (PyBool_Check(given.ptr()) != 0) return std::nullopt;
    if (PyIndex_Check(given.ptr()) != 0)
        return py::str(py::reinterpret_steal<py::object>(PyNumber_Index(given.ptr()))).cast<std::string>();
    const auto sources = py::module_::import("nianbao._sources");
    if (!sources.attr("is_fractional")(given).cast<bool>()) return std::nullopt;
    const auto refuse_as = [&](const char* id) {
        raise_error("ArgumentError", id, place.pointer(), {{"place", place.pointer()}, {"found", py::str(given).cast<std::string>()}});
    };
    if (sources.attr("is_absent")(given).cast<bool>()) refuse_as("VALUE-NAN");
    auto digits = sources.attr("digits_of")(given).cast<std::string>();
    if (digits.empty()) refuse_as("SOURCE-INEXACT");
    return digits;
}

}  // namespace

bool is_length(py::handle given) { return py::isinstance(given, python_class<LengthClass>()); }

Length length_from(py::handle given, const Place& place) {
    if (!is_length(given)) refuse(place, "Length", given);
    return Length::millipoints(integer_from(given.attr("count"), place, -widest, widest));
}

py::object length_to(Length length) { return python_class<LengthClass>()(length.count()); }

template <>
py::object value_to(const Picture& picture) {
    return python_class<Fields<Picture>>()(value_to(picture.area), picture.width, picture.height, py::bytes(picture.rgb),
                                           picture.node);
}

bool is_list(py::handle given) {
    if (py::isinstance<py::list>(given) || py::isinstance<py::tuple>(given)) return true;
    return PyUnicode_Check(given.ptr()) == 0 && PyBytes_Check(given.ptr()) == 0 && !py::isinstance<py::dict>(given)
        && py::hasattr(given, "__iter__");
}

template <>
bool short_form(py::handle given, const Place& place, Text& out) {
    if (PyUnicode_Check(given.ptr()) != 0) out = Text(string_from(given, place));
    else if (py::isinstance<py::list>(given) || py::isinstance<py::tuple>(given))
        out = Text(value_from<std::vector<TextRun>>(given, place));
    else return false;
    return true;
}

Text cell_text_from(py::handle given, const Place& place) {
    if (!is_text(given)) {
        if (auto digits = digits_from(given, place)) return Text(std::move(*digits));
    }
    return value_from<Text>(given, place);
}

template <>
bool short_form(py::handle given, const Place& place, Cell& out) {
    if (is_text(given)) {
        out = Cell(value_from<Text>(given, place));
        return true;
    }
    auto digits = digits_from(given, place);
    if (digits) out = Cell(std::move(*digits));
    return digits.has_value();
}

template <>
bool short_form(py::handle given, const Place& place, Row& out) {
    if (!is_list(given)) return false;
    out.cells = value_from<std::vector<Cell>>(given, place);
    return true;
}

template <>
bool short_form(py::handle given, const Place& place, CellBlock& out) {
    if (!is_text(given) && !is_kind<Table>(given)) return false;
    out.what = value_from<std::variant<Text, Table>>(given, place);
    return true;
}

}  // namespace bind

// What documents and looks can do; their values are dataclasses of the package.
#include "bind.hpp"

#include <pybind11/stl.h>

#include <nianbao/document.hpp>
#include <nianbao/indicator_table.hpp>

#include "bind_tables.hpp"
#include "bind_values.hpp"

namespace py = pybind11;
using namespace nianbao;

namespace {

using Defaults = py::typing::Dict<py::str, py::object>;

template <class T>
void add_default(Defaults& into) {
    if constexpr (bind::Fields<T>::known) into[bind::Fields<T>::name] = bind::value_to(T{});
}

// Every value struct as C++ makes it, by name: the dataclasses of the package must be made alike.
Defaults defaults() {
    Defaults out;
    add_default<LineStyle>(out);
    add_default<TextStyle>(out);
    add_default<ParagraphStyle>(out);
    add_default<TableStyle>(out);
    add_default<PageStyle>(out);
    add_default<TextRun>(out);
    add_default<Paragraph>(out);
    add_default<Heading>(out);
    add_default<Cell>(out);
    add_default<Row>(out);
    add_default<Column>(out);
    add_default<Table>(out);
    add_default<List>(out);
    add_default<Signature>(out);
    add_default<BlankLines>(out);
    add_default<Contents>(out);
    add_default<Figure>(out);
    add_default<Chart>(out);
    add_default<Document>(out);
    add_default<Indicator>(out);
    add_default<IndicatorTable>(out);
    return out;
}

}  // namespace

void register_document(py::module_& m) {
    m.def("official_styles", &StyleSheet::official, "GB/T 9704—2012 with every role.");
    m.def("three_line", &TableStyle::three_line, "三线表.");
    m.def("type_area", [](const StyleSheet& styles) { return styles.type_area(); }, py::arg("styles"), "版心.");
    m.def("indicator_table", &indicator_table, py::arg("source"), "The table of these indicators.");
    m.def("dump_document", [](const Document& document) { return dump(document); }, py::arg("document"),
          "A document as indented blocks.");
    m.def("defaults", &defaults, "Values as C++ makes them, by the name of their class; for tests.");
}

// What each file of the binding registers, and what they share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <nianbao/language.hpp>

void register_errors(pybind11::module_& m);
void register_report(pybind11::module_& m);
void register_document(pybind11::module_& m);
void register_fonts(pybind11::module_& m);
void register_pages(pybind11::module_& m);
void register_batch(pybind11::module_& m);
void register_render(pybind11::module_& m);
void register_gate();

// Text that is UTF-8 already or comes as a str; a view that lasts as long as the object.
using Utf8 = pybind11::typing::Union<pybind11::bytes, pybind11::str>;
std::string_view text_of(const Utf8& text);

using Parameters = std::vector<std::pair<std::string, std::string>>;

// The sentence `id` of the catalogue of messages with {name} replaced. Throws ValueError for an unknown id.
nianbao::Bilingual sentence(const std::string& id, const Parameters& parameters);

// Raises the class `kind` of the error family with a sentence of the catalogue.
[[noreturn]] void raise_error(const char* kind, const std::string& id, const std::string& where, const Parameters& parameters);

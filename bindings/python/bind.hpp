// What each file of the binding registers.
#pragma once

#include <string>

#include <pybind11/pybind11.h>

#include <nianbao/language.hpp>

void register_errors(pybind11::module_& m);
void register_report(pybind11::module_& m);
void register_render(pybind11::module_& m);
void register_form(pybind11::module_& m);

// "zh" or "en". Throws ValueError.
nianbao::Language language_named(const std::string& name);

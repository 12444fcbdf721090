// The verbs of the command line.
#pragma once

#include <stop_token>

#include <nianbao/render.hpp>

#include "cli/arguments.hpp"

namespace nianbao::cli {

// How the reports are to look. Throws TemplateError, FontError, FileError.
RenderOptions options_of(const Arguments& arguments, std::stop_token stop);

// Runs the verb; returns the exit code. Throws the Error family.
int run(const Arguments& arguments, std::stop_token stop);

}  // namespace nianbao::cli

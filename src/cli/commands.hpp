// The verbs of the command line.
#pragma once

#include <stop_token>

#include "cli/arguments.hpp"

namespace nianbao::cli {

// Runs the verb; returns the exit code. Throws the Error family.
int run(const Arguments& arguments, std::stop_token stop);

}  // namespace nianbao::cli

// nianbao check: findings of a report, by itself, against last year's, and against its parts.
#pragma once

#include <nianbao/report.hpp>

#include "cli/arguments.hpp"

namespace nianbao::cli {

// The report a verb works on, from its file or standard input.
Report read_input(const Arguments& arguments);

// Returns the exit code: 1 when a finding is an error.
int check_command(const Arguments& arguments);

}  // namespace nianbao::cli

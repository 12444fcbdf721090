// nianbao import: a text becomes report data.
#pragma once

#include "cli/arguments.hpp"

namespace nianbao::cli {

// 1 when a finding is an error, else 0. Throws the Error family.
int import_command(const Arguments& arguments);

}  // namespace nianbao::cli

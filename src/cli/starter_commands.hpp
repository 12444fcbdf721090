// nianbao init, schema and explain: what an office needs before it writes.
#pragma once

#include "cli/arguments.hpp"

namespace nianbao::cli {

// Each returns the exit code and throws the Error family.
int init_command(const Arguments& arguments);
int schema_command(const Arguments& arguments);
int explain_command(const Arguments& arguments);

}  // namespace nianbao::cli

// Reading standard input to its end.
#pragma once

#include <string>

namespace nianbao::cli {

// SIGINT and SIGTERM end the process while it waits: nothing has been begun that would have to be undone.
std::string read_standard_input();

}  // namespace nianbao::cli

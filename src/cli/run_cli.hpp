// run_cli(): the whole command line as a function, called by main and by python -m nianbao.
#pragma once

#include <string>
#include <vector>

namespace nianbao::cli {

// `arguments` without the program's name. Results go to standard output, messages to standard error.
// Returns the exit code (input contract, section 8). Never throws.
int run_cli(const std::vector<std::string>& arguments);

}  // namespace nianbao::cli

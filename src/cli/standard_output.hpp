// Results on standard output, whole or an error.
#pragma once

#include <string_view>

namespace nianbao::cli {

// Throws OutputError. SIGINT and SIGTERM end the process meanwhile.
void write_stdout(std::string_view bytes);

}  // namespace nianbao::cli

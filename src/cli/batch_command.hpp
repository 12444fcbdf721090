// nianbao batch: many reports into one folder.
#pragma once

#include <stop_token>

#include "cli/arguments.hpp"

namespace nianbao::cli {

// 0, 1 when a report failed, 130 when it was interrupted. Throws the Error family for what is wrong with the batch itself.
int batch_command(const Arguments& arguments, std::stop_token stop);

}  // namespace nianbao::cli

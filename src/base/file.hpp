// Whole files in, whole files out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace nianbao {

// The bytes of a regular file. Throws FileError (missing, unreadable, a folder), LimitError above `limit`.
std::string read_file(const std::filesystem::path& file, std::uintmax_t limit);

// Reads standard input to its end, same limit.
std::string read_stdin(std::uintmax_t limit);

}  // namespace nianbao

// Whole files out: old or new, never half.
#pragma once

#include <filesystem>
#include <string_view>

namespace nianbao {

// Temporary file in the same folder, write, fsync, rename, fsync of the folder. A symbolic link is
// followed: its target is replaced. A device or pipe is written to directly. Throws OutputError; then
// the old file is untouched and the temporary one is gone.
void write_file(const std::filesystem::path& file, std::string_view bytes);

// For many files at once: through a temporary file that the caller names (on the same file system; one left over
// is replaced), synced, and the folder not: sync_folder() then makes all renames in it last. Throws OutputError.
void replace_by(const std::filesystem::path& temporary, const std::filesystem::path& target, std::string_view bytes);
void sync_folder(const std::filesystem::path& folder);

// The bytes to standard output. Throws OutputError.
void write_stdout(std::string_view bytes);

}  // namespace nianbao

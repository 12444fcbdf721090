// The names of a batch's files below its folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::batch {

// ".nianbao-batch-7.tmp": a PDF or summary that is being written. What is left over of a killed run is swept.
std::string temporary_name(std::string_view part);
bool is_temporary(std::string_view name);

// A name as it is written below the folder: "./2024//a" → "2024/a.pdf". Nothing when it is empty, absolute, goes
// through "..", has a control character or a part longer than 255 bytes.
std::optional<std::string> output_below(std::string_view given);

// One part of a path, for the summaries and the journal.
bool is_plain_name(std::string_view name);

// With its parents. Throws OutputError.
void make_folder(const std::filesystem::path& folder);

}  // namespace nianbao::batch

// The names of a batch's files below its folder.
#include "batch/names.hpp"

#include <algorithm>
#include <system_error>

#include <nianbao/error.hpp>

#include "base/messages.hpp"

namespace nianbao::batch {

namespace {

constexpr std::string_view beginning = ".nianbao-batch-", ending = ".tmp";

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_pdf(std::string_view name) {
    if (name.size() < 4) return false;
    std::string last(name.substr(name.size() - 4));
    std::transform(last.begin(), last.end(), last.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return last == ".pdf";
}

}  // namespace

std::string temporary_name(std::string_view part) { return std::string(beginning).append(part).append(ending); }

bool is_temporary(std::string_view name) { return name.starts_with(beginning) && name.ends_with(ending); }

std::optional<std::string> output_below(std::string_view given) {
    if (given.empty() || given.ends_with('/') || has_control(given)) return std::nullopt;
    const std::filesystem::path path(given);
    if (path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end()) return std::nullopt;
    std::string name = path.lexically_normal().string();
    if (name.empty() || name == ".") return std::nullopt;
    if (!is_pdf(name)) name += ".pdf";
    for (const std::filesystem::path& part : std::filesystem::path(name))
        if (part.string().size() > 255) return std::nullopt;
    return name;
}

bool is_plain_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.size() <= 255 && name.find('/') == std::string_view::npos && !has_control(name);
}

void make_folder(const std::filesystem::path& folder) {
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (!fault) return;
    const std::string reason = std::generic_category().message(fault.value());
    throw OutputError("OUTPUT-WRITE", folder.string(), say("OUTPUT-WRITE", {{"file", folder.string()}, {"reason", reason}}));
}

}  // namespace nianbao::batch

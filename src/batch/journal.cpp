// The journal of a batch: one line of JSON for each PDF that is done.
#include "batch/journal.hpp"

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <limits>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "base/json.hpp"
#include "base/messages.hpp"

namespace nianbao::batch {

namespace {

constexpr int version = 1;

[[noreturn]] void fail(const std::filesystem::path& file, int code) {
    throw OutputError("OUTPUT-WRITE", file.string(),
                      say("OUTPUT-WRITE", {{"file", file.string()}, {"reason", std::generic_category().message(code)}}));
}

std::string line_of(const Entry& entry) {
    const BatchRow& row = entry.row;
    return fmt::format("{{\"v\":{},\"output\":{},\"key\":\"{}\",\"sha256\":\"{}\",\"errors\":{},\"warnings\":{},\"pages\":{},\"milliseconds\":{:.1f}}}\n",
                       version, json::quote(row.output), entry.key, row.sha256, row.errors, row.warnings, row.pages, row.milliseconds);
}

std::string text_at(const json::Value& object, std::string_view key) {
    const json::Value* value = object.find(key);
    return value != nullptr && value->is(json::Kind::string) ? value->text : std::string();
}

std::size_t count_at(const json::Value& object, std::string_view key) {
    const json::Value* value = object.find(key);
    return value != nullptr && value->is(json::Kind::integer) && value->integer > 0 ? static_cast<std::size_t>(value->integer) : 0;
}

double number_at(const json::Value& object, std::string_view key) {
    const json::Value* value = object.find(key);
    double number = 0;
    if (value != nullptr) std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
    return number;
}

}  // namespace

Journal::Journal(const std::filesystem::path& file, bool keep)
    : file_(file), descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0666)) {
    if (!descriptor_.valid()) fail(file, errno);
    if (::flock(descriptor_.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) fail(file, errno);
        throw OutputError("BATCH-BUSY", file.string(), say("BATCH-BUSY", {{"folder", file.parent_path().string()}}));
    }
    std::string text = keep ? read_file(file, std::numeric_limits<std::uintmax_t>::max()) : std::string();
    // What follows the last line end is torn: the next line must not be glued to it.
    const std::size_t whole = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
    if (::ftruncate(descriptor_.get(), static_cast<off_t>(whole)) != 0) fail(file, errno);
    text.resize(whole);
    read(text);
}

void Journal::read(const std::string& text) {
    for (std::size_t begin = 0, end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
        try {
            const json::Value line = json::parse(std::string_view(text).substr(begin, end - begin), "");
            if (!line.is(json::Kind::object) || count_at(line, "v") != version) continue;
            Entry entry;
            entry.key = text_at(line, "key");
            entry.row.output = text_at(line, "output");
            entry.row.sha256 = text_at(line, "sha256");
            entry.row.errors = count_at(line, "errors");
            entry.row.warnings = count_at(line, "warnings");
            entry.row.pages = count_at(line, "pages");
            entry.row.milliseconds = number_at(line, "milliseconds");
            if (!entry.key.empty() && !entry.row.output.empty()) entries_[entry.row.output] = std::move(entry);
        } catch (const Error&) {
            continue;  // torn in a crash of the machine: its report is made again
        }
    }
}

const Entry* Journal::find(const std::string& output) const {
    const auto found = entries_.find(output);
    return found == entries_.end() ? nullptr : &found->second;
}

void Journal::append(const std::vector<Entry>& entries) {
    std::string text;
    for (const Entry& entry : entries) text += line_of(entry);
    std::string_view rest = text;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_.get(), rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(file_, errno);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fdatasync(descriptor_.get()) != 0) fail(file_, errno);
}

}  // namespace nianbao::batch

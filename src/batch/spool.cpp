// Reports given as text wait on disk, in an unnamed file.
#include "batch/spool.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "batch/names.hpp"

namespace nianbao::batch {

namespace {

[[noreturn]] void fail(const std::filesystem::path& folder, int code) {
    throw OutputError("OUTPUT-WRITE", folder.string(),
                      say("OUTPUT-WRITE", {{"file", folder.string()}, {"reason", std::generic_category().message(code)}}));
}

std::unique_ptr<Descriptor> unnamed_file(const std::filesystem::path& folder) {
    make_folder(folder);
    const int unnamed = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (unnamed >= 0) return std::make_unique<Descriptor>(unnamed);
    // Not every file system has unnamed files; one that is swept when we are killed in between serves too.
    const std::filesystem::path name = folder / temporary_name("spool-" + std::to_string(::getpid()));
    const int named = ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (named < 0) fail(folder, errno);
    ::unlink(name.c_str());
    return std::make_unique<Descriptor>(named);
}

}  // namespace

Stretch Spool::add(std::string_view text) {
    if (!file_) file_ = unnamed_file(folder_);
    const Stretch stretch{size_, text.size()};
    while (!text.empty()) {
        const ssize_t written = ::pwrite(file_->get(), text.data(), text.size(), static_cast<off_t>(size_));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail(folder_, written < 0 ? errno : EIO);
        text.remove_prefix(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
    return stretch;
}

std::string Spool::read(Stretch stretch) const {
    std::string text(stretch.size, '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const ssize_t got = ::pread(file_->get(), text.data() + filled, text.size() - filled, static_cast<off_t>(stretch.offset + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0)
            throw FileError("FILE-READ", folder_.string(),
                            say("FILE-READ", {{"file", folder_.string()}, {"reason", std::generic_category().message(got < 0 ? errno : EIO)}}));
        filled += static_cast<std::size_t>(got);
    }
    return text;
}

}  // namespace nianbao::batch

// Whole files out: old or new, never half.
#include "base/write_file.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <nianbao/error.hpp>

#include "base/descriptor.hpp"
#include "base/messages.hpp"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& name, int code) {
    throw OutputError(
        "OUTPUT-WRITE", name,
        say("OUTPUT-WRITE", {{"file", name}, {"reason", std::generic_category().message(code)}}));
}

// 0, or the errno of the first failure.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        if (written == 0) return EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

struct Temporary {
    Descriptor descriptor;
    fs::path path;
};

// The first bytes of a name, whole characters, so that the name of the temporary file is not too long for the
// file system when that of the target just fits.
std::string beginning_of(const std::string& name) {
    std::size_t end = std::min<std::size_t>(name.size(), 200);
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    return name.substr(0, end);
}

// Names by process and a count, created exclusively, so the user's umask decides the mode.
Temporary create_beside(const fs::path& target) {
    for (int attempt = 0;; ++attempt) {
        const fs::path path = target.parent_path() / ("." + beginning_of(target.filename().string()) + "." +
                                                      std::to_string(::getpid()) + "-" +
                                                      std::to_string(attempt) + ".tmp");
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0) return {Descriptor(descriptor), path};
        if (errno != EEXIST || attempt == 1000) fail(target.string(), errno);
    }
}

int sync(const fs::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.valid()) return errno;
    // Some file systems cannot sync a folder; the rename is done all the same.
    return ::fsync(descriptor.get()) == 0 || errno == EINVAL ? 0 : errno;
}

// 0, or the errno of the step that failed.
int fill_and_rename(Temporary& temporary, const fs::path& target, std::string_view bytes, const struct stat* old) {
    if (const int code = write_all(temporary.descriptor.get(), bytes)) return code;
    if (old && ::fchmod(temporary.descriptor.get(), old->st_mode & 07777) != 0) return errno;
    if (::fsync(temporary.descriptor.get()) != 0) return errno;
    if (temporary.descriptor.close() != 0) return errno;
    return ::rename(temporary.path.c_str(), target.c_str()) == 0 ? 0 : errno;
}

void replace(const fs::path& target, std::string_view bytes, const struct stat* old) {
    Temporary temporary = create_beside(target);
    if (const int code = fill_and_rename(temporary, target, bytes, old)) {
        ::unlink(temporary.path.c_str());
        fail(target.string(), code);
    }
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (const int code = sync(folder)) fail(target.string(), code);
}

}  // namespace

void replace_by(const fs::path& temporary, const fs::path& target, std::string_view bytes) {
    ::unlink(temporary.c_str());
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) fail(target.string(), errno);
    Temporary file{Descriptor(descriptor), temporary};
    if (const int code = fill_and_rename(file, target, bytes, nullptr)) {
        ::unlink(temporary.c_str());
        fail(target.string(), code);
    }
}

void sync_folder(const fs::path& folder) {
    if (const int code = sync(folder)) fail(folder.string(), code);
}

void write_file(const fs::path& file, std::string_view bytes) {
    std::error_code ignored;
    const fs::path resolved = fs::weakly_canonical(file, ignored);
    const fs::path& target = ignored || resolved.empty() ? file : resolved;
    struct stat old = {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) fail(file.string(), EISDIR);
    if (exists && !S_ISREG(old.st_mode)) {
        Descriptor descriptor(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
        if (!descriptor.valid()) fail(file.string(), errno);
        if (const int code = write_all(descriptor.get(), bytes)) fail(file.string(), code);
        if (descriptor.close() != 0) fail(file.string(), errno);
        return;
    }
    replace(target, bytes, exists ? &old : nullptr);
}

void write_stdout(std::string_view bytes) {
    if (const int code = write_all(STDOUT_FILENO, bytes)) fail("-", code);
}

}  // namespace nianbao

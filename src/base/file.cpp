// Whole files in: regular files only, bounded, through plain descriptors.
#include "base/file.hpp"

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

[[noreturn]] void fail(const std::filesystem::path& file, int code) {
    throw FileError("FILE-READ", file.string(),
                    say("FILE-READ", {{"file", file.string()}, {"reason", std::generic_category().message(code)}}));
}

[[noreturn]] void too_large(const std::string& name, std::uintmax_t limit) {
    throw LimitError("LIMIT-FILE", name, say("LIMIT-FILE", {{"file", name}, {"limit", std::to_string(limit)}}));
}

std::string read_all(int descriptor, const std::string& name, std::uintmax_t limit, std::size_t expected) {
    std::string bytes;
    bytes.resize(expected + 1);  // one more, so that the end of file is seen without growing
    std::size_t filled = 0;
    for (;;) {
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(name, errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > limit) too_large(name, limit);
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    return bytes;
}

}  // namespace

std::string read_file(const std::filesystem::path& file, std::uintmax_t limit) {
    // O_NONBLOCK: a FIFO without a writer must not hang us.
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.valid()) fail(file, errno);
    struct stat status = {};
    if (::fstat(descriptor.get(), &status) != 0) fail(file, errno);
    if (S_ISDIR(status.st_mode)) fail(file, EISDIR);
    if (!S_ISREG(status.st_mode))
        throw FileError("FILE-KIND", file.string(), say("FILE-KIND", {{"file", file.string()}}));
    if (static_cast<std::uintmax_t>(status.st_size) > limit) too_large(file.string(), limit);
    return read_all(descriptor.get(), file.string(), limit, static_cast<std::size_t>(status.st_size));
}

std::string read_stdin(std::uintmax_t limit) { return read_all(STDIN_FILENO, "-", limit, 65536); }

}  // namespace nianbao

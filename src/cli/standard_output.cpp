// Writing to standard output.
#include "cli/standard_output.hpp"

#include <cerrno>
#include <iostream>
#include <string>
#include <system_error>
#include <unistd.h>

#include <nianbao/error.hpp>

#include "cli/signals.hpp"

namespace nianbao::cli {

namespace {

[[noreturn]] void output_failed(int code) {
    const std::string reason = std::generic_category().message(code);
    throw OutputError("OUTPUT-WRITE", "-", {"无法写入标准输出：" + reason, "cannot write to standard output: " + reason});
}

}  // namespace

void write_stdout(std::string_view bytes) {
    const LetSignalsThrough signals;  // whoever reads it may take any time
    std::cout.flush();
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) output_failed(errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace nianbao::cli

// SIGINT and SIGTERM as a stop token, so that a render ends cleanly and leaves no temporary file.
#pragma once

#include <signal.h>
#include <stop_token>
#include <thread>

namespace nianbao::cli {

// While it lives, the two signals ask for a stop instead of killing the process.
class StopOnSignal {
public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    std::stop_token token() const { return source_.get_token(); }

private:
    sigset_t watched_{}, before_{};
    std::stop_source source_;
    std::jthread waiter_;
};

}  // namespace nianbao::cli

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

// While it lives, this thread lets the two signals end the process after all: for waiting on others, when nothing
// has been begun that would have to be undone.
class LetSignalsThrough {
public:
    LetSignalsThrough();
    ~LetSignalsThrough();
    LetSignalsThrough(const LetSignalsThrough&) = delete;
    LetSignalsThrough& operator=(const LetSignalsThrough&) = delete;

private:
    sigset_t before_{};
};

}  // namespace nianbao::cli

// SIGINT and SIGTERM as a stop token: a thread waits for them, no handler runs.
#include "cli/signals.hpp"

#include <pthread.h>

namespace nianbao::cli {

StopOnSignal::StopOnSignal() {
    sigemptyset(&watched_);
    sigaddset(&watched_, SIGINT);
    sigaddset(&watched_, SIGTERM);
    sigaddset(&watched_, SIGUSR1);  // our own, to end the waiter
    pthread_sigmask(SIG_BLOCK, &watched_, &before_);
    waiter_ = std::jthread([this] {
        int signal = 0;
        if (sigwait(&watched_, &signal) == 0 && signal != SIGUSR1) source_.request_stop();
    });
}

StopOnSignal::~StopOnSignal() {
    // Already gone after a real signal: joining is then at once.
    if (!source_.stop_requested()) pthread_kill(waiter_.native_handle(), SIGUSR1);
    waiter_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

LetSignalsThrough::LetSignalsThrough() {
    sigset_t ending{};
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_UNBLOCK, &ending, &before_);
}

LetSignalsThrough::~LetSignalsThrough() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace nianbao::cli

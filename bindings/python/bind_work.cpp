// Long work on a thread of its own: the caller's thread keeps an eye on signals meanwhile.
#include "bind_work.hpp"

#include <chrono>

#include "bind_gate.hpp"

namespace py = pybind11;

Work::Work(OnProgress on_progress) : on_progress_(std::move(on_progress)) {
    const py::module_ threading = py::module_::import("threading");
    sees_signals_ = threading.attr("current_thread")().is(threading.attr("main_thread")());
}

void Work::tell(const Progress& progress) {
    const std::lock_guard lock(mutex_);
    // Only the newest count of a stage matters to a caller that is slower than the work.
    if (!told_.empty() && told_.back().stage == progress.stage) told_.back() = progress;
    else told_.push_back(progress);
}

std::function<void(std::size_t, std::size_t)> Work::told_as(nianbao::Stage stage) {
    if (!on_progress_) return {};
    return [this, stage](std::size_t done, std::size_t total) { tell({stage, done, total}); };
}

void Work::run(const std::function<void()>& work) {
    if (!sees_signals_ && !on_progress_) {
        const WithoutGil working;
        return work();
    }
    {
        const py::gil_scoped_release release;
        std::thread worker([&] { work_on(work); });
        attend();
        worker.join();
    }
    if (raised_) std::rethrow_exception(raised_);
    if (failed_) std::rethrow_exception(failed_);
}

void Work::work_on(const std::function<void()>& work) {
    try {
        const Gate working;
        work();
    } catch (...) {
        failed_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_one();
}

void Work::attend() {
    using namespace std::chrono_literals;
    for (bool ended = false; !ended;) {
        std::deque<Progress> told;
        {
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, 20ms, [&] { return ended_; });
            told.swap(told_);
            ended = ended_;
        }
        if (told.empty() && (ended || !sees_signals_)) continue;
        const py::gil_scoped_acquire acquire;
        look_after(told);
    }
}

void Work::look_after(const std::deque<Progress>& told) {
    if (raised_) return;
    try {
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        if (!on_progress_) return;
        for (const Progress& each : told) (*on_progress_)(each.done, each.total, each.stage);
    } catch (...) {
        raised_ = std::current_exception();
        stop_.request_stop();
    }
}

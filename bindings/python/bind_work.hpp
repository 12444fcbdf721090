// Long work: without the GIL, stopped by Ctrl-C, watched by a callback.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <nianbao/render.hpp>

#include "bind_tables.hpp"
#include "bind_values.hpp"

using OnProgress = std::optional<pybind11::typing::Callable<void(int, int, nianbao::Stage)>>;

// The work runs on a thread of its own while the caller's thread waits, looks for signals every 20
// milliseconds and then calls `on_progress` with what the work has told, in order. Where there is nothing to
// look after, it runs on the caller's thread.
class Work {
public:
    explicit Work(OnProgress on_progress);

    // Called by the work. Never waits; the newest of each stage is kept.
    void tell(const nianbao::Progress& progress);
    bool is_watched() const { return on_progress_.has_value(); }
    std::stop_token stop() const { return stop_.get_token(); }

    // Runs `work` to its end. Throws what it throws; what a signal handler or the callback raised
    // first, when that stopped it. The GIL is held on entry and at the end.
    void run(const std::function<void()>& work);

    // What the work is to tell its stage with: nothing when nobody listens.
    std::function<void(std::size_t, std::size_t)> told_as(nianbao::Stage stage);

private:
    using Progress = nianbao::Progress;
    void work_on(const std::function<void()>& work);
    void attend();  // without the GIL
    void look_after(const std::deque<Progress>& told);  // with the GIL

    OnProgress on_progress_;
    bool sees_signals_;  // Python handles signals on its main thread only
    std::stop_source stop_ = {};
    std::mutex mutex_ = {};
    std::condition_variable changed_ = {};
    std::deque<Progress> told_ = {};
    bool ended_ = false;
    std::exception_ptr failed_ = {}, raised_ = {};
};

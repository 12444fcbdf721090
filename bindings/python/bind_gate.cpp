// How forks and long work keep out of each other's way.
#include "bind_gate.hpp"

#include <condition_variable>
#include <mutex>
#include <new>

#include "bind.hpp"

namespace py = pybind11;

namespace {

struct State {
    std::mutex mutex = {};
    std::condition_variable changed = {};
    int inside = 0;
    bool closed = false;  // a fork waits or is under way
};

// The one thing of the binding that belongs to the process: so does a fork.
State& state() {
    static State here;
    return here;
}

void before_fork() {
    State& here = state();
    std::unique_lock lock(here.mutex);
    here.changed.wait(lock, [&] { return !here.closed; });
    here.closed = true;
    here.changed.wait(lock, [&] { return here.inside == 0; });
}

void after_fork_in_parent() {
    State& here = state();
    const std::lock_guard lock(here.mutex);
    here.closed = false;
    here.changed.notify_all();
}

// Whoever waited is not there: what they waited with is made anew.
void after_fork_in_child() { new (&state()) State; }

}  // namespace

Gate::Gate() {
    State& here = state();
    std::unique_lock lock(here.mutex);
    here.changed.wait(lock, [&] { return !here.closed; });
    ++here.inside;
}

Gate::~Gate() {
    State& here = state();
    const std::lock_guard lock(here.mutex);
    --here.inside;
    here.changed.notify_all();
}

void register_gate() {
    py::module_::import("os").attr("register_at_fork")(
        py::arg("before") = py::cpp_function(&before_fork), py::arg("after_in_parent") = py::cpp_function(&after_fork_in_parent),
        py::arg("after_in_child") = py::cpp_function(&after_fork_in_child));
}

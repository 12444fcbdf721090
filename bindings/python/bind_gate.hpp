// WithoutGil: long work, during which no process is forked.
#pragma once

#include <pybind11/pybind11.h>

// Locks of the library that another thread holds would stay locked for ever in a forked child. So os.fork()
// waits for the work that is going on, and no other begins until it is done.
class Gate {
public:
    Gate();   // waits for a fork
    ~Gate();
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;
};

// Held while the library works for Python.
struct WithoutGil {
    pybind11::gil_scoped_release release{};  // its constructor is explicit
    Gate gate{};                             // left before the GIL is taken again
};

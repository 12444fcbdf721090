// Watch: how long work asks whether it is to go on, and tells how far it is.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace nianbao {

struct Watch {
    std::stop_token stop = {};
    std::function<void(std::size_t done, std::size_t total)> progress = {};

    // Asked between pieces of a few milliseconds. Throws Error "STOPPED".
    void go_on() const;

    // The same, and `done` pieces of `total` are told.
    void tell(std::size_t done, std::size_t total) const;
};

}  // namespace nianbao

// Stops are errors of the family; telling is the caller's function.
#include "base/watch.hpp"

#include <nianbao/error.hpp>

#include "base/messages.hpp"

namespace nianbao {

void Watch::go_on() const {
    if (stop.stop_requested()) throw Error("STOPPED", "", say("STOPPED"));
}

void Watch::tell(std::size_t done, std::size_t total) const {
    go_on();
    if (progress) progress(done, total);
}

}  // namespace nianbao

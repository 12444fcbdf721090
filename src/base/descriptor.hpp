// A POSIX file descriptor that closes itself.
#pragma once

#include <unistd.h>

namespace nianbao {

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int get() const { return value_; }
    bool valid() const { return value_ >= 0; }
    // Closes now; the result of close(2), whose errors tell of lost data on some file systems.
    int close() {
        const int result = ::close(value_);
        value_ = -1;
        return result;
    }

private:
    int value_;
};

}  // namespace nianbao

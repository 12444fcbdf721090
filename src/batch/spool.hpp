// Reports given as text wait on disk, not in memory: an unnamed file that is gone with the process.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/descriptor.hpp"

namespace nianbao::batch {

// A stretch of the spool.
struct Stretch {
    std::uint64_t offset = 0;
    std::size_t size = 0;
};

class Spool {
public:
    // The folder is made, and the file in it, when the first text comes.
    explicit Spool(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Stretch add(std::string_view text);      // throws OutputError
    std::string read(Stretch stretch) const; // by any thread; throws FileError

private:
    std::filesystem::path folder_;
    std::unique_ptr<Descriptor> file_ = {};
    std::uint64_t size_ = 0;
};

}  // namespace nianbao::batch

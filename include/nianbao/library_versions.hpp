// Which libraries are at work, for bug reports and for finding out what a security notice touches.
#pragma once

#include <string>
#include <vector>

#include <nianbao/export.hpp>

namespace nianbao {

struct LibraryVersion {
    std::string name = {};     // "harfbuzz"
    std::string version = {};  // "6.0.0", as the library that is loaded says it; where it cannot, its header
    friend bool operator==(const LibraryVersion&, const LibraryVersion&) = default;
};

// nianbao itself, then the libraries it is linked with, by name. libhyphen does not tell its version.
NIANBAO_API std::vector<LibraryVersion> library_versions();

}  // namespace nianbao

// The versions of the libraries that this room knows, as they are loaded.
#pragma once

#include <string>

namespace nianbao::font {

std::string freetype_version();
std::string harfbuzz_version();

}  // namespace nianbao::font

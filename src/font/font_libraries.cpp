// FreeType and HarfBuzz say their versions.
#include "font/font_libraries.hpp"

#include <hb.h>

#include "font/free_type.hpp"

namespace nianbao::font {

std::string freetype_version() {
    FT_Library raw = nullptr;
    if (FT_Init_FreeType(&raw) != 0) return {};
    const Library library(raw);
    FT_Int major = 0;
    FT_Int minor = 0;
    FT_Int patch = 0;
    FT_Library_Version(raw, &major, &minor, &patch);
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::string harfbuzz_version() {
    return hb_version_string();
}

}  // namespace nianbao::font

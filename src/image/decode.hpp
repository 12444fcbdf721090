// PNG and JPEG → rows of 8-bit RGB. No byte of a file from outside goes further than here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::image {

struct Image {
    std::uint32_t width = 0, height = 0;  // pixels
    std::string rgb = {};                 // 3 × width × height bytes, row by row from the top
};

// Transparency is laid on white, 16 bits become 8, grey becomes RGB. Throws LayoutError at `where`:
// FIGURE-KIND (neither PNG nor JPEG), FIGURE-BROKEN (damaged or cut off: nothing is repaired),
// FIGURE-COLOUR (CMYK), FIGURE-SIZE (no pixels, or more than 40 million).
Image decode(std::string_view bytes, const std::string& where);

std::string png_version();   // of the library that is loaded
std::string jpeg_version();  // of libjpeg's header: the library does not say it

}  // namespace nianbao::image

// PNG through libpng's simplified interface.
#include <png.h>

#include "image/readers.hpp"

namespace nianbao::image {

Image decode_png(std::string_view bytes, const std::string& where) {
    png_image png = {};
    png.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()) == 0) fail("FIGURE-BROKEN", where, png.message);
    Image image{.width = png.width, .height = png.height, .rgb = {}};
    if (std::uint64_t{png.width} * png.height > 0) {
        try {
            check_size(png.width, png.height, where);
        } catch (...) {
            png_image_free(&png);
            throw;
        }
    }
    png.format = PNG_FORMAT_RGB;
    image.rgb.resize(PNG_IMAGE_SIZE(png));
    const png_color white = {255, 255, 255};
    const int read = png_image_finish_read(&png, &white, image.rgb.data(), 0, nullptr);
    // A warning is data that libpng guessed at.
    if (read == 0 || PNG_IMAGE_FAILED(png)) fail("FIGURE-BROKEN", where, png.message);
    return image;
}

std::string png_version() { return png_get_libpng_ver(nullptr); }

}  // namespace nianbao::image

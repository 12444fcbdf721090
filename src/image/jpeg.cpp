// JPEG through libjpeg.
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include "image/readers.hpp"

// libjpeg-turbo's header has its version as a bare token.
#define NIANBAO_TEXT_OF_ITSELF(token) #token
#define NIANBAO_TEXT_OF(token) NIANBAO_TEXT_OF_ITSELF(token)

namespace nianbao::image {

namespace {

// libjpeg reports by calling back; its own handler would end the process.
struct ErrorHandler {
    jpeg_error_mgr base = {};  // first: libjpeg's pointer to it is ours
    std::jmp_buf out = {};
    char message[JMSG_LENGTH_MAX] = {};
};

[[noreturn]] void leave(j_common_ptr codec) {
    auto* handler = reinterpret_cast<ErrorHandler*>(codec->err);
    codec->err->format_message(codec, handler->message);
    std::longjmp(handler->out, 1);
}

void stay_silent(j_common_ptr) {}

enum class Outcome { done, broken, too_large, wrong_colour };

// Everything between setjmp and longjmp: nothing here has a destructor.
Outcome read(jpeg_decompress_struct& codec, ErrorHandler& handler, std::string_view bytes, Image& image) {
    if (setjmp(handler.out) != 0) return Outcome::broken;
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&codec, TRUE);
    image.width = codec.image_width;
    image.height = codec.image_height;
    if (codec.jpeg_color_space == JCS_CMYK || codec.jpeg_color_space == JCS_YCCK) return Outcome::wrong_colour;
    if (std::uint64_t{image.width} * image.height > 40'000'000) return Outcome::too_large;
    codec.out_color_space = JCS_RGB;
    codec.dct_method = JDCT_ISLOW;  // the same pixels on every machine
    jpeg_start_decompress(&codec);
    const std::size_t row = std::size_t{3} * image.width;
    image.rgb.resize(row * image.height);
    while (codec.output_scanline < codec.output_height) {
        auto* line = reinterpret_cast<unsigned char*>(image.rgb.data()) + row * codec.output_scanline;
        jpeg_read_scanlines(&codec, &line, 1);
    }
    jpeg_finish_decompress(&codec);
    return codec.err->num_warnings == 0 ? Outcome::done : Outcome::broken;  // a warning is data it guessed at
}

}  // namespace

Image decode_jpeg(std::string_view bytes, const std::string& where) {
    jpeg_decompress_struct codec = {};
    ErrorHandler handler;
    codec.err = jpeg_std_error(&handler.base);
    handler.base.error_exit = leave;
    handler.base.output_message = stay_silent;
    Image image;
    const Outcome outcome = read(codec, handler, bytes, image);
    jpeg_destroy_decompress(&codec);
    if (outcome == Outcome::wrong_colour) fail("FIGURE-COLOUR", where);
    if (outcome == Outcome::too_large) check_size(image.width, image.height, where);
    if (outcome != Outcome::done) fail("FIGURE-BROKEN", where, handler.message);
    check_size(image.width, image.height, where);
    return image;
}

std::string jpeg_version() {
#ifdef LIBJPEG_TURBO_VERSION
    return NIANBAO_TEXT_OF(LIBJPEG_TURBO_VERSION) " (turbo)";
#else
    return std::to_string(JPEG_LIB_VERSION / 10) + "." + std::to_string(JPEG_LIB_VERSION % 10);
#endif
}

}  // namespace nianbao::image

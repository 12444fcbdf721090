// The two readers of decode(), each beside its library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "image/decode.hpp"

namespace nianbao::image {

Image decode_png(std::string_view bytes, const std::string& where);
Image decode_jpeg(std::string_view bytes, const std::string& where);

// Throws FIGURE-SIZE.
void check_size(std::uint64_t width, std::uint64_t height, const std::string& where);
[[noreturn]] void fail(const char* id, const std::string& where, const std::string& found = {});

}  // namespace nianbao::image

// Which reader a file wants, by its first bytes.
#include "image/decode.hpp"

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "image/readers.hpp"

namespace nianbao::image {

void fail(const char* id, const std::string& where, const std::string& found) {
    throw LayoutError(id, where, say(id, {{"where", where}, {"found", found}}), {}, {});
}

void check_size(std::uint64_t width, std::uint64_t height, const std::string& where) {
    constexpr std::uint64_t most = 40'000'000;
    if (width == 0 || height == 0 || width > most || height > most || width * height > most)
        fail("FIGURE-SIZE", where, std::to_string(width) + " × " + std::to_string(height));
}

Image decode(std::string_view bytes, const std::string& where) {
    if (bytes.substr(0, 8) == "\x89PNG\r\n\x1A\n") return decode_png(bytes, where);
    if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return decode_jpeg(bytes, where);
    fail("FIGURE-KIND", where);
}

}  // namespace nianbao::image

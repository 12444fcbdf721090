// library_versions(): asks each room for the libraries that only it knows.
#include <nianbao/library_versions.hpp>

#include <nianbao/version.hpp>

#include "font/font_libraries.hpp"
#include "image/decode.hpp"
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"
#include "text/bidi.hpp"

namespace nianbao {

std::vector<LibraryVersion> library_versions() {
    return {
        {"nianbao", NIANBAO_VERSION},
        {"freetype", font::freetype_version()},
        {"fribidi", text::fribidi_version()},
        {"harfbuzz", font::harfbuzz_version()},
        {"libdeflate", pdf::deflate_version()},
        {"libharu", pdf::haru_version()},
        {"libjpeg", image::jpeg_version()},
        {"libpng", image::png_version()},
    };
}

}  // namespace nianbao

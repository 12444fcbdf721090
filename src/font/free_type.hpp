// FreeType's handles, closed by themselves.
#pragma once

#include <memory>

#include <ft2build.h>
#include FT_FREETYPE_H

namespace nianbao::font {

struct CloseFreeType {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<FT_LibraryRec_, CloseFreeType>;
using OpenFace = std::unique_ptr<FT_FaceRec_, CloseFreeType>;

} // namespace nianbao::font

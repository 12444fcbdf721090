// The box of a Han cluster: one em each, whatever the font's advance; and the blanks beside its ink.
#pragma once

#include <span>

#include "text/line.hpp"

namespace nianbao::text {

// Sets advance and blanks of a Han cluster and moves its glyphs in the box. Latin clusters get the
// sum of their glyphs' advances.
void fit_box(Cluster& cluster, std::span<ShapedGlyph> glyphs, const FontFace& face, Length em);

}  // namespace nianbao::text

// The box of a Han cluster: one em each, whatever the font's advance; and the blanks beside its ink.
#pragma once

#include <span>

#include "text/line.hpp"

namespace nianbao::text {

// How a cluster is set: the nominal size, whether its language is one of Traditional writing, and
// whether it is read from right to left: then brackets are mirrored, and before is right.
struct BoxStyle {
    Length em = {};
    bool traditional = false;
    bool backward = false;
};

// Sets advance and blanks of a Han cluster and moves its glyphs in the box. Latin clusters get the
// sum of their glyphs' advances.
void fit_box(Cluster& cluster, std::span<ShapedGlyph> glyphs, const FontFace& face, BoxStyle style);

}  // namespace nianbao::text

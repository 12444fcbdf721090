// Document → strips and what they show.
#pragma once


#include "base/watch.hpp"

#include <nianbao/document.hpp>
#include <nianbao/font_set.hpp>

#include "layout/measured.hpp"
#include "layout/page_geometry.hpp"

namespace nianbao::layout {

// `document` must outlive the result. Asks `watch` between texts (Error "STOPPED"), tells it of blocks. Throws LayoutError.
Measured measure(
    const Document& document, const FontSet& fonts, const PageGeometry& geometry, const Watch& watch
);

}  // namespace nianbao::layout

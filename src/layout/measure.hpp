// Document → strips and what they show.
#pragma once

#include <stop_token>

#include <nianbao/document.hpp>
#include <nianbao/font_set.hpp>

#include "layout/measured.hpp"
#include "layout/page_geometry.hpp"

namespace nianbao::layout {

// `document` must outlive the result. Asks `stop` between blocks (Error "STOPPED"). Throws LayoutError.
Measured measure(
    const Document& document, const FontSet& fonts, const PageGeometry& geometry, const std::stop_token& stop
);

}  // namespace nianbao::layout

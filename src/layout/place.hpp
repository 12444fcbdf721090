// Page plan → page items.
#pragma once

#include <nianbao/paged_document.hpp>

#include "base/watch.hpp"
#include "layout/draw.hpp"
#include "layout/measured.hpp"
#include "layout/page_furniture.hpp"
#include "layout/page_geometry.hpp"

namespace nianbao::layout {

// What is placed, and where.
struct Placing {
    const Measured& measured;
    const PagePlan& plan;
    const PageGeometry& geometry;
    const PageFurniture& furniture;
};

// Fills out.pages (sized by the plan) and out.bookmarks. Tells `watch` of pages (Error "STOPPED").
// Throws LayoutError (CELL-SPLIT).
void place(const Placing& placing, const Watch& watch, FaceList& faces, PagedDocument& out);

}  // namespace nianbao::layout

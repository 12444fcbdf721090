// Page plan → page items.
#pragma once

#include <nianbao/paged_document.hpp>

#include "layout/draw.hpp"
#include "layout/measured.hpp"
#include "layout/page_furniture.hpp"
#include "layout/page_geometry.hpp"

namespace nianbao::layout {

// Fills out.pages (sized by the plan) and out.bookmarks. Throws LayoutError (CELL-SPLIT).
void place(
    const Measured& measured, const PagePlan& plan, const PageGeometry& geometry, const PageFurniture& furniture,
    FaceList& faces, PagedDocument& out
);

}  // namespace nianbao::layout

// What stands on every page beside the text: the folio (页码) and the mark of a draft (草稿).
#pragma once

#include <nianbao/document.hpp>
#include <nianbao/font_set.hpp>

#include "layout/draw.hpp"
#include "layout/page_geometry.hpp"

namespace nianbao::layout {

// The folio of a page, numbered from 1.
Runs folio_runs(const Document& document, std::size_t number);

class PageFurniture {
public:
    PageFurniture(const Document& document, const FontSet& fonts, const PageGeometry& geometry);

    // Drawn before the text, so that the text stands on it.
    void draw_beneath(PageCanvas& canvas) const;
    void draw_folio(std::size_t page, PageCanvas& canvas) const;  // `page` counts from 0

private:
    const Document& document_;
    const FontSet& fonts_;
    const PageGeometry& geometry_;
    text::Line draft_ = {};
    Runs draft_runs_ = {};
};

}  // namespace nianbao::layout

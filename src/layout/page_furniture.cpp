// Folio and draft mark, artifacts all.
#include "layout/page_furniture.hpp"

#include <algorithm>
#include <string>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/one_line.hpp"

namespace nianbao::layout {

using namespace literals;

namespace {

// Top of the ink of the line's first glyph above the baseline.
Length ink_top(const text::Line& line) {
    const text::LinePiece& piece = line.pieces.front();
    return piece.raise + piece.size.scaled(piece.face->ink(piece.glyphs.front().id).top, 1000);
}

}  // namespace

Runs folio_runs(const Document& document, std::size_t number) {
    return {{.text = "— " + std::to_string(number) + " —", .style = document.styles.page.folio,
             .language = document.language, .tag = artifact}};
}

PageFurniture::PageFurniture(const Document& document, const FontSet& fonts, const PageGeometry& geometry)
    : document_(document), fonts_(fonts), geometry_(geometry) {
    if (!document.draft) return;
    const TextStyle style{.font = FontRole::hei, .size = 160_pt, .color = {0xE6, 0xE6, 0xE6}};
    draft_runs_ = {{.text = "草稿", .style = style, .language = document.language, .tag = artifact}};
    draft_ = one_line(draft_runs_, fonts, geometry.paper.width);
}

void PageFurniture::draw_beneath(PageCanvas& canvas) const {
    if (!document_.draft) return;
    const Length size = draft_runs_.front().style.size;
    const Length x = (geometry_.paper.width - draft_.width) / 2;
    const Length y = geometry_.paper.height / 2 + size.scaled(380, 1000);  // the middle of Han over the baseline
    canvas.draw(draft_, draft_runs_, {x, y});
}

// GB/T 9704—2012 7.5: 四号半角宋体 digits between two dashes, 7 mm below the type area; odd pages at
// the right, even pages at the left, one character in.
void PageFurniture::draw_folio(std::size_t page, PageCanvas& canvas) const {
    const PageStyle& style = document_.styles.page;
    if (!style.folio_shown) return;
    const Runs runs = folio_runs(document_, page + 1);
    const text::Line line = one_line(runs, fonts_, geometry_.width);
    const bool at_left = style.folio_alternates && page % 2 == 1;
    const Length x = at_left ? geometry_.left(page) + style.folio.size
                             : geometry_.right(page) - style.folio.size - line.width;
    const Length y = geometry_.bottom() + style.folio_distance + ink_top(line);
    if (x < Length{} || x + line.width > geometry_.paper.width || y > geometry_.paper.height) {
        throw LayoutError("FOLIO-OUTSIDE", "", say("FOLIO-OUTSIDE"), y, geometry_.paper.height);
    }
    canvas.draw(line, runs, {x, y});
}

}  // namespace nianbao::layout

// Lines of text → glyph runs.
#include "layout/draw.hpp"

#include <algorithm>

namespace nianbao::layout {

std::uint32_t FaceList::index_of(const std::shared_ptr<const FontFace>& face) {
    const auto found = std::find(faces_.begin(), faces_.end(), face);
    if (found != faces_.end()) return static_cast<std::uint32_t>(found - faces_.begin());
    faces_.push_back(face);
    return static_cast<std::uint32_t>(faces_.size() - 1);
}

void PageCanvas::draw(const text::Line& line, const Runs& runs, Point origin, bool copy) {
    for (const text::LinePiece& piece : line.pieces) {
        if (piece.glyphs.empty()) continue;  // nothing but characters that are never seen
        const text::StyledRun& run = runs[piece.run];
        GlyphRun out;
        out.face = faces_.index_of(piece.face);
        out.size = piece.size;
        out.color = run.style.color;
        out.origin = {origin.x + piece.x, origin.y - piece.raise};
        out.glyphs.reserve(piece.glyphs.size());
        for (const text::LinePiece::Glyph& glyph : piece.glyphs)
            out.glyphs.push_back({glyph.id, glyph.x, glyph.y, glyph.advance, glyph.text_begin, glyph.text_length});
        out.text = piece.text;
        out.right_to_left = piece.level % 2 == 1;
        if (run.language != language_) out.language = run.language;
        out.node = copy ? artifact : run.tag;
        out.source = {run.origin.pointer, run.origin.offset + piece.text_offset};
        page_.items.emplace_back(std::move(out));
    }
}

}  // namespace nianbao::layout

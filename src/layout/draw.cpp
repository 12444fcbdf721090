// Lines of text → glyph runs.
#include "layout/draw.hpp"

#include <algorithm>
#include <utility>

#include "layout/draw_marks.hpp"

namespace nianbao::layout {

std::uint32_t FaceList::index_of(const std::shared_ptr<const FontFace>& face) {
    const auto found = std::find(faces_.begin(), faces_.end(), face);
    if (found != faces_.end()) return static_cast<std::uint32_t>(found - faces_.begin());
    faces_.push_back(face);
    return static_cast<std::uint32_t>(faces_.size() - 1);
}

void PageCanvas::draw(const text::Line& line, RunSpan runs, Point origin, bool copy) {
    const std::vector<LinkArea> links = line.marked.empty() || copy ? std::vector<LinkArea>{} : links_of(line, runs, origin);
    auto link = links.begin();
    auto marked = line.marked.begin();
    for (std::size_t i = 0; i < line.pieces.size(); ++i) {
        const std::uint32_t run = line.pieces[i].run;
        draw_piece(line.pieces[i], runs[run], origin, copy ? artifact : runs[run].tag);
        if (i + 1 < line.pieces.size() && line.pieces[i + 1].run == run) continue;
        // Read in this order: the text, its annotation, the link they stand in.
        for (; marked != line.marked.end() && marked->run <= run; ++marked) draw_ruby(*marked, runs[marked->run], origin, copy);
        for (; link != links.end() && link->last_run <= run; ++link) page_.items.emplace_back(link->link);
    }
    if (line.marked.empty()) return;
    for (PageItem& item : marks_of(line, runs, origin)) page_.items.push_back(std::move(item));
}

void PageCanvas::draw_piece(const text::LinePiece& piece, const text::StyledRun& run, Point origin, NodeId node) {
    if (piece.glyphs.empty()) return;  // nothing but characters that are never seen
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
    out.node = node;
    out.source = {run.origin.pointer, run.origin.offset + piece.text_offset};
    page_.items.emplace_back(std::move(out));
}

void PageCanvas::draw_ruby(const text::MarkedStretch& stretch, const text::StyledRun& run, Point origin, bool copy) {
    if (stretch.ruby.empty()) return;
    text::StyledRun annotation{.style = run.style, .language = run.ruby().language, .origin = run.ruby().origin};
    origin.y += annotation_baseline(run);
    for (const text::LinePiece& piece : stretch.ruby)
        draw_piece(piece, annotation, origin, copy ? artifact : run.ruby_tag);
}

namespace {

Point moved(Point point, Point by) { return {point.x + by.x, point.y + by.y}; }

struct Mover {
    Point by;
    void operator()(GlyphRun& run) const { run.origin = moved(run.origin, by); }
    void operator()(Rule& rule) const {
        rule.from = moved(rule.from, by);
        rule.to = moved(rule.to, by);
    }
    void operator()(Fill& fill) const { fill.area.origin = moved(fill.area.origin, by); }
    void operator()(Path& path) const {
        for (auto& outline : path.outlines)
            for (Point& point : outline) point = moved(point, by);
    }
    void operator()(Stroke& stroke) const {
        for (Point& point : stroke.points) point = moved(point, by);
    }
    void operator()(Picture& picture) const { picture.area.origin = moved(picture.area.origin, by); }
    void operator()(Link& link) const { link.area.origin = moved(link.area.origin, by); }
};

}  // namespace

void PageCanvas::draw(const PageItem& shape, Point corner) {
    page_.items.push_back(shape);
    std::visit(Mover{corner}, page_.items.back());
}

}  // namespace nianbao::layout

// Draws on one page: lines of text, rules, fills. Faces are counted over the whole document.
#pragma once

#include <memory>
#include <vector>

#include <nianbao/paged_document.hpp>

#include "layout/measured.hpp"

namespace nianbao::layout {

// Faces in order of their first use.
class FaceList {
public:
    std::uint32_t index_of(const std::shared_ptr<const FontFace>& face);
    std::vector<std::shared_ptr<const FontFace>> take() { return std::move(faces_); }

private:
    std::vector<std::shared_ptr<const FontFace>> faces_ = {};
};

class PageCanvas {
public:
    PageCanvas(Page& page, FaceList& faces, const std::string& language)
        : page_(page), faces_(faces), language_(language) {}

    // Room for so many more items.
    void expect(std::size_t items) { page_.items.reserve(page_.items.size() + items); }

    // `origin`: the left end of the line's measure, on the baseline. A copy says again what stands
    // elsewhere: an artifact.
    void draw(const text::Line& line, RunSpan runs, Point origin, bool copy = false);
    void draw(const Rule& rule) { page_.items.emplace_back(rule); }
    void draw(const Fill& fill) { page_.items.emplace_back(fill); }
    void draw(const Link& link) { page_.items.emplace_back(link); }
    // A shape whose coordinates count from `corner`.
    void draw(const PageItem& shape, Point corner);

private:
    void draw_piece(const text::LinePiece& piece, const text::StyledRun& run, Point origin, NodeId node);
    void draw_ruby(const text::MarkedStretch& stretch, const text::StyledRun& run, Point origin, bool copy);

    Page& page_;
    FaceList& faces_;
    const std::string& language_;  // of the document
};

}  // namespace nianbao::layout

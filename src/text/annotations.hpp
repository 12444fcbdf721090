// Marks and annotations on runs (CLREQ 5.3, 5.5, 5.6): what they need beside the text, and where they
// stand on a line.
#pragma once

#include "text/line.hpp"
#include "text/punctuation.hpp"

namespace nianbao::text {

// Shapes the annotations of all runs; what no font has goes to text.missing.
void shape_rubies(ShapedText& text, const FontSet& fonts);

// Room between clusters: an annotation wider than its base pushes its neighbours away once it hangs
// over them as far as it may; a frame stands clear of them; a note mark stays with what it marks.
void make_room_for_marks(const ShapedText& text, Spacing& spacing);

// Gathers the marked stretches of a line, cluster after cluster.
class StretchGatherer {
public:
    explicit StretchGatherer(const ShapedText& text) : text_(text) {}
    // `x`: of the box, from the measure; `width`: of what is seen of it, without adjustment.
    void add(std::size_t cluster, Length x, Length width);
    std::vector<MarkedStretch> finish(Length measure);

private:
    const ShapedText& text_;
    std::vector<MarkedStretch> stretches_ = {};
};

}  // namespace nianbao::text

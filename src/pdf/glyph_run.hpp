// One glyph run → text operators, every glyph within a millipoint of its place.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <nianbao/paged_document.hpp>

#include "pdf/embed_font.hpp"
#include "pdf/painter.hpp"
#include "pdf/violations.hpp"

namespace nianbao::pdf {

// A glyph with its code. A cluster of several glyphs is shown with /ActualText.
struct CodedGlyph {
    std::uint16_t code = 0;
    int width = 0;                   // 1/1000 em
    std::int64_t x = 0, up = 0;      // from the run's origin, millipoints
    std::uint32_t text_begin = 0, text_length = 0;
    std::uint32_t cluster_glyphs = 1;  // of the cluster that begins here; 0 inside a cluster
};

// Gives every glyph of the run its code. Reports glyphs without text and text without glyphs.
std::vector<CodedGlyph> code_glyphs(const GlyphRun& run, FontUse& font, Violations& violations);

// Where the last glyph of a run ends on the page.
struct RunEnd {
    std::int64_t x = 0;  // 1/1000 millipoint
    Length y = {};
    int quarter_turns = -1;  // of no run
};
RunEnd end_of(const GlyphRun& run, const std::vector<CodedGlyph>& glyphs);
// The same for the first glyph of a run as code_glyphs does for those that follow: half an em over the last
// one of the run before is made less by a hair.
void keep_in_line(const RunEnd& before, const GlyphRun& run, std::vector<CodedGlyph>& glyphs);

// How the text of a run is marked in the content. paint_run says what the glyphs that follow need.
class TextMarks {
public:
    virtual ~TextMarks() = default;
    virtual void plain() = 0;                          // each says its own text
    virtual void replaced(std::string_view text) = 0;  // together they say this
    virtual void end_replaced() = 0;
};

// Draws the run; `origin_y` is PDF's. The painter's text object must be open.
void paint_run(
    Painter& painter, const GlyphRun& run, const std::vector<CodedGlyph>& glyphs, std::int64_t origin_y, TextMarks& marks);

}  // namespace nianbao::pdf

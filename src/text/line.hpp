// The values of this module: styled text in, shaped text, lines out.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <nianbao/document.hpp>
#include <nianbao/error.hpp>
#include <nianbao/font_set.hpp>

#include "font/font_face.hpp"
#include "text/line_end.hpp"
#include "text/styled_run.hpp"

namespace nianbao::text {

// One cluster of shaped text: the unit of breaking and adjusting.
struct Cluster {
    std::uint32_t run = 0;                       // index of the StyledRun
    std::uint32_t text_begin = 0, text_end = 0;  // bytes in the run's text
    char32_t first = 0, last = 0;                // base code points, for classes
    bool han = false;                            // set as Han writing (with its marks), not as Latin
    std::uint8_t characters = 1;                 // base code points; 2 in —— and ……, more where a face joins dashes
    std::uint32_t face = 0;                      // index into ShapedText::faces
    Length size = {};                            // face size after its scale
    Length advance = {};                         // natural
    Length raise = {};                           // baseline shift upward (spec/fonts 5)
    std::uint32_t glyph_begin = 0, glyph_end = 0;
    std::uint8_t level = 0;                      // UAX #9: odd is read from right to left
    // Blank inside the advance beside the ink of a fullwidth mark: what squeezing may take.
    Length blank_before = {}, blank_after = {};
    Length kerned = {};  // what kerning towards the next changed the advance by; not so at a line end
};

struct ShapedGlyph {
    std::uint32_t id = 0;
    Length x = {}, y = {};   // offset from the cluster's origin, y downward
    Length advance = {};
};

// One piece of a line: glyphs of one face, size, run and direction. Pieces stand as they are read.
struct LinePiece {
    std::shared_ptr<const FontFace> face = {};
    std::uint32_t run = 0;                   // index into ShapedText::runs
    Length size = {};
    Length x = {};                           // from the left edge of the measure
    Length raise = {};
    struct Glyph {
        std::uint32_t id = 0;
        Length x = {}, y = {};               // from the piece's origin
        Length advance = {};                 // adjusted
        std::uint32_t text_begin = 0, text_length = 0;  // bytes in LinePiece::text
    };
    std::vector<Glyph> glyphs = {};
    std::string text = {};                   // what these glyphs say
    std::uint32_t text_offset = 0;           // where it begins in the run's text
    std::uint8_t level = 0;                  // odd: the glyphs are read from right to left
};

// What the steps of CLREQ 6.2.2.3 and 6.2.2.4 gave to bring a line to its measure, by Squeeze and
// Stretch; squeezed ones below zero.
struct LineSteps {
    std::array<Length, 7> squeezed = {};
    std::array<Length, 4> stretched = {};
};

// The annotation of a run, ready to be drawn: pieces from its left end, raised from its own baseline;
// of bopomofo at the right of its Han from the baseline of the Han.
struct ShapedRuby {
    std::uint32_t run = 0;
    Length width = {};
    std::vector<LinePiece> pieces = {};
};

struct ShapedText {
    std::vector<StyledRun> runs = {};
    std::vector<Cluster> clusters = {};
    std::vector<ShapedGlyph> glyphs = {};
    std::vector<std::shared_ptr<const FontFace>> faces = {};
    std::vector<MissingCharacter> missing = {};  // each once per place
    std::vector<ShapedRuby> rubies = {};         // by run
    std::uint8_t base_level = 0;                 // of the whole text
    bool turned = false;                         // some cluster or the whole is not of level 0
};

// The part of a marked run that stands on a line.
struct MarkedStretch {
    std::uint32_t run = 0;
    bool opens = true;                       // the run begins here
    Length begin = {}, end = {};             // its boxes, without what adjusting adds beside them
    std::vector<Length> dots = {};           // the middles of its Han, when it has dots
    std::vector<LinePiece> ruby = {};        // where its first cluster stands; x from the measure,
                                             // raised from the baseline of the annotation
    Length ruby_begin = {}, ruby_end = {};
};

struct Line {
    std::vector<LinePiece> pieces = {};
    std::vector<MarkedStretch> marked = {};  // in their order on the line
    Length left = {};            // blank before it: indent and alignment
    Length width = {};           // from the left edge of the measure to the last ink box, adjusted
    Length natural_width = {};   // before adjustment
    bool last = false;           // of its paragraph
    LineSteps steps = {};
    Length hung = {};            // of its last mark, outside the measure
    LineEnd end = LineEnd::paragraph;
};

struct LineOptions {
    Length measure = {};
    Length first_indent = {};          // of the first line, inside the measure
    Length hanging_indent = {};        // of every other line (悬挂缩进)
    Align align = Align::justify;
    Align last_line = Align::start;    // of justified text; justify spreads it over the measure
    bool balanced = false;             // title lines of like length, words whole
    int looseness = 0;                 // so many lines more or less than the optimum, when the lines bear
                                       // it (GB/T 15834 5.1.11); at most 100 lines, optimum only
    LineStyle style = {};
};

}  // namespace nianbao::text

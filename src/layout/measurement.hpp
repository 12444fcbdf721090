// The desk at which blocks are measured: what they share, and where their strips go.
#pragma once

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include <nianbao/document.hpp>
#include <nianbao/font_set.hpp>

#include "base/watch.hpp"
#include "document/numbering.hpp"
#include "layout/draw_marks.hpp"
#include "layout/measured.hpp"
#include "layout/page_geometry.hpp"
#include "layout/strip_builder.hpp"
#include "text/shape.hpp"

namespace nianbao::layout {

// Room for `more` items at once, growing no more often than push_back would.
template <typename Item>
void make_room(std::vector<Item>& items, std::size_t more) {
    const std::size_t needed = items.size() + more;
    if (items.capacity() < needed) items.reserve(std::max(needed, 2 * items.capacity()));
}

class Measurement {
public:
    Measurement(const Document& of, const FontSet& with, const PageGeometry& on);

    const Document& document;
    const FontSet& fonts;
    const PageGeometry& geometry;
    Measured out = {};
    StripBuilder builder;
    document::HeadingCounter headings = {};
    int figures = 0;  // numbered so far: 图1
    Watch watch = {};  // asked before each text is shaped or broken

    // Styles by name. Throw LayoutError (STYLE-UNKNOWN, STYLE-SIZE) with the place of the block.
    const ParagraphStyle& paragraph_style(const std::string& name, const Origin& origin) const;
    const TableStyle& table_style(const std::string& name, const Origin& origin) const;
    const TextStyle& text_style(const std::string& name, const Origin& origin) const;

    // The width that text of that style has: of a column, or of the type area.
    Length measure_of(const ParagraphStyle& style) const;

    // A new node at the end of its parent's children; 0 is the document.
    NodeId add_node(NodeId parent, StructureKind kind);

    // The level a heading has in the structure tree: how many headings it stands below, with its own.
    // Reports go from 一、 to 1. without （一）; the tree skips none (ISO 14289-1, 7.4.2).
    StructureKind nest_heading(int level);

    // Appends the runs of `text` in `base`, or in the looks they name, speaking for `node`.
    void append_runs(Runs& runs, const Text& text, const TextStyle& base, NodeId node, const Origin& origin) const;

    // Shapes, and gathers what no font has. Throws LimitError for a text too long to be measured.
    text::ShapedText shape(std::span<const text::StyledRun> runs, const LineStyle& style);
    // The marks of a line have room below those of the line before: `above` and `below` are the room of
    // its strip over and under its baseline. Throws LayoutError (ANNOTATION-LEADING).
    void check_marks(const text::Line& line, RunSpan runs, Length above, Length below);
    // What follows is no line: the marks of the last one end above it. A line after the rows of a table
    // stands lower when it has marks above.
    enum class Then { rows, page };
    void end_lines(Then then);
    // Keeps runs for place, with nodes for their links and annotations; the index is theirs in Measured::runs.
    std::uint32_t keep_runs(Runs runs);
    // Nodes for the links and annotations of runs.
    void tag_annotations(std::span<text::StyledRun> runs);

private:
    void append_annotated(Runs& runs, const TextRun& run, text::StyledRun styled) const;
    void note_missing(const std::vector<MissingCharacter>& missing);

    LineReach last_line_ = {};
    static constexpr Length free_room = Length::millipoints(1'000'000'000);
    Length below_last_line_ = free_room;
    bool follows_rows_ = false;
    std::vector<int> open_headings_ = {};  // levels, each below the one before
    std::set<std::tuple<std::string, std::string, char32_t>> seen_missing_ = {};  // place, role, character
};

}  // namespace nianbao::layout

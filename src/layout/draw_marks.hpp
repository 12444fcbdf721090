// Marks between the lines: frames, lines, dots, and how far they and the annotations reach.
#pragma once

#include <span>

#include <nianbao/paged_document.hpp>

#include "layout/measured.hpp"

namespace nianbao::layout {

// How far a line of text reaches from its baseline with all that stands on it; never less than its Han.
struct LineReach {
    Length up = {}, down = {};
    const text::StyledRun* marked = nullptr;  // the marked run that reaches farthest; null: none is marked
};
LineReach reach_of(const text::Line& line, RunSpan runs);

// Marks lie in the leading, the line pitch does not change (CLREQ 5.6.1): what stands below one baseline
// and above the next has room in the `distance` between them. Throws LayoutError: ANNOTATION-LEADING.
void check_distance(const LineReach& above, const LineReach& below, Length distance);

// The same between the lines of a cell, and in the padding above its first and below its last line.
struct CellRoom {
    Length size = {}, line_height = {};
    Insets padding = {};
};
void check_cell(std::span<const text::Line> lines, RunSpan runs, const CellRoom& room);

// Annotations stand inside the measure and clear of each other. Throws LayoutError: ANNOTATION-WIDE,
// ANNOTATION-OVERLAP.
void check_annotations(const text::Line& line, RunSpan runs, Length measure);

// The baseline of a run's annotation, from that of the text; y downward.
Length annotation_baseline(const text::StyledRun& run);

// Frames, lines and dots of one line of text; artifacts.
std::vector<PageItem> marks_of(const text::Line& line, RunSpan runs, Point origin);

// What of the page a link takes on one line: the links in their order, each with the last run it covers.
struct LinkArea {
    std::uint32_t last_run = 0;
    Link link = {};
};
std::vector<LinkArea> links_of(const text::Line& line, RunSpan runs, Point origin);

}  // namespace nianbao::layout

// Marks between the lines: frames, lines, dots.
#include "layout/draw_marks.hpp"

#include <algorithm>
#include <array>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "document/ruby.hpp"

namespace nianbao::layout {

namespace {

// In thousandths of the type size, from the baseline: the Han em box, and below it the line, then the
// dots. Nothing reaches deeper than the leading of a table cell (13 pt for 10 pt).
constexpr int em_top = 880, em_bottom = 120;
constexpr int line_middle = 220, line_width = 40;
constexpr int wave_height = 30;                    // above and below its middle
constexpr int dot_width = 120;
constexpr int dot_alone = 230, dot_below_line = 345;  // middles
constexpr int frame_room = 40, frame_width = 30;   // around the em box
constexpr int annotation_gap = 120;                // from the em box to the annotation's baseline above it
constexpr int annotation_head = 450, annotation_foot = 110;  // of annotations of half size, with tone marks
constexpr int neighbour_gap = 62;                  // each of two lines that meet gives a sixteenth of an em

Length em(const text::StyledRun& run, int thousandths) {
    return run.style.size.scaled(std::int64_t{thousandths} * 100, std::int64_t{1000} * run.size_percent);
}

bool has_line(const text::StyledRun& run) { return run.marks.line != SideLine::none; }

int line_foot(const text::StyledRun& run) {
    const int wave = run.marks.line == SideLine::book_title ? wave_height : 0;
    return line_middle + wave + line_width / 2;
}

// Of frame, line and dots.
int marks_foot(const text::StyledRun& run) {
    int foot = em_bottom;
    if (run.marks.framed) foot = em_bottom + frame_room + frame_width;
    if (has_line(run)) foot = line_foot(run);
    if (run.marks.dots) foot = (has_line(run) ? dot_below_line : dot_alone) + dot_width / 2;
    return foot;
}

const text::StyledRun& run_of(const text::MarkedStretch& stretch, RunSpan runs) { return runs[stretch.run]; }

constexpr Length rounding = Length::millipoints(100);

struct Extent {
    Length begin = {}, end = {};
};

class MarkDrawer {
public:
    MarkDrawer(const text::Line& line, RunSpan runs, Point origin) : line_(line), runs_(runs), origin_(origin) {}

    std::vector<PageItem> run() {
        for (std::size_t i = 0; i < line_.marked.size(); ++i) {
            const text::MarkedStretch& stretch = line_.marked[i];
            const text::StyledRun& run = run_of(stretch, runs_);
            if (run.marks.framed && !in_frame(i)) draw_frame(i, run);
            if (has_line(run) && !joins(i)) draw_line(i, run);
            for (const Length x : stretch.dots)
                add({{{origin_.x + x, origin_.y + em(run, has_line(run) ? dot_below_line : dot_alone)}}, em(run, dot_width), run.style.color});
        }
        return std::move(out_);
    }

private:
    void add(Stroke stroke) { out_.emplace_back(std::move(stroke)); }

    // Stands beside the stretch before without any text between them.
    bool touches(std::size_t i) const { return i > 0 && line_.marked[i].run == line_.marked[i - 1].run + 1; }
    bool has_same_line(std::size_t i) const {
        return touches(i) && run_of(line_.marked[i], runs_).marks.line == run_of(line_.marked[i - 1], runs_).marks.line;
    }
    // Goes on with the line of the stretch before: underlines do, and the parts of one run annotated by
    // character; two names or two titles do not.
    bool joins(std::size_t i) const {
        if (!has_same_line(i)) return false;
        const text::StyledRun& run = run_of(line_.marked[i], runs_);
        const text::StyledRun& before = run_of(line_.marked[i - 1], runs_);
        return run.marks.line == SideLine::underline || is_same_text(before, run);
    }
    bool in_frame(std::size_t i) const {
        return touches(i) && is_same_text(run_of(line_.marked[i - 1], runs_), run_of(line_.marked[i], runs_));
    }
    static bool is_same_text(const text::StyledRun& before, const text::StyledRun& run) {
        return run.marks_group != 0 && run.marks_group == before.marks_group;
    }
    bool meets_line(std::size_t i) const { return touches(i) && has_line(run_of(line_.marked[i], runs_)) && has_line(run_of(line_.marked[i - 1], runs_)); }

    // Of stretches that stand together, from whichever side they are read.
    Extent over(std::size_t first, std::size_t last) const {
        Extent extent{line_.marked[first].begin, line_.marked[first].end};
        for (std::size_t i = first; i <= last; ++i)
            extent = {std::min(extent.begin, line_.marked[i].begin), std::max(extent.end, line_.marked[i].end)};
        return {origin_.x + extent.begin, origin_.x + extent.end};
    }

    void draw_line(std::size_t i, const text::StyledRun& run) {
        std::size_t last = i;
        while (last + 1 < line_.marked.size() && joins(last + 1)) ++last;
        Extent extent = over(i, last);
        if (meets_line(i)) extent.begin += em(run, neighbour_gap);
        if (last + 1 < line_.marked.size() && meets_line(last + 1)) extent.end -= em(run, neighbour_gap);
        if (run.marks.line == SideLine::book_title) return draw_wave(extent, run);
        const Length y = origin_.y + em(run, line_middle);
        out_.emplace_back(Rule{{extent.begin, y}, {extent.end, y}, em(run, line_width), run.style.color});
    }

    // Whole waves of about three tenths of an em.
    void draw_wave(Extent extent, const text::StyledRun& run) {
        constexpr std::array<int, 12> sine = {0, 500, 866, 1000, 866, 500, 0, -500, -866, -1000, -866, -500};
        const std::int64_t length = (extent.end - extent.begin).count();
        const std::int64_t wave = std::max<std::int64_t>(em(run, 300).count(), 1);
        const std::int64_t waves = std::max<std::int64_t>(1, (length + wave / 2) / wave);
        const std::int64_t steps = waves * static_cast<std::int64_t>(sine.size());
        Stroke stroke{.width = em(run, line_width), .color = run.style.color};
        for (std::int64_t i = 0; i <= steps; ++i) {
            const int height = sine[static_cast<std::size_t>(i) % sine.size()];
            stroke.points.push_back({extent.begin + Length::millipoints(length * i / steps),
                                     origin_.y + em(run, line_middle) - em(run, wave_height).scaled(height, 1000)});
        }
        add(std::move(stroke));
    }

    void draw_frame(std::size_t i, const text::StyledRun& run) {
        std::size_t last = i;
        while (last + 1 < line_.marked.size() && in_frame(last + 1)) ++last;
        const Length room = em(run, frame_room + frame_width / 2);
        const Extent extent = over(i, last);
        const Length left = extent.begin - room, right = extent.end + room;
        const Length top = origin_.y - em(run, em_top) - room, bottom = origin_.y + em(run, em_bottom) + room;
        add({{{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}}, em(run, frame_width), run.style.color});
    }

    const text::Line& line_;
    RunSpan runs_;
    Point origin_;
    std::vector<PageItem> out_ = {};
};

struct MarkReach {
    Length up = {}, down = {};
};

MarkReach reach_of(const text::StyledRun& run) {
    MarkReach reach{em(run, em_top), em(run, std::max(em_bottom, marks_foot(run)))};
    if (run.marks.framed) reach.up = em(run, em_top + frame_room + frame_width);
    if (run.ruby().text.empty()) return reach;
    switch (document::side_of(run.ruby())) {
    case RubySide::above: reach.up = em(run, annotation_head) - annotation_baseline(run); break;
    case RubySide::below: reach.down = annotation_baseline(run) + em(run, annotation_foot); break;
    case RubySide::usual: break;
    }
    return reach;
}

[[noreturn]] void fail_leading(const text::StyledRun& run, Length needed, Length available) {
    throw LayoutError(
        "ANNOTATION-LEADING", run.origin.pointer,
        say("ANNOTATION-LEADING", {{"text", shortened(run.text)}, {"needed", to_string(needed)}, {"available", to_string(available)}}),
        needed, available
    );
}

}  // namespace

LineReach reach_of(const text::Line& line, RunSpan runs) {
    LineReach all;
    Length farthest;
    for (const text::LinePiece& piece : line.pieces) {
        const text::StyledRun& run = runs[piece.run];
        const MarkReach one = reach_of(run);
        if (run.is_marked() && one.up + one.down > farthest) {
            all.marked = &run;
            farthest = one.up + one.down;
        }
        all.up = std::max(all.up, one.up);
        all.down = std::max(all.down, one.down);
    }
    return all;
}

void check_distance(const LineReach& above, const LineReach& below, Length distance) {
    const text::StyledRun* run = below.marked ? below.marked : above.marked;
    if (run && above.down + below.up > distance) fail_leading(*run, above.down + below.up, distance);
}

void check_cell(std::span<const text::Line> lines, RunSpan runs, const CellRoom& room) {
    const Length outside = (room.line_height - room.size) / 2;
    LineReach above{.down = {}};  // the rule of the cell
    Length distance = room.padding.top + outside + room.size.scaled(em_top, 1000);
    for (const text::Line& line : lines) {
        const LineReach reach = reach_of(line, runs);
        check_distance(above, reach, distance);
        above = reach;
        distance = room.line_height;
    }
    if (!lines.empty()) check_distance(above, {}, room.size.scaled(em_bottom, 1000) + outside + room.padding.bottom);
}

void check_annotations(const text::Line& line, RunSpan runs, Length measure) {
    const text::MarkedStretch* above = nullptr;
    const text::MarkedStretch* below = nullptr;
    for (const text::MarkedStretch& stretch : line.marked) {
        if (stretch.ruby.empty()) continue;
        const text::StyledRun& run = run_of(stretch, runs);
        if (stretch.ruby_begin < -rounding || stretch.ruby_end > measure + rounding) {
            const Length needed = stretch.ruby_end - stretch.ruby_begin;
            throw LayoutError("ANNOTATION-WIDE", run.ruby().origin.pointer,
                              say("ANNOTATION-WIDE", {{"text", shortened(run.ruby().text)}, {"needed", to_string(needed)}, {"available", to_string(measure)}}),
                              needed, measure);
        }
        const RubySide side = document::side_of(run.ruby());
        if (side == RubySide::usual) continue;
        const text::MarkedStretch*& before = side == RubySide::above ? above : below;
        if (before && before->ruby_end > stretch.ruby_begin) {
            const text::StyledRun& first = run_of(*before, runs);
            throw LayoutError("ANNOTATION-OVERLAP", first.ruby().origin.pointer,
                              say("ANNOTATION-OVERLAP", {{"text", shortened(first.text)}}), before->ruby_end, stretch.ruby_begin);
        }
        before = &stretch;
    }
}

Length annotation_baseline(const text::StyledRun& run) {
    switch (document::side_of(run.ruby())) {
    case RubySide::above: return -em(run, em_top + annotation_gap + (run.marks.framed ? frame_room + frame_width : 0));
    case RubySide::below: return em(run, marks_foot(run) + 30 + annotation_head);
    case RubySide::usual: break;
    }
    return {};
}

std::vector<PageItem> marks_of(const text::Line& line, RunSpan runs, Point origin) {
    return MarkDrawer(line, runs, origin).run();
}

std::vector<LinkArea> links_of(const text::Line& line, RunSpan runs, Point origin) {
    std::vector<LinkArea> out;
    for (const text::MarkedStretch& stretch : line.marked) {
        const text::StyledRun& run = run_of(stretch, runs);
        if (run.link().empty()) continue;
        const Point corner{origin.x + stretch.begin, origin.y - em(run, em_top)};
        const bool goes_on = !out.empty() && out.back().link.node == run.link_tag;
        if (!goes_on)
            out.push_back({stretch.run, {.area = {corner, {{}, em(run, em_top + em_bottom)}}, .uri = run.link(),
                                         .description = run.noted().link_text, .node = run.link_tag}});
        out.back().last_run = stretch.run;
        out.back().link.area.size.width = origin.x + stretch.end - out.back().link.area.origin.x;
    }
    return out;
}

}  // namespace nianbao::layout

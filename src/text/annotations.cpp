// Marks and annotations on runs.
#include "text/annotations.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/ruby.hpp"
#include "text/bopomofo.hpp"
#include "text/break_lines.hpp"
#include "text/char_class.hpp"
#include "text/class_set.hpp"
#include "text/shape.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

constexpr int annotation_size = 50;     // percent of the text
constexpr std::int32_t frame_room = 8;  // an eighth of an em on each side
constexpr Length unbounded = Length::millipoints(2'000'000'000);

ShapedRuby one_line(const StyledRun& base, const FontSet& fonts, std::vector<MissingCharacter>& missing) {
    StyledRun run{.text = base.ruby().text, .style = base.style, .language = document::language_of(base.ruby(), base.language),
                  .origin = base.ruby().origin};
    run.style.size = base.style.size.scaled(annotation_size, 100);
    const ShapedText shaped = shape({&run, 1}, fonts);
    missing.insert(missing.end(), shaped.missing.begin(), shaped.missing.end());
    Line line = break_lines(shaped, {.measure = unbounded, .align = Align::start}).front();
    return {.width = line.width, .pieces = std::move(line.pieces)};
}

bool at_right(const Ruby& ruby) {
    return document::side_of(ruby) == RubySide::usual;
}

const ShapedRuby* ruby_of(const ShapedText& text, std::uint32_t run) {
    const auto found = std::lower_bound(
        text.rubies.begin(), text.rubies.end(), run,
        [](const ShapedRuby& ruby, std::uint32_t wanted) { return ruby.run < wanted; }
    );
    return found == text.rubies.end() || found->run != run ? nullptr : &*found;
}

// The drawn clusters of a run, and those beside it.
struct Span {
    std::size_t first = 0, last = 0;   // drawn
    std::size_t after = 0;             // the next that is drawn, or the end
    std::optional<std::size_t> before = {}; // the last that is drawn
};

class Rooms {
public:
    Rooms(const ShapedText& text, Spacing& spacing) : text_(text), spacing_(spacing) {}

    void make() {
        const auto& clusters = text_.clusters;
        for (std::size_t begin = 0; begin < clusters.size();) {
            std::size_t end = begin + 1;
            while (end < clusters.size() && clusters[end].run == clusters[begin].run) ++end;
            if (text_.runs[clusters[begin].run].is_marked()) make(begin, end);
            begin = end;
        }
    }

private:
    bool is_drawn(std::size_t i) const { return text_.clusters[i].glyph_begin < text_.clusters[i].glyph_end; }
    const StyledRun& run_of(std::size_t i) const { return text_.runs[text_.clusters[i].run]; }

    void make(std::size_t begin, std::size_t end) {
        Span span{.first = begin, .last = end, .after = end};
        while (span.first < end && !is_drawn(span.first)) ++span.first;
        if (span.first == end) return;
        while (!is_drawn(--span.last)) {}
        while (span.after < text_.clusters.size() && !is_drawn(span.after)) ++span.after;
        for (std::size_t i = begin; i-- > 0 && !span.before;)
            if (is_drawn(i)) span.before = i;
        const StyledRun& run = run_of(begin);
        if (run.marks.superscript) stay_with_word(span);
        if (run.marks.framed) stand_clear(span, run.style.size / frame_room);
        if (!run.ruby().text.empty()) fit_ruby(span);
    }

    // No break before it and none in it, and no gap on either side (CLREQ 6.1.2.3, 6.3.3).
    void stay_with_word(const Span& span) {
        for (const std::size_t joint : {span.first, span.after}) {
            if (joint >= text_.clusters.size()) continue;
            Joint& here = spacing_.joints[joint];
            if (here.stretch == Stretch::han_latin_gap) here = {.stretch = Stretch::any};
        }
        if (span.before && run_of(*span.before).style.size != Length{}) {
            spacing_.joints[span.first].stretch = Stretch::none;
            spacing_.solid.emplace_back(*span.before, span.last + 1);
        } else {
            spacing_.solid.emplace_back(span.first, span.last + 1);
        }
    }

    // At a line edge as well: what stands beside the text stays inside the measure.
    void add_outside(const Span& span, std::int32_t before, std::int32_t after) {
        if (span.before) spacing_.joints[span.first].base += before;
        if (span.after < text_.clusters.size()) spacing_.joints[span.after].base += after;
    }
    void keep_in_measure(const Span& span, std::int32_t before, std::int32_t after) {
        spacing_.start_trim[span.first] -= before;
        spacing_.end_trim[span.last] -= after;
    }

    // The frame goes around all runs of its group.
    void stand_clear(const Span& span, Length room) {
        const auto in_group = [&](std::size_t i) {
            return i < text_.clusters.size() && run_of(i).marks_group != 0 && run_of(i).marks_group == run_of(span.first).marks_group;
        };
        const bool opens = !span.before || !in_group(*span.before), closes = !in_group(span.after);
        add_outside(span, opens ? room.count() : 0, closes ? room.count() : 0);
        keep_in_measure(span, opens ? room.count() : 0, closes ? room.count() : 0);
        spacing_.solid.emplace_back(opens ? span.first : *span.before, span.last + 1);
    }

    void fit_ruby(const Span& span) {
        const StyledRun& run = run_of(span.first);
        if (run.ruby().kind == RubyKind::remark) return; // it hangs over what follows
        const ShapedRuby* ruby = ruby_of(text_, text_.clusters[span.first].run);
        if (!ruby) return;
        const std::int32_t width = ruby->width.count();
        spacing_.solid.emplace_back(span.first, span.last + 1);
        if (at_right(run.ruby())) {
            add_outside(span, 0, width);
            keep_in_measure(span, 0, width);
            return;
        }
        widen(span, width);
    }

    std::int32_t natural(const Span& span) const {
        std::int32_t width = 0;
        for (std::size_t i = span.first; i <= span.last; ++i) {
            if (!is_drawn(i)) continue;
            width += text_.clusters[i].advance.count();
            if (i != span.first) width += spacing_.joints[i].base;
        }
        return width;
    }

    // What the annotation has over its base is shared out: a part between any two characters of the
    // base, half a part at either end.
    void widen(const Span& span, std::int32_t width) {
        std::vector<std::size_t> inner;
        for (std::size_t i = span.first + 1; i <= span.last; ++i)
            if (is_drawn(i) && (text_.clusters[i].han || text_.clusters[i - 1].han)) inner.push_back(i);
        const std::int32_t over = width - natural(span);
        const auto parts = static_cast<std::int32_t>(inner.size()) + 1;
        const std::int32_t part = std::max(over, 0) / parts;
        for (const std::size_t joint : inner) spacing_.joints[joint].base += part;
        // Nothing in it gives way any more: the annotation has no room to lose.
        if (over > 0)
            for (std::size_t i = span.first + 1; i <= span.last; ++i) {
                const Joint& joint = spacing_.joints[i];
                spacing_.joints[i] = {.base = joint.base, .stretch_room = joint.stretch_room, .stretch = joint.stretch};
            }
        const std::int32_t end = over > 0 ? (over - part * (parts - 1)) / 2 : over / 2;
        add_outside(span, beside(span, span.before, end), beside(span, span.after, end));
        keep_in_measure(span, std::max(end, 0), std::max(end, 0));
    }

    // What keeps an annotation that is `end` longer than its base at one end clear: of the neighbour's
    // annotation by a quarter of its own size; over a neighbour without, it may hang by half its size.
    std::int32_t beside(const Span& span, std::optional<std::size_t> neighbour, std::int32_t end) const {
        if (!neighbour || *neighbour >= text_.clusters.size()) return 0;
        const StyledRun& run = run_of(span.first);
        const Ruby& other = run_of(*neighbour).ruby();
        const std::int32_t size = run.style.size.scaled(annotation_size, 100).count();
        const bool meets = !other.text.empty() && document::side_of(other) == document::side_of(run.ruby());
        return meets ? std::max(0, end + size / 8) : std::max(0, end - size / 2);
    }

    const ShapedText& text_;
    Spacing& spacing_;
};

// Where an annotation stands over a stretch.
Length place_of(const StyledRun& run, const MarkedStretch& stretch, Length width, Length measure) {
    if (at_right(run.ruby())) return stretch.end;
    if (run.ruby().kind != RubyKind::remark) return stretch.begin + (stretch.end - stretch.begin - width) / 2;
    return stretch.begin + width > measure ? measure - width : stretch.begin;
}

void add_ruby(const ShapedRuby& ruby, const StyledRun& run, Length measure, MarkedStretch& stretch) {
    const Length x = place_of(run, stretch, ruby.width, measure);
    stretch.ruby_begin = x;
    stretch.ruby_end = x + ruby.width;
    stretch.ruby = ruby.pieces;
    for (LinePiece& piece : stretch.ruby) {
        piece.x += x;
        piece.run = stretch.run;
    }
}

bool opens_run(const ShapedText& text, std::size_t cluster) {
    const std::uint32_t run = text.clusters[cluster].run;
    while (cluster > 0 && text.clusters[cluster - 1].run == run) {
        --cluster;
        if (text.clusters[cluster].glyph_begin < text.clusters[cluster].glyph_end) return false;
    }
    return true;
}

bool takes_dot(const Cluster& cluster) {
    constexpr ClassSet dotted{C::han, C::nonstarter, C::digit};
    return cluster.han && dotted.has(class_of(cluster.first));
}

} // namespace

void shape_rubies(ShapedText& text, const FontSet& fonts) {
    for (std::uint32_t run = 0; run < text.runs.size(); ++run) {
        const StyledRun& base = text.runs[run];
        if (base.ruby().text.empty()) continue;
        ShapedRuby ruby = at_right(base.ruby()) ? bopomofo_column(base, fonts, text.missing) : one_line(base, fonts, text.missing);
        ruby.run = run;
        text.rubies.push_back(std::move(ruby));
    }
}

void make_room_for_marks(const ShapedText& text, Spacing& spacing) {
    const bool any = std::any_of(text.runs.begin(), text.runs.end(), [](const StyledRun& run) { return run.is_marked(); });
    if (any) Rooms(text, spacing).make();
}

void StretchGatherer::add(std::size_t index, Length x, Length width) {
    const Cluster& cluster = text_.clusters[index];
    const StyledRun& run = text_.runs[cluster.run];
    if (!run.is_marked() || cluster.glyph_begin == cluster.glyph_end) return;
    if (stretches_.empty() || stretches_.back().run != cluster.run)
        stretches_.push_back({.run = cluster.run, .opens = opens_run(text_, index), .begin = x});
    MarkedStretch& stretch = stretches_.back();
    stretch.begin = std::min(stretch.begin, x);  // text from right to left comes in falling order
    stretch.end = std::max(stretch.end, x + width);
    if (run.marks.dots && takes_dot(cluster)) stretch.dots.push_back(x + cluster.advance / 2);
}

std::vector<MarkedStretch> StretchGatherer::finish(Length measure) {
    for (MarkedStretch& stretch : stretches_) {
        const ShapedRuby* ruby = stretch.opens ? ruby_of(text_, stretch.run) : nullptr;
        if (ruby) add_ruby(*ruby, text_.runs[stretch.run], measure, stretch);
    }
    return std::move(stretches_);
}

} // namespace nianbao::text

// Styles by name, structure nodes, runs and shaping for the blocks of one document.
#include "layout/measurement.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "document/ruby.hpp"

namespace nianbao::layout {

namespace {

constexpr int superscript_percent = 60;

Length size_of(const TextStyle& style) { return style.size; }
Length size_of(const ParagraphStyle& style) { return style.text.size; }
Length size_of(const TableStyle& style) { return style.text.size; }

template <typename Style>
const Style& find_style(const std::map<std::string, Style>& styles, const std::string& name, const Origin& origin) {
    const auto found = styles.find(name);
    if (found == styles.end())
        throw LayoutError("STYLE-UNKNOWN", origin.pointer, say("STYLE-UNKNOWN", {{"style", name}}), {}, {});
    if (size_of(found->second) <= Length{})
        throw LayoutError("STYLE-SIZE", origin.pointer, say("STYLE-SIZE", {{"style", name}}), {}, {});
    return found->second;
}

// Widths are summed in Length, which ends at 2 147 483 pt: a text set in one line, one em for each
// byte, must stay below.
void check_extent(std::span<const text::StyledRun> runs) {
    constexpr std::int64_t longest = std::numeric_limits<std::int32_t>::max();
    std::int64_t extent = 0;
    for (const text::StyledRun& run : runs) {
        extent += std::ssize(run.text) * std::int64_t{run.style.size.count()};
        if (extent <= longest) continue;
        const std::string& where = runs.front().origin.pointer;
        const std::int64_t limit = longest / std::max(run.style.size.count(), 1);
        throw LimitError("LIMIT-PARAGRAPH", where, say("LIMIT-PARAGRAPH", {{"where", where}, {"limit", limit}}));
    }
}

}  // namespace

Measurement::Measurement(const Document& of, const FontSet& with, const PageGeometry& on)
    : document(of), fonts(with), geometry(on), builder(out, on.area.grid) {
    out.structure.push_back({.kind = StructureKind::document});
}

const ParagraphStyle& Measurement::paragraph_style(const std::string& name, const Origin& origin) const {
    return find_style(document.styles.paragraphs, name, origin);
}

const TableStyle& Measurement::table_style(const std::string& name, const Origin& origin) const {
    return find_style(document.styles.tables, name, origin);
}

const TextStyle& Measurement::text_style(const std::string& name, const Origin& origin) const {
    return find_style(document.styles.texts, name, origin);
}

Length Measurement::measure_of(const ParagraphStyle& style) const {
    return style.spans_columns ? geometry.width : geometry.column_width;
}

NodeId Measurement::add_node(NodeId parent, StructureKind kind) {
    const auto node = static_cast<NodeId>(out.structure.size());
    out.structure.push_back({.kind = kind});
    out.structure[parent].children.push_back(node);
    return node;
}

StructureKind Measurement::nest_heading(int level) {
    constexpr std::array<StructureKind, 4> kinds = {
        StructureKind::heading_1, StructureKind::heading_2, StructureKind::heading_3, StructureKind::heading_4};
    const int own = std::clamp(level, 1, 4);
    while (!open_headings_.empty() && open_headings_.back() >= own) open_headings_.pop_back();
    open_headings_.push_back(own);
    return kinds[open_headings_.size() - 1];
}

void Measurement::append_runs(
    Runs& runs, const Text& text, const TextStyle& base, NodeId node, const Origin& origin
) const {
    for (const TextRun& run : text.runs) {
        const Origin& place = run.origin.pointer.empty() ? origin : run.origin;
        text::StyledRun styled{.text = run.text,
                               .style = run.style.empty() ? base : text_style(run.style, place),
                               .language = run.language.empty() ? document.language : run.language,
                               .origin = place,
                               .tag = node,
                               .marks = run.marks};
        if (run.marks.strong) styled.style.font = FontRole::hei;
        if (run.marks.superscript) {
            styled.size_percent = superscript_percent;
            styled.style.size = styled.style.size.scaled(superscript_percent, 100);
        }
        if (node != artifact && !run.link.empty()) styled.set_link(run.link, run.text);
        styled.marks_group = styled.is_marked() || !run.ruby.text.empty() ? static_cast<std::uint32_t>(runs.size() + 1) : 0;
        if (run.ruby.text.empty()) runs.push_back(std::move(styled));
        else append_annotated(runs, run, std::move(styled));
    }
}

// Each annotated piece of the text is a run of its own.
void Measurement::append_annotated(Runs& runs, const TextRun& run, text::StyledRun styled) const {
    if (!document::fits_its_base(run))
        throw LayoutError("ANNOTATION-BASE", styled.origin.pointer, say("ANNOTATION-BASE", {{"text", shortened(run.text)}}), {}, {});
    const std::vector<std::string> syllables = document::syllables(run.ruby.text);
    std::size_t next = 0;
    const auto append = [&](std::string_view text, const std::string* syllable) {
        text::StyledRun part = styled;
        part.text = text;
        part.origin.offset += static_cast<std::uint32_t>(text.data() - run.text.data());
        if (syllable) {
            Ruby ruby = run.ruby;
            ruby.text = *syllable;
            ruby.language = document::language_of(run.ruby, document.language);
            if (ruby.origin.pointer.empty()) ruby.origin = part.origin;
            part.set_ruby(std::move(ruby));
        }
        runs.push_back(std::move(part));
    };
    if (!document::is_by_character(run)) return append(run.text, &run.ruby.text);
    for (const document::BasePiece& piece : document::base_pieces(run.text))
        append(piece.text, piece.han ? &syllables[next++] : nullptr);
}

// Ruby with RB and RT (ISO 32000-1, 14.8.4.4.2), inside the Link they stand in.
void Measurement::tag_annotations(std::span<text::StyledRun> runs) {
    const text::StyledRun* before = nullptr;
    for (text::StyledRun& run : runs) {
        run.ruby_tag = artifact;
        if (run.tag == artifact) continue;
        if (!run.link().empty()) {
            const bool goes_on = before && before->marks_group == run.marks_group;
            run.link_tag = goes_on ? before->link_tag : add_node(run.tag, StructureKind::link);
            run.tag = run.link_tag;
        }
        if (!run.ruby().text.empty()) {
            const NodeId ruby = add_node(run.tag, StructureKind::ruby);
            run.tag = add_node(ruby, StructureKind::ruby_base);
            run.ruby_tag = add_node(ruby, StructureKind::ruby_text);
        }
        before = &run;
    }
}

text::ShapedText Measurement::shape(std::span<const text::StyledRun> runs, const LineStyle& style) {
    watch.go_on();
    check_extent(runs);
    text::ShapedText shaped = text::shape(runs, fonts, style);
    if (!shaped.missing.empty()) note_missing(shaped.missing);
    return shaped;
}

void Measurement::check_marks(const text::Line& line, RunSpan runs, Length above, Length below) {
    const LineReach reach = reach_of(line, runs);
    if (std::exchange(follows_rows_, false) && reach.marked && reach.up > above + builder.pending_space())
        builder.space(reach.up - above - builder.pending_space());
    check_distance(last_line_, reach, below_last_line_ + builder.pending_space() + above);
    last_line_ = reach;
    below_last_line_ = below;
}

void Measurement::end_lines(Then then) {
    if (then == Then::rows) check_distance(last_line_, {}, below_last_line_ + builder.pending_space());
    follows_rows_ = then == Then::rows;
    last_line_ = {};
    below_last_line_ = free_room;
}

std::uint32_t Measurement::keep_runs(Runs runs) {
    tag_annotations(runs);
    out.runs.push_back(std::move(runs));
    return static_cast<std::uint32_t>(out.runs.size() - 1);
}

// A table that is set again in a smaller size meets the same characters again.
void Measurement::note_missing(const std::vector<MissingCharacter>& missing) {
    for (const MissingCharacter& one : missing)
        if (seen_missing_.emplace(one.pointer, one.role, one.code_point).second) out.missing.push_back(one);
}

}  // namespace nianbao::layout

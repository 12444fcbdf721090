// 目录: entries from the headings of the whole document, leaders and page numbers.
#include "layout/contents.hpp"

#include <algorithm>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "layout/measure_paragraph.hpp"
#include "layout/one_line.hpp"

namespace nianbao::layout {

namespace {

struct Listed {
    std::uint32_t bookmark = 0;  // headings of every level are counted
    int level = 1;
    std::string numeral = {};
    const Text* text = nullptr;
    Origin origin = {};
};

// The headings as measure() will meet them, each with the bookmark it will make.
class HeadingList {
public:
    HeadingList(const Measurement& desk, int levels) : desk_(desk), levels_(levels) {
        for (const Block& block : desk.document.blocks)
            std::visit([this](const auto& one) { add(one); }, block);
    }
    std::vector<Listed> listed = {};

private:
    void add(const Heading& heading) {
        std::string numeral = counter_.next(heading);
        add(heading.level, std::move(numeral), heading.text, heading.origin);
    }
    void add(const Paragraph& paragraph) {
        const ParagraphStyle& style = desk_.paragraph_style(paragraph.style, paragraph.origin);
        if (style.heading_level) add(*style.heading_level, "", paragraph.text, paragraph.origin);
    }
    template <typename Other>
    void add(const Other&) {}

    void add(int level, std::string numeral, const Text& text, const Origin& origin) {
        const std::uint32_t bookmark = bookmarks_++;
        if (level > levels_ || (numeral.empty() && text.plain().empty())) return;
        listed.push_back({bookmark, std::clamp(level, 1, 4), std::move(numeral), &text, origin});
    }

    const Measurement& desk_;
    int levels_;
    std::uint32_t bookmarks_ = 0;
    document::HeadingCounter counter_ = {};
};

// Digits are half an em wide in every face of a report: six of them, half an em before.
constexpr std::int64_t room_in_half_em = 6;

// The looks, marks and links of a heading's words are the heading's; the contents have its words.
Text plain(const Text& text) {
    Text out;
    for (const TextRun& run : text.runs) out.runs.push_back({.text = run.text, .language = run.language, .origin = run.origin});
    return out;
}

void add_title(Measurement& desk, const Contents& block) {
    if (block.title.empty()) return;
    const ParagraphStyle& style = desk.paragraph_style("contents-title", block.origin);
    LineBlock lines{.style = &style, .origin = block.origin, .held_together = true, .space_before = style.space_before};
    desk.append_runs(lines.runs, block.title, style.text, desk.add_node(0, StructureKind::paragraph), block.origin);
    desk.builder.new_page(style.new_page);
    add_lines(desk, std::move(lines));
    desk.builder.end_block(style.on_grid, style.space_after, true);
}

void add_entry(Measurement& desk, const Listed& heading, NodeId contents) {
    const NodeId item = desk.add_node(contents, StructureKind::contents_item);
    const NodeId link = desk.add_node(desk.add_node(item, StructureKind::reference), StructureKind::link);
    const ParagraphStyle& named = desk.paragraph_style("contents-" + std::to_string(heading.level), heading.origin);
    ParagraphStyle style = named;
    style.align = Align::start;
    style.right_indent += room_in_half_em * style.text.size / 2;

    LineBlock lines{.style = &style, .origin = heading.origin, .held_together = true, .space_before = style.space_before};
    if (!heading.numeral.empty()) desk.append_runs(lines.runs, Text(heading.numeral), style.text, link, heading.origin);
    desk.append_runs(lines.runs, plain(*heading.text), style.text, link, heading.origin);
    MeasuredEntry entry{.bookmark = heading.bookmark, .link = link, .text = style.text,
                        .right = desk.measure_of(named) - named.right_indent, .language = desk.document.language, .source = heading.origin};
    for (const text::StyledRun& run : lines.runs) entry.title += run.text;
    entry.first_line = static_cast<std::uint32_t>(desk.out.lines.size());
    add_lines(desk, std::move(lines));
    entry.last_line = static_cast<std::uint32_t>(desk.out.lines.size());
    for (std::uint32_t i = entry.first_line; i < entry.last_line; ++i)
        desk.out.lines[i].entry = static_cast<std::int32_t>(desk.out.entries.size());
    desk.out.entries.push_back(std::move(entry));
    desk.builder.end_block(named.on_grid, named.space_after, false);
}

}  // namespace

void measure(Measurement& desk, const Contents& block) {
    const HeadingList headings(desk, block.levels);
    if (headings.listed.empty()) {
        desk.out.warnings.push_back({"CONTENTS-EMPTY", block.origin.pointer, say("CONTENTS-EMPTY", {{"levels", block.levels}})});
        return;
    }
    add_title(desk, block);
    const NodeId contents = desk.add_node(0, StructureKind::contents);
    for (const Listed& heading : headings.listed) add_entry(desk, heading, contents);
}

namespace {

std::uint32_t add_line(Measured& measured, const FontSet& fonts, const MeasuredEntry& entry, std::string text, NodeId node) {
    Runs runs = {{.text = std::move(text), .style = entry.text, .language = entry.language, .origin = entry.source, .tag = node}};
    text::Line line = one_line(runs, fonts, entry.right);
    measured.runs.push_back(std::move(runs));
    measured.lines.push_back({.runs = static_cast<std::uint32_t>(measured.runs.size() - 1), .line = std::move(line)});
    return static_cast<std::uint32_t>(measured.lines.size() - 1);
}

// ……: whole characters that end where the room of the numbers begins, so that they stand in columns.
void add_leaders(Measured& measured, const FontSet& fonts, MeasuredEntry& entry, Length from, Length to) {
    const Length em = entry.text.size;
    const std::int64_t count = (to - from).count() / em.count();
    if (count < 1) return;
    std::string dots;
    for (std::int64_t i = 0; i < count; ++i) dots += "…";
    entry.leaders = add_line(measured, fonts, entry, std::move(dots), artifact);
    MeasuredLine& line = measured.lines[entry.leaders];
    line.left = to - line.line.width;
}

void number(Measured& measured, const FontSet& fonts, MeasuredEntry& entry) {
    const Length half_em = entry.text.size / 2;
    entry.number = add_line(measured, fonts, entry, std::to_string(entry.to.page + 1), entry.link);
    const MeasuredLine& last = measured.lines[entry.last_line - 1];
    MeasuredLine& line = measured.lines[entry.number];
    const Length room = room_in_half_em * half_em - half_em;
    if (line.line.width > room)
        throw LayoutError("CONTENTS-NUMBER", entry.source.pointer,
                          say("CONTENTS-NUMBER", {{"text", shortened(entry.title)}, {"page", std::to_string(entry.to.page + 1)}}),
                          line.line.width, room);
    line.left = entry.right - line.line.width;
    const Length dots_end = entry.right - std::max(line.line.width, 3 * half_em) - half_em;
    add_leaders(measured, fonts, entry, last.left + last.line.width + half_em, dots_end);
}

}  // namespace

void number_contents(Measured& measured, const PagePlan& plan, const FontSet& fonts) {
    for (MeasuredEntry& entry : measured.entries) {
        const std::uint32_t strip = measured.bookmarks[entry.bookmark].strip;
        const auto page = std::upper_bound(plan.pages.begin(), plan.pages.end(), strip,
                                           [](std::uint32_t s, const PlannedPage& p) { return s < p.last; });
        entry.to = {static_cast<std::uint32_t>(page - plan.pages.begin()), page->tops[strip - page->first]};
        number(measured, fonts, entry);
    }
}

}  // namespace nianbao::layout

// What must hold on every page.
#include "page_checks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "font/font_face.hpp"

namespace nianbao::checks {

const FontSet& fonts() {
    static const FontSet set = FontSet::bundled();
    return set;
}

namespace {

// Clockwise, about the origin.
Rect turned(const Rect& box, int quarters) {
    const Size across{box.size.height, box.size.width};
    if (quarters == 1) return {{-box.bottom(), box.left()}, across};
    if (quarters == 3) return {{box.top(), -box.right()}, across};
    return box;
}

Rect around(const Rect& a, const Rect& b) {
    const Point corner{std::min(a.left(), b.left()), std::min(a.top(), b.top())};
    return {corner, {std::max(a.right(), b.right()) - corner.x, std::max(a.bottom(), b.bottom()) - corner.y}};
}

}  // namespace

Rect box_of(const GlyphRun& run) {
    Length width;
    for (const PlacedGlyph& glyph : run.glyphs) width = std::max(width, glyph.x + glyph.advance);
    const Length ascent = run.size.scaled(880, 1000);
    if (run.quarter_turns == 3) return {{run.origin.x - ascent, run.origin.y - width}, {run.size, width}};
    if (run.quarter_turns == 1) return {{run.origin.x + ascent - run.size, run.origin.y}, {run.size, width}};
    return {{run.origin.x, run.origin.y - ascent}, {width, run.size}};
}

std::optional<Rect> ink_of(const GlyphRun& run, const PagedDocument& document) {
    if (run.face >= document.faces.size()) return box_of(run);  // pages made by hand
    const FontFace& face = *document.faces[run.face];
    std::optional<Rect> out;
    for (const PlacedGlyph& glyph : run.glyphs) {
        const GlyphInk ink = face.ink(glyph.id);
        if (ink.empty()) continue;
        const auto scaled = [&](int thousandths) { return run.size.scaled(thousandths, 1000); };
        const Rect own = turned({{glyph.x + scaled(ink.left), glyph.y - scaled(ink.top)},
                                 {scaled(ink.right - ink.left), scaled(ink.top - ink.bottom)}}, run.quarter_turns);
        out = out ? around(*out, own) : own;
    }
    if (out) out->origin = {out->origin.x + run.origin.x, out->origin.y + run.origin.y};
    return out;
}

namespace {

template <typename Item>
std::vector<Item> all_of(const Page& page) {
    std::vector<Item> out;
    for (const PageItem& item : page.items)
        if (const auto* found = std::get_if<Item>(&item)) out.push_back(*found);
    return out;
}

// Open intervals: what only touches does not meet. A hundredth of a point of rounding is allowed.
bool meet(Length a, Length b, Length c, Length d) {
    const Length slack = Length::millipoints(10);
    return a + slack < d && c + slack < b;
}

bool overlap(const Rect& a, const Rect& b) {
    return meet(a.left(), a.right(), b.left(), b.right()) && meet(a.top(), a.bottom(), b.top(), b.bottom());
}

bool horizontal(const Rule& rule) {
    return rule.from.y == rule.to.y;
}

// Ink may reach a fifth of a point out of its em box, as some Han do. `turned`: the text is read downwards. Of the rules at
// its sides the whole width counts; the foot of a mark may touch the rule below it.
bool runs_through(const Rule& rule, Rect box, bool turned) {
    const Length slack = Length::millipoints(200);
    box = {{box.left() + slack, box.top() + slack}, {box.size.width - 2 * slack, box.size.height - 2 * slack}};
    const Length half = horizontal(rule) == turned ? rule.width / 2 : Length{};
    return horizontal(rule) ? meet(rule.from.x, rule.to.x, box.left(), box.right()) && rule.from.y + half > box.top() && rule.from.y - half < box.bottom()
                            : meet(rule.from.y, rule.to.y, box.top(), box.bottom()) && rule.from.x + half > box.left() && rule.from.x - half < box.right();
}

// Whether a rule of the other direction stands at `end`; the frame lies half its width inside.
bool is_met(Point end, const Rule& rule, const std::vector<Rule>& rules) {
    const auto near = [](Length a, Length b, Length slack) { return a - b <= slack && b - a <= slack; };
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& other) {
        if (horizontal(other) == horizontal(rule)) return false;
        const Length slack = std::max(rule.width, other.width);
        return horizontal(other) ? near(end.y, other.from.y, slack) && end.x + slack >= other.from.x && end.x <= other.to.x + slack
                                 : near(end.x, other.from.x, slack) && end.y + slack >= other.from.y && end.y <= other.to.y + slack;
    });
}

// Rules on the same line that share more than a point: an edge drawn twice.
bool twice(const Rule& a, const Rule& b) {
    if (horizontal(a) != horizontal(b)) return false;
    return horizontal(a) ? a.from.y == b.from.y && meet(a.from.x, a.to.x, b.from.x, b.to.x)
                         : a.from.x == b.from.x && meet(a.from.y, a.to.y, b.from.y, b.to.y);
}

struct Ink {
    Rect box = {};
    std::string text = {};
    bool turned = false;
};

std::vector<Ink> inks_of(const Page& page, const PagedDocument& document) {
    std::vector<Ink> out;
    for (const GlyphRun& run : runs_of(page))
        if (const auto box = ink_of(run, document)) out.push_back({*box, run.text, run.quarter_turns % 2 != 0});
    return out;
}

std::string fault_of(const Page& page, const PagedDocument& document) {
    const auto inks = inks_of(page, document);
    const auto rules = straight_rules_of(page);
    for (std::size_t i = 0; i < inks.size(); ++i) {
        const Rect& box = inks[i].box;
        if (box.left() < Length{} || box.right() > page.size.width || box.bottom() > page.size.height)
            return "text outside the page: " + inks[i].text;
        for (std::size_t j = i + 1; j < inks.size(); ++j)
            if (overlap(box, inks[j].box)) return "texts meet: " + inks[i].text + " and " + inks[j].text;
        for (const Rule& rule : rules)
            if (runs_through(rule, box, inks[i].turned))
                return fmt::format("a rule runs through: {} ({} to {}, {} to {}; {}, {})", inks[i].text, to_string(box.left()), to_string(box.right()),
                                   to_string(box.top()), to_string(box.bottom()), to_string(rule.from.x), to_string(rule.from.y));
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!is_met(rules[i].from, rules[i], rules) || !is_met(rules[i].to, rules[i], rules))
            return fmt::format("an open rule at {}, {}", to_string(rules[i].from.x), to_string(rules[i].from.y));
        for (std::size_t j = i + 1; j < rules.size(); ++j)
            if (twice(rules[i], rules[j])) return "an edge has two rules";
    }
    return "";
}

}  // namespace

std::vector<GlyphRun> runs_of(const Page& page) {
    return all_of<GlyphRun>(page);
}

std::vector<Rule> rules_of(const Page& page) {
    return all_of<Rule>(page);
}

std::vector<Rule> straight_rules_of(const Page& page) {
    std::vector<Rule> rules = rules_of(page);
    std::erase_if(rules, [](const Rule& rule) { return rule.from.x != rule.to.x && rule.from.y != rule.to.y; });
    return rules;
}

std::string first_fault(const PagedDocument& document) {
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const std::string fault = fault_of(document.pages[i], document);
        if (!fault.empty()) return fmt::format("page {}: {}", i + 1, fault);
    }
    return "";
}

std::map<NodeId, std::string> said(const PagedDocument& document) {
    std::map<NodeId, std::string> out;
    for (const Page& page : document.pages)
        for (const GlyphRun& run : runs_of(page))
            if (run.node != artifact) out[run.node] += run.text;
    return out;
}

std::string text_of(const Page& page) {
    std::string out;
    for (const GlyphRun& run : runs_of(page)) out += run.text;
    return out;
}

}  // namespace nianbao::checks

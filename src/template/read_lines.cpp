// The object `lines` of a style, and of the whole template.
#include "template/read_lines.hpp"

#include <fmt/format.h>

#include "template/length_text.hpp"

namespace nianbao::templating {

namespace {

constexpr Em gap_least = {125}, gap_most = {500};  // CLREQ 6.3.3

std::string shown(Em width) {
    const std::string points = to_string(Length::millipoints(width.thousandths));  // 250 → "0.25"
    return points + "em";
}

void read_gap(const Node& node, HanLatinGap& gap) {
    const ObjectNode object(node, {"shown", "width", "narrowest", "widest"});
    object.read("shown", gap.shown);
    if (const auto width = object.find("width")) gap.width = em_of(*width, gap_least, gap_most);
    if (const auto width = object.find("narrowest")) gap.narrowest = em_of(*width, gap_least, gap_most);
    if (const auto width = object.find("widest")) gap.widest = em_of(*width, gap_least, gap_most);
    const bool in_order = gap.narrowest.thousandths <= gap.width.thousandths &&
                          gap.width.thousandths <= gap.widest.thousandths;
    if (in_order) return;
    fail("TEMPLATE-GAP", node.place(),
         {{"narrowest", shown(gap.narrowest)}, {"width", shown(gap.width)}, {"widest", shown(gap.widest)}});
}

}  // namespace

Em em_of(const Node& node, Em least, Em most) {
    const std::string text = text_of(node);
    const bool negative = text.starts_with('-');
    const std::string_view width = std::string_view(text).substr(negative ? 1 : 0);
    const ParsedLength parsed = parse_length(width, Length::millipoints(1000));
    const Em em{negative ? -parsed.length.count() : parsed.length.count()};
    const bool is_em = parsed.fault == LengthFault::none && (width.ends_with("em") || width == "0");
    if (!is_em || em.thousandths < least.thousandths || em.thousandths > most.thousandths)
        fail("TEMPLATE-EM", node.place(), {{"found", text}, {"least", shown(least)}, {"most", shown(most)}});
    return em;
}

void read_lines(const Node& node, LineStyle& lines) {
    const ObjectNode object(node, {"edges", "edges_may_yield", "mark_widths", "stops_squeezed", "hanging_marks",
                                   "han_latin_gap", "latin_on_grid", "hyphenation", "break_mode", "scientific_full_stop"});
    object.read<EdgeLevel>("edges", lines.edges,
                           {{"none", EdgeLevel::none},
                            {"basic", EdgeLevel::basic},
                            {"gb", EdgeLevel::gb},
                            {"strict", EdgeLevel::strict}});
    object.read<MarkWidths>("mark_widths", lines.mark_widths,
                            {{"fullwidth", MarkWidths::fullwidth},
                             {"kaiming", MarkWidths::kaiming},
                             {"halfwidth", MarkWidths::halfwidth},
                             {"line_end_half", MarkWidths::line_end_half}});
    object.read("edges_may_yield", lines.edges_may_yield);
    object.read("stops_squeezed", lines.stops_squeezed);
    object.read("hanging_marks", lines.hanging_marks);
    object.read("latin_on_grid", lines.latin_on_grid);
    object.read("hyphenation", lines.hyphenation);
    object.read("scientific_full_stop", lines.scientific_full_stop);
    if (const auto gap = object.find("han_latin_gap")) read_gap(*gap, lines.han_latin_gap);
    object.read<BreakMode>("break_mode", lines.break_mode,
                           {{"optimum", BreakMode::optimum}, {"greedy", BreakMode::greedy}});
}

void read_lines_of_all(const Node& node, StyleSheet& sheet) {
    for (auto& [role, style] : sheet.paragraphs) read_lines(node, style.lines);
    for (auto& [role, style] : sheet.tables) read_lines(node, style.lines);
}

}  // namespace nianbao::templating

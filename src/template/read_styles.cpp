// Styles by role: every key of the template overrides one field of the official sheet.
#include "template/read_styles.hpp"

#include "template/read_lines.hpp"
#include "template/read_rules.hpp"

namespace nianbao::templating {

namespace {

void read_insets(const ObjectNode& parent, std::string_view key, Insets& target, std::optional<Length> em) {
    const auto node = parent.find(key);
    if (!node) return;
    const ObjectNode insets(*node, {"top", "right", "bottom", "left"});
    insets.read("top", target.top, em);
    insets.read("right", target.right, em);
    insets.read("bottom", target.bottom, em);
    insets.read("left", target.left, em);
}

void read_text_look(const ObjectNode& node, TextStyle& text) {
    node.read("font", text.font);
    node.read("size", text.size, text.size);
    node.read("color", text.color);
    if (const auto tracking = node.find("tracking")) text.tracking = em_of(*tracking, Em{-250}, Em{4000});
    if (const auto spread = node.find("spread")) text.spread = em_of(*spread, Em{}, Em{40000});
    if (text.size <= Length{}) fail("TEMPLATE-SIZE", node.at("size").place());
}

void read_paper(const Node& node, Size& paper) {
    if (node.value->is(json::Kind::string)) {
        const std::string name = text_of(node);
        if (name != "A4") fail("TEMPLATE-CHOICE", node.place(), {{"found", name}, {"choices", "A4"}});
        paper = {Length::millimetres(210), Length::millimetres(297)};
        return;
    }
    const ObjectNode size(node, {"width", "height"});
    paper = {length_of(size.at("width")), length_of(size.at("height"))};
}

// 版心 by its size: the margins opposite to 订口 and 天头 follow from it.
void read_type_area(const ObjectNode& page_node, PageStyle& page) {
    const auto node = page_node.find("type_area");
    if (!node) return;
    const auto margins = page_node.find("margins");
    if (margins && (margins->value->find("right") != nullptr || margins->value->find("bottom") != nullptr)) {
        fail("TEMPLATE-TYPE-AREA", node->place());
    }
    const ObjectNode area(*node, {"width", "height", "characters", "lines"});
    area.read("characters", page.characters, 1, 1000);
    area.read("lines", page.lines, 1, 1000);
    if (page.characters == 0) page.margins.right = page.paper.width - page.margins.left - length_of(area.at("width"));
    if (page.lines == 0) page.margins.bottom = page.paper.height - page.margins.top - length_of(area.at("height"));
    for (const auto& [one, other] : {std::pair{"width", "characters"}, std::pair{"height", "lines"}}) {
        if (area.has(one) && area.has(other)) fail("TEMPLATE-TYPE-AREA-TWICE", area.at(other).place(), {{"one", one}, {"other", other}});
    }
}

void read_columns(const ObjectNode& page_node, PageStyle& page, Length em) {
    const auto node = page_node.find("columns");
    if (!node) return;
    const ObjectNode columns(*node, {"count", "gap", "rule"});
    columns.read("count", page.columns, 1, 9);
    columns.read("gap", page.column_gap, em);
    columns.read("rule", page.column_rule);
}

// CLREQ 7.1.1: paper, then the type area in characters and lines, which has to stand on the paper.
void check_type_area(const ObjectNode& page_node, const StyleSheet& sheet) {
    const PageStyle& page = sheet.page;
    const Size area = sheet.type_area();
    const bool inside = page.margins.left + area.width <= page.paper.width && page.margins.top + area.height <= page.paper.height;
    if (inside && area.width > Length{} && area.height > Length{} && page.line_height > Length{}) return;
    if (area.width <= Length{} || area.height <= Length{} || page.line_height <= Length{} || !page_node.has("type_area"))
        fail("TEMPLATE-PAGE", page_node.place());
    fail("TEMPLATE-AREA-LARGE", page_node.at("type_area").place(),
         {{"width", to_string(area.width)}, {"height", to_string(area.height)},
          {"most_width", to_string(page.paper.width - page.margins.left)},
          {"most_height", to_string(page.paper.height - page.margins.top)}});
}

// The named style to start from: its own of the sheet, or the one it says it is based on.
template <typename Style>
Style& begin_style(const std::string& role, const ObjectNode& node, std::map<std::string, Style>& styles) {
    if (const auto base = node.find("based_on")) {
        const std::string name = text_of(*base);
        const auto found = styles.find(name);
        if (found == styles.end()) {
            fail("TEMPLATE-STYLE", base->place(), {{"style", name}, {"known", joined(names_of(styles))}});
        }
        const Style copy = found->second;
        return styles[role] = copy;
    }
    if (styles.find(role) == styles.end()) {
        fail("TEMPLATE-STYLE-NEW", node.place(), {{"style", role}, {"known", joined(names_of(styles))}});
    }
    return styles[role];
}

void read_paragraph_style(const ObjectNode& node, ParagraphStyle& style) {
    read_text_look(node, style.text);
    const Length em = style.text.size;
    node.read("align", style.align);
    node.read("last_line", style.last_line);
    node.read("first_indent", style.first_indent, em);
    node.read("hanging_indent", style.hanging_indent, em);
    node.read("left_indent", style.left_indent, em);
    node.read("right_indent", style.right_indent, em);
    node.read("line_height", style.line_height, em);
    node.read("space_before", style.space_before, em);
    node.read("space_after", style.space_after, em);
    node.read("lines_kept_at_foot", style.lines_kept_at_foot, 1, 99);
    node.read("lines_kept_at_head", style.lines_kept_at_head, 1, 99);
    node.read("keep_with_next", style.keep_with_next);
    node.read("balanced", style.balanced);
    node.read("on_grid", style.on_grid);
    node.read("spans_columns", style.spans_columns);
    node.read<NewPage>("new_page", style.new_page,
                       {{"no", NewPage::no}, {"page", NewPage::page}, {"odd_page", NewPage::odd_page}});
    if (const auto lines = node.find("lines")) read_lines(*lines, style.lines);
}

void read_shade(const ObjectNode& node, std::optional<Color>& shade) {
    const auto color = node.find("shade");
    if (!color) return;
    if (color->value->is(json::Kind::null)) shade.reset();
    else shade = color_of(*color);
}

void read_table_style(const ObjectNode& node, TableStyle& style) {
    read_text_look(node, style.text);
    const Length em = style.text.size;
    node.read("line_height", style.line_height, em);
    read_insets(node, "padding", style.padding, em);
    read_rule_keys(node, style);
    node.read("min_row_height", style.min_row_height, em);
    read_shade(node, style.shade);
    node.read("space_before", style.space_before, em);
    node.read("space_after", style.space_after, em);
    if (const auto lines = node.find("lines")) read_lines(*lines, style.lines);
}

void read_folio(const ObjectNode& page_node, PageStyle& page) {
    const auto node = page_node.find("folio");
    if (!node) return;
    const ObjectNode folio(*node, {"font", "size", "color", "distance", "alternates", "shown"});
    read_text_look(folio, page.folio);
    folio.read("distance", page.folio_distance, page.folio.size);
    folio.read("alternates", page.folio_alternates);
    folio.read("shown", page.folio_shown);
}

}  // namespace

void read_page(const Node& node, StyleSheet& sheet) {
    const ObjectNode object(node, {"paper", "margins", "type_area", "columns", "line_height", "folio", "mirrored"});
    PageStyle& page = sheet.page;
    if (const auto paper = object.find("paper")) read_paper(*paper, page.paper);
    read_insets(object, "margins", page.margins, {});
    read_type_area(object, page);
    read_columns(object, page, sheet.paragraphs.at("body").text.size);
    object.read("line_height", page.line_height);
    object.read("mirrored", page.mirrored);
    read_folio(object, page);
    check_type_area(object, sheet);
}

void read_paragraph_styles(const Node& node, StyleSheet& sheet) {
    for (const auto& [role, value] : members_of(node)) {
        const ObjectNode object(value, {"based_on", "font", "size", "color", "tracking", "spread", "align", "last_line",
                                        "first_indent", "hanging_indent", "left_indent", "right_indent", "line_height", "space_before",
                                        "space_after", "lines_kept_at_foot", "lines_kept_at_head",
                                        "keep_with_next", "balanced", "on_grid", "new_page", "spans_columns", "lines"});
        read_paragraph_style(object, begin_style(role, object, sheet.paragraphs));
    }
}

void read_table_styles(const Node& node, StyleSheet& sheet) {
    for (const auto& [role, value] : members_of(node)) {
        const ObjectNode object(value, {"based_on", "font", "size", "color", "tracking", "spread", "line_height", "padding",
                                        "rule_width", "outer_rule_width", "rule_color", "row_rules", "column_rules",
                                        "side_rules", "header_rule_width", "cut_rule_width", "min_row_height", "shade",
                                        "space_before", "space_after", "lines"});
        read_table_style(object, begin_style(role, object, sheet.tables));
    }
}

void read_text_styles(const Node& node, StyleSheet& sheet) {
    for (const auto& [name, value] : members_of(node)) {
        const ObjectNode object(value, {"font", "size", "color", "tracking", "spread"});
        TextStyle& style = sheet.texts[name];
        object.at("font");
        object.at("size");
        read_text_look(object, style);
    }
}

}  // namespace nianbao::templating

// Rules of tables: a width, a colour, an edge.
#include "template/read_rules.hpp"

#include <algorithm>

namespace nianbao::templating {

RuleLook rule_of(const Node& node) {
    if (node.value->is(json::Kind::null)) return {};
    RuleLook look;
    if (node.value->is(json::Kind::object)) {
        const ObjectNode object(node, {"width", "color"});
        look.width = length_of(object.at("width"));
        object.read("color", look.color);
    } else {
        look.width = length_of(node);
    }
    return look;
}

EdgeRules edge_rules_of(const Node& node) {
    const auto is_edge = [](const json::Member& member) { return member.key != "width" && member.key != "color"; };
    const auto& members = node.value->members;
    if (!node.value->is(json::Kind::object) || (!members.empty() && std::none_of(members.begin(), members.end(), is_edge))) {
        const RuleLook look = rule_of(node);
        return {.top = look, .right = look, .bottom = look, .left = look};
    }
    const ObjectNode object(node, {"top", "right", "bottom", "left"});
    EdgeRules rules;
    const auto read = [&](std::string_view key, std::optional<RuleLook>& target) {
        if (const auto edge = object.find(key)) target = rule_of(*edge);
    };
    read("top", rules.top);
    read("right", rules.right);
    read("bottom", rules.bottom);
    read("left", rules.left);
    return rules;
}

Insets insets_of(const Node& node) {
    if (!node.value->is(json::Kind::object)) {
        const Length all = length_of(node);
        return {all, all, all, all};
    }
    const ObjectNode object(node, {"top", "right", "bottom", "left"});
    Insets insets;
    object.read("top", insets.top);
    object.read("right", insets.right);
    object.read("bottom", insets.bottom);
    object.read("left", insets.left);
    return insets;
}

void read_rule_keys(const ObjectNode& node, TableStyle& style) {
    node.read("rule_width", style.rule_width);
    node.read("outer_rule_width", style.outer_rule_width);
    node.read("rule_color", style.rule_color);
    node.read("row_rules", style.row_rules);
    node.read("column_rules", style.column_rules);
    node.read("side_rules", style.side_rules);
    if (const auto width = node.find("header_rule_width")) style.header_rule_width = length_of(*width);
    if (const auto width = node.find("cut_rule_width")) style.cut_rule_width = length_of(*width);
}

}  // namespace nianbao::templating

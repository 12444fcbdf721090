// Reads the simple kinds of template.json, with a fault that names pointer, line and column.
#include "template/node.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <nianbao/error.hpp>

#include "base/nearest.hpp"
#include "template/length_text.hpp"

namespace nianbao::templating {

namespace {

Bilingual name_of_kind(json::Kind kind) {
    switch (kind) {
    case json::Kind::null: return {"null", "null"};
    case json::Kind::boolean: return {"真假值", "true or false"};
    case json::Kind::integer: return {"整数", "an integer"};
    case json::Kind::real: return {"小数", "a decimal"};
    case json::Kind::string: return {"文本", "a text"};
    case json::Kind::array: return {"数组", "an array"};
    case json::Kind::object: return {"对象", "an object"};
    }
    return {};
}

void expect(const Node& node, json::Kind kind) {
    if (node.value->is(kind)) return;
    fail("TEMPLATE-TYPE", node.place(),
         {{"expected", name_of_kind(kind)}, {"found", name_of_kind(node.value->kind)}});
}

Align align_among(const Node& node) {
    return choice_of<Align>(node, {{"start", Align::start}, {"center", Align::center},
                                   {"end", Align::end}, {"justify", Align::justify},
                                   {"digit", Align::digit}, {"decimal", Align::decimal}});
}

[[noreturn]] void unknown_key(const Node& node, const json::Member& member,
                              const std::vector<std::string_view>& known) {
    const std::string meant = nearest(member.key, {known.begin(), known.end()});
    const Place place{json::child(node.pointer, member.key), member.position};
    if (meant.empty()) fail("TEMPLATE-KEY", place, {{"key", member.key}, {"known", joined(known)}});
    fail("TEMPLATE-KEY-NEAR", place, {{"key", member.key}, {"meant", meant}});
}

}  // namespace

void fail(std::string_view id, const Place& place, std::vector<Parameter> parameters) {
    parameters.emplace_back("where", place.pointer.empty() ? std::string("/") : place.pointer);
    parameters.emplace_back("line", place.position.line);
    parameters.emplace_back("column", place.position.column);
    throw TemplateError(std::string(id), place.pointer, say(id, parameters));
}

ObjectNode::ObjectNode(const Node& node, std::initializer_list<std::string_view> keys) : node_(node) {
    expect(node, json::Kind::object);
    const std::vector<std::string_view> known(keys);
    std::vector<std::string_view> seen;
    for (const json::Member& member : node.value->members) {
        if (std::find(seen.begin(), seen.end(), member.key) != seen.end()) {
            fail("TEMPLATE-DUPLICATE", {json::child(node.pointer, member.key), member.position},
                 {{"key", member.key}});
        }
        seen.push_back(member.key);
        if (std::find(known.begin(), known.end(), member.key) == known.end()) {
            unknown_key(node, member, known);
        }
    }
}

std::optional<Node> ObjectNode::find(std::string_view key) const {
    const json::Value* value = node_.value->find(key);
    if (value == nullptr) return {};
    return Node{value, json::child(node_.pointer, key)};
}

Node ObjectNode::at(std::string_view key) const {
    if (auto node = find(key)) return *node;
    fail("TEMPLATE-MISSING", place(), {{"key", key}});
}

void ObjectNode::read(std::string_view key, bool& target) const {
    if (const auto node = find(key)) {
        expect(*node, json::Kind::boolean);
        target = node->value->boolean;
    }
}

void ObjectNode::read(std::string_view key, std::string& target) const {
    if (const auto node = find(key)) target = text_of(*node);
}

void ObjectNode::read(std::string_view key, Color& target) const {
    if (const auto node = find(key)) target = color_of(*node);
}

void ObjectNode::read(std::string_view key, Length& target, std::optional<Length> em) const {
    if (const auto node = find(key)) target = length_of(*node, em);
}

void ObjectNode::read(std::string_view key, int& target, int least, int most) const {
    const auto node = find(key);
    if (!node) return;
    const std::int64_t number = integer_of(*node);
    if (number < least || number > most) {
        fail("TEMPLATE-RANGE", node->place(), {{"least", least}, {"most", most}, {"found", node->value->text}});
    }
    target = static_cast<int>(number);
}

void ObjectNode::read(std::string_view key, FontRole& target) const {
    const auto node = find(key);
    if (!node) return;
    target = choice_of<FontRole>(*node, {{"song", FontRole::song}, {"hei", FontRole::hei},
                                         {"kai", FontRole::kai}, {"fangsong", FontRole::fangsong},
                                         {"title", FontRole::title}});
}

void ObjectNode::read(std::string_view key, Align& target) const {
    if (const auto node = find(key)) target = align_among(*node);
}

void ObjectNode::read(std::string_view key, VerticalAlign& target) const {
    const auto node = find(key);
    if (!node) return;
    target = choice_of<VerticalAlign>(*node, {{"top", VerticalAlign::top}, {"middle", VerticalAlign::middle},
                                              {"bottom", VerticalAlign::bottom}});
}

std::string text_of(const Node& node) {
    expect(node, json::Kind::string);
    return node.value->text;
}

std::int64_t integer_of(const Node& node) {
    expect(node, json::Kind::integer);
    if (node.value->out_of_range) fail("TEMPLATE-NUMBER", node.place(), {{"found", node.value->text}});
    return node.value->integer;
}

std::vector<Node> items_of(const Node& node) {
    expect(node, json::Kind::array);
    std::vector<Node> out;
    for (std::size_t i = 0; i < node.value->items.size(); ++i) {
        out.push_back({&node.value->items[i], json::child(node.pointer, i)});
    }
    return out;
}

std::vector<std::pair<std::string, Node>> members_of(const Node& node) {
    expect(node, json::Kind::object);
    std::vector<std::pair<std::string, Node>> out;
    for (const json::Member& member : node.value->members) {
        const Node child{&member.value, json::child(node.pointer, member.key)};
        for (const auto& [key, earlier] : out) {
            if (key == member.key) fail("TEMPLATE-DUPLICATE", {child.pointer, member.position}, {{"key", key}});
        }
        out.emplace_back(member.key, child);
    }
    return out;
}

Length length_of(const Node& node, std::optional<Length> em) {
    const std::string text = text_of(node);
    const ParsedLength parsed = parse_length(text, em);
    switch (parsed.fault) {
    case LengthFault::none: break;
    case LengthFault::syntax: fail("TEMPLATE-LENGTH", node.place(), {{"found", text}});
    case LengthFault::no_em: fail("TEMPLATE-LENGTH-EM", node.place(), {{"found", text}});
    case LengthFault::range: fail("TEMPLATE-LENGTH-RANGE", node.place(), {{"found", text}});
    }
    return parsed.length;
}

Color color_of(const Node& node) {
    const std::string text = text_of(node);
    const auto is_hex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
    };
    if (text.size() != 6 || !std::all_of(text.begin(), text.end(), is_hex)) {
        fail("TEMPLATE-COLOR", node.place(), {{"found", text}});
    }
    const auto channel = [&](std::size_t at) {
        return static_cast<std::uint8_t>(std::stoi(text.substr(at, 2), nullptr, 16));
    };
    return {channel(0), channel(2), channel(4)};
}

Align align_of(const Node& node) { return align_among(node); }

std::string joined(const std::vector<std::string_view>& words) {
    std::string out;
    for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string(word);
    return out;
}

}  // namespace nianbao::templating

// Node: a value of template.json with its pointer, and the readers of its simple kinds.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/style.hpp>

#include "base/json.hpp"
#include "base/messages.hpp"

namespace nianbao::templating {

// A place in the template file: for faults, at once or when composing.
struct Place {
    std::string pointer = {};
    json::Position position = {};
};

// Throws TemplateError with the sentence of `id`; {where}, {line} and {column} are put in from `place`.
[[noreturn]] void fail(std::string_view id, const Place& place, std::vector<Parameter> parameters = {});

// A value and where it stands. Refers to the parsed text; lives no longer than that.
struct Node {
    const json::Value* value = nullptr;
    std::string pointer = {};
    Place place() const { return {pointer, value->position}; }
};

// An object whose keys are known. The constructor throws TEMPLATE-TYPE for anything else, and
// TEMPLATE-DUPLICATE or TEMPLATE-KEY (with the nearest known key) for a key that should not be there.
class ObjectNode {
public:
    ObjectNode(const Node& node, std::initializer_list<std::string_view> keys);

    bool has(std::string_view key) const { return node_.value->find(key) != nullptr; }
    std::optional<Node> find(std::string_view key) const;
    Node at(std::string_view key) const;  // throws TEMPLATE-MISSING
    Place place() const { return node_.place(); }

    // Each puts the value of `key` into `target`, and leaves it alone when the key is absent.
    void read(std::string_view key, bool& target) const;
    void read(std::string_view key, std::string& target) const;
    void read(std::string_view key, Color& target) const;
    // `em` is the type size an "em" stands for; without it "em" is a fault.
    void read(std::string_view key, Length& target, std::optional<Length> em = {}) const;
    void read(std::string_view key, int& target, int least, int most) const;
    void read(std::string_view key, FontRole& target) const;
    void read(std::string_view key, Align& target) const;
    void read(std::string_view key, VerticalAlign& target) const;
    template <typename Enum>
    void read(
        std::string_view key, Enum& target, std::initializer_list<std::pair<std::string_view, Enum>> choices
    ) const;

private:
    Node node_;
};

// Each throws TEMPLATE-TYPE or TEMPLATE-VALUE when the node is something else.
std::string text_of(const Node& node);
std::int64_t integer_of(const Node& node);
std::vector<Node> items_of(const Node& node);                             // of an array
std::vector<std::pair<std::string, Node>> members_of(const Node& node);  // of an object with free keys
Length length_of(const Node& node, std::optional<Length> em = {});
Color color_of(const Node& node);
Align align_of(const Node& node);

// "start, end": the words of a choice, for a sentence.
std::string joined(const std::vector<std::string_view>& words);

// One of a few words. Throws TEMPLATE-CHOICE with all of them.
template <typename Enum>
Enum choice_of(const Node& node, std::initializer_list<std::pair<std::string_view, Enum>> choices) {
    const std::string word = text_of(node);
    std::vector<std::string_view> known;
    for (const auto& [name, value] : choices) {
        if (word == name) return value;
        known.push_back(name);
    }
    fail("TEMPLATE-CHOICE", node.place(), {{"found", word}, {"choices", joined(known)}});
}

template <typename Enum>
void ObjectNode::read(
    std::string_view key, Enum& target, std::initializer_list<std::pair<std::string_view, Enum>> choices
) const {
    if (const auto node = find(key)) target = choice_of<Enum>(*node, choices);
}

// The names of a map of styles.
template <typename Style>
std::vector<std::string_view> names_of(const std::map<std::string, Style>& styles) {
    std::vector<std::string_view> names;
    for (const auto& [name, style] : styles) names.push_back(name);
    return names;
}

}  // namespace nianbao::templating

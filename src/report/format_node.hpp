// FormatNode: a value of format.json or rules.json with its pointer, and the readers of its simple kinds.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/language.hpp>

#include "base/json.hpp"
#include "base/messages.hpp"

namespace nianbao::report {

// A value of the format with its pointer.
struct FormatNode {
    const json::Value* value;
    std::string pointer;

    [[noreturn]] void fail(std::string_view id, std::string_view found) const {
        throw TemplateError(std::string(id), pointer, say(id, {{"where", pointer}, {"found", found}}));
    }
    FormatNode at(std::string_view key) const {
        const json::Value* found = value->find(key);
        if (found == nullptr) fail("FORMAT-MISSING", key);
        return {found, json::child(pointer, key)};
    }
    bool has(std::string_view key) const { return value->find(key) != nullptr; }
    const std::string& text() const {
        if (!value->is(json::Kind::string)) fail("FORMAT-TYPE", json::dump(*value));
        return value->text;
    }
    std::string text_at(std::string_view key) const { return has(key) ? at(key).text() : std::string(); }
    bool flag_at(std::string_view key) const { return has(key) && at(key).value->boolean; }
    std::vector<FormatNode> items() const {
        if (!value->is(json::Kind::array)) fail("FORMAT-TYPE", json::dump(*value));
        std::vector<FormatNode> out;
        for (std::size_t i = 0; i < value->items.size(); ++i) out.push_back({&value->items[i], json::child(pointer, i)});
        return out;
    }
    std::vector<FormatNode> items_at(std::string_view key) const { return has(key) ? at(key).items() : std::vector<FormatNode>(); }
    std::vector<std::string> texts_at(std::string_view key) const {
        std::vector<std::string> out;
        for (const FormatNode& item : items_at(key)) out.push_back(item.text());
        return out;
    }
    Bilingual bilingual_at(std::string_view key) const {
        const FormatNode both = at(key);
        both.allow({"zh", "en"});
        return {both.at("zh").text(), both.at("en").text()};
    }
    void allow(std::initializer_list<std::string_view> keys) const {
        if (!value->is(json::Kind::object)) fail("FORMAT-TYPE", json::dump(*value));
        for (const json::Member& member : value->members) {
            if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) fail("FORMAT-KEY", member.key);
        }
    }
    template <typename Enum, std::size_t count>
    Enum one_of(const std::pair<std::string_view, Enum> (&names)[count]) const {
        for (const auto& [name, meaning] : names) {
            if (text() == name) return meaning;
        }
        fail("FORMAT-VALUE", text());
    }
};

}  // namespace nianbao::report

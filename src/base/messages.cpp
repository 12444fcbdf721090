// The catalogue of messages: finds the row and puts the parameters in.
#include "base/messages.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

#include <nianbao/error.hpp>

#include "base/utf8.hpp"

namespace nianbao {

namespace {

const MessageRow& row_of(std::string_view id) {
    static const auto index = [] {
        std::unordered_map<std::string_view, const MessageRow*> rows;
        for (const MessageRow& row : message_table()) rows.emplace(row.id, &row);
        return rows;
    }();
    const auto found = index.find(id);
    if (found == index.end()) {
        const std::string sentence = fmt::format("no message with the id {}", id);
        throw Error("MESSAGE", "", {sentence, sentence});
    }
    return *found->second;
}

// Escape sequences in data must not reach a terminal (spec/reliability 3.1).
std::string shown(const std::string& value) {
    std::string out;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) out += fmt::format("\\x{:02x}", byte);
        else out += c;
    }
    return out;
}

std::string filled(std::string_view pattern, const std::vector<Parameter>& parameters, Language language) {
    std::string out;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}', open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto found = std::find_if(parameters.begin(), parameters.end(),
                                        [&](const Parameter& p) { return p.name == name; });
        if (found == parameters.end()) {
            const std::string sentence = fmt::format("no value for the parameter {} of a message", name);
            throw Error("MESSAGE", "", {sentence, sentence});
        }
        out += shown(found->value.in(language));
        pattern.remove_prefix(close + 1);
    }
    return out;
}

constexpr std::size_t longest_shown = 40;  // characters

}  // namespace

Bilingual fill(const Bilingual& sentence, const std::vector<Parameter>& parameters) {
    return {filled(sentence.zh, parameters, Language::zh), filled(sentence.en, parameters, Language::en)};
}

Bilingual say(std::string_view id, const std::vector<Parameter>& parameters) {
    const MessageRow& row = row_of(id);
    return {filled(row.zh, parameters, Language::zh), filled(row.en, parameters, Language::en)};
}

Bilingual hint(std::string_view id, const std::vector<Parameter>& parameters) {
    const MessageRow& row = row_of(id);
    return {filled(row.hint_zh, parameters, Language::zh), filled(row.hint_en, parameters, Language::en)};
}

std::string shortened(const std::string& text) {
    std::size_t length = 0;
    for (std::size_t characters = 0; characters < longest_shown && length < text.size(); ++characters) {
        length += utf8::decode(text, length).length;
    }
    return length == text.size() ? text : text.substr(0, length) + "…";
}

}  // namespace nianbao

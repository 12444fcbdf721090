// The catalogue of messages: stable id → sentence in both languages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/language.hpp>

namespace nianbao {

// A named parameter of a sentence: {name} in the catalogue is replaced by it. A value that differs
// by language is given as Bilingual.
struct Parameter {
    std::string_view name;
    Bilingual value;
    Parameter(std::string_view n, std::string v) : name(n), value{v, v} {}
    Parameter(std::string_view n, const char* v) : Parameter(n, std::string(v)) {}
    Parameter(std::string_view n, std::string_view v) : Parameter(n, std::string(v)) {}
    Parameter(std::string_view n, std::int64_t v) : Parameter(n, std::to_string(v)) {}
    Parameter(std::string_view n, int v) : Parameter(n, std::to_string(v)) {}
    Parameter(std::string_view n, std::size_t v) : Parameter(n, std::to_string(v)) {}
    Parameter(std::string_view n, Bilingual v) : name(n), value(std::move(v)) {}
};

// The sentence of `id` with its parameters put in. An unknown id or a parameter left over is a bug
// of ours: Error "MESSAGE". Control characters in values come out escaped.
Bilingual say(std::string_view id, const std::vector<Parameter>& parameters = {});

// The same for a sentence that stands in data (the rules of format.json).
Bilingual fill(const Bilingual& sentence, const std::vector<Parameter>& parameters);

// The hint of `id`; empty when the catalogue has none.
Bilingual hint(std::string_view id, const std::vector<Parameter>& parameters = {});

// A text of the report as a sentence quotes it: its first forty characters.
std::string shortened(const std::string& text);

// One row of the catalogue; rows live in messages_table.cpp.
struct MessageRow {
    std::string_view id, zh, en, hint_zh, hint_en;
};
const std::vector<MessageRow>& message_table();

}  // namespace nianbao

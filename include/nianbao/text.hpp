// Text: runs of one look each, which know where they came from.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <nianbao/export.hpp>
#include <nianbao/text_marks.hpp>

namespace nianbao {

// A stretch of text of one look. UTF-8.
struct TextRun {
    std::string text = {};
    std::string style = {};     // name in StyleSheet::texts; empty = the block's own
    std::string language = {};  // BCP 47; empty = the document's
    Origin origin = {};
    TextMarks marks = {};
    Ruby ruby = {};
    std::string link = {};      // http, https, mailto or tel address; empty = none
    friend bool operator==(const TextRun&, const TextRun&) = default;
};

struct Text {
    std::vector<TextRun> runs = {};
    Text() = default;
    Text(const char* text) : Text(std::string(text)) {}  // NOLINT: implicit on purpose
    Text(std::string text) { if (!text.empty()) runs.push_back({.text = std::move(text)}); }  // NOLINT
    Text(std::vector<TextRun> r) : runs(std::move(r)) {}  // NOLINT
    bool empty() const { return runs.empty(); }
    NIANBAO_API std::string plain() const;  // all runs joined
    friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace nianbao

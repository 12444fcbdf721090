// Checks of the sections: chapters inside, parts that are missing, sections that say nothing.
#include "report/check_texts.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "report/format.hpp"

namespace nianbao::report {

namespace {

std::string pointer_of(const TextCheck& check, const std::string& section) {
    for (const TextPiece& text : check.texts) {
        if (text.section != section) continue;
        const std::string pointer = text.origin_at(0).pointer;
        return pointer.substr(0, std::min(pointer.find('/', 1), pointer.size()));
    }
    return "/" + section;
}

bool is_white(char32_t c) { return c == U' ' || c == U'\u3000'; }

std::string without_stop(std::u32string chars) {
    chars.erase(std::remove_if(chars.begin(), chars.end(), is_white), chars.end());
    while (!chars.empty() && std::u32string_view(U"。.！!（）()").find(chars.back()) != std::u32string_view::npos) chars.pop_back();
    while (!chars.empty() && std::u32string_view(U"（(").find(chars.front()) != std::u32string_view::npos) chars.erase(0, 1);
    std::string out;
    for (const char32_t c : chars) utf8::append(out, c);
    return out;
}

const std::vector<std::string>& words_of(const Rule& rule, std::string_view name) {
    static const std::vector<std::string> none;
    const auto found = rule.words.find(name);
    return found == rule.words.end() ? none : found->second;
}

}  // namespace

// The six headings come from the format; a heading of their level inside a section is a seventh.
void check_chapters(const TextCheck& check) {
    for (const TextPiece& text : check.texts) {
        if (text.role == TextRole::heading && text.level == 1 && text.section != "attachments") {
            check.find(text, 0, text.chars.size());
        }
    }
}

// A part is there when a heading, or the beginning of a paragraph, has its word.
void check_sub_headings(const TextCheck& check) {
    const std::string& section = check.rule.section;
    std::string missing;
    for (const std::string& word : words_of(check.rule, "parts")) {
        const std::u32string sought = utf8::to_utf32(word);
        const bool there = std::any_of(check.texts.begin(), check.texts.end(), [&](const TextPiece& text) {
            const std::size_t at = text.chars.find(sought);
            return text.section == section && at != std::u32string::npos && (text.role == TextRole::heading || at < 12);
        });
        if (!there) missing += (missing.empty() ? "" : "、") + word;
    }
    if (!missing.empty()) check.find_at(pointer_of(check, section), missing, missing);
}

void check_empty_sections(const TextCheck& check) {
    const std::vector<std::string>& nothing = words_of(check.rule, "nothing");
    for (const Field& section : check.format.sections) {
        if (section.kind != FieldKind::narrative || !section.required) continue;
        std::vector<const TextPiece*> texts;
        for (const TextPiece& text : check.texts) {
            if (text.section == section.key) texts.push_back(&text);
        }
        if (texts.size() != 1) continue;
        const std::string said = without_stop(texts.front()->chars);
        if (std::find(nothing.begin(), nothing.end(), said) != nothing.end()) {
            check.find(*texts.front(), 0, texts.front()->chars.size());
        }
    }
}

}  // namespace nianbao::report

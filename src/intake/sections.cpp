// Heads of a text and sections of a format.
#include "intake/sections.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "intake/source_text.hpp"

namespace nianbao::intake {

namespace {

bool has_all(const std::u32string& text, std::u32string_view words) {
    for (;;) {
        const std::size_t bar = std::min(words.find(U'|'), words.size());
        if (!contains(text, words.substr(0, bar))) return false;
        if (bar == words.size()) return true;
        words.remove_prefix(bar + 1);
    }
}

}  // namespace

std::string section_of_head(const report::Format& format, const std::string& head) {
    const auto has = [&](std::string_view key) {
        return std::any_of(format.sections.begin(), format.sections.end(), [&](const report::Field& section) { return section.key == key; });
    };
    for (const report::Field& section : format.sections)
        if (section.label.text == head && !section.label.numeral.empty()) return section.key;
    const std::u32string text = utf8::to_utf32(head);
    for (const SectionWords& row : section_words())
        if (has(row.key) && has_all(text, row.words)) return std::string(row.key);
    return {};
}

}  // namespace nianbao::intake

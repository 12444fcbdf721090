// The parts of an annotation.
#include "document/ruby.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace nianbao::document {

namespace {

bool is_han(char32_t c) {
    return c == 0x3005 || c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

// Variation selectors and combining marks belong to the character before.
bool extends(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x300 && c <= 0x36F) ||
           (c >= 0x302A && c <= 0x302D);
}

}  // namespace

std::vector<std::string> syllables(std::string_view annotation) {
    std::vector<std::string> out;
    while (!annotation.empty()) {
        const std::size_t end = std::min(annotation.find(' '), annotation.size());
        if (end > 0) out.emplace_back(annotation.substr(0, end));
        annotation.remove_prefix(std::min(end + 1, annotation.size()));
    }
    return out;
}

std::vector<BasePiece> base_pieces(std::string_view text) {
    std::vector<BasePiece> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        const bool han = is_han(c);
        if (!out.empty() && (extends(c) || (!han && !out.back().han)))
            out.back().text = std::string_view(out.back().text.data(), out.back().text.size() + length);
        else
            out.push_back({text.substr(at, length), han});
        at += length;
    }
    return out;
}

std::size_t han_in(std::string_view text) {
    const std::vector<BasePiece> pieces = base_pieces(text);
    return static_cast<std::size_t>(std::count_if(pieces.begin(), pieces.end(), [](const BasePiece& p) { return p.han; }));
}

bool is_by_character(const TextRun& run) {
    if (run.ruby.kind == RubyKind::remark) return false;
    if (run.ruby.kind == RubyKind::bopomofo && side_of(run.ruby) == RubySide::usual) return true;
    if (run.ruby.by != RubyBy::by_count) return run.ruby.by == RubyBy::character;
    return run.ruby.kind != RubyKind::gloss && syllables(run.ruby.text).size() == han_in(run.text);
}

bool fits_its_base(const TextRun& run) {
    return !is_by_character(run) || syllables(run.ruby.text).size() == han_in(run.text);
}

RubySide side_of(const Ruby& ruby) {
    if (ruby.side != RubySide::usual) return ruby.side;
    return ruby.kind == RubyKind::bopomofo ? RubySide::usual : RubySide::above;
}

std::string language_of(const Ruby& ruby, const std::string& document) {
    if (!ruby.language.empty()) return ruby.language;
    switch (ruby.kind) {
    case RubyKind::pinyin: return "zh-Latn-pinyin";
    case RubyKind::bopomofo: return "zh-Bopo";
    case RubyKind::gloss:
    case RubyKind::remark: break;
    }
    return document;
}

}  // namespace nianbao::document

// The passes over one line that need no context beyond their neighbours.
#include "intake/clean.hpp"

#include <algorithm>

namespace nianbao::intake {

namespace {

constexpr std::u32string_view toned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";

bool is_pinyin_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || c == U'ü' || toned.find(c) != std::u32string_view::npos;
}

// One past the closing bracket of a reading that begins at `open`; `open` when there is none. Without
// a tone it may be a word: 客户端(app).
std::size_t reading_end(const SourceChars& chars, std::size_t open) {
    constexpr std::size_t longest = 6;  // zhuāng
    if (open >= chars.size() || chars[open].c != U'(') return open;
    bool tone = false;
    for (std::size_t i = open + 1; i < chars.size() && i <= open + longest + 1; ++i) {
        const char32_t c = chars[i].c;
        if (c == U')') return tone && i > open + 1 ? i + 1 : open;
        if (!is_pinyin_letter(c)) return open;
        tone = tone || toned.find(c) != std::u32string_view::npos;
    }
    return open;
}

bool is_text(char32_t c) { return is_han(c) || is_chinese_mark(c); }

char32_t before(const SourceChars& chars, std::size_t i) { return i == 0 ? 0 : chars[i - 1].c; }
char32_t after(const SourceChars& chars, std::size_t i) { return i + 1 < chars.size() ? chars[i + 1].c : 0; }

bool has_partner(const SourceChars& chars, std::size_t i) {
    return std::count_if(chars.begin(), chars.end(), [&](const SourceChar& each) { return each.c == chars[i].c; }) % 2 == 0;
}

bool has_closing(const SourceChars& chars, std::size_t open) { return find_any(chars, U")）", open) < chars.size(); }

bool is_stray(const SourceChars& chars, std::size_t i) {
    const char32_t c = chars[i].c, left = before(chars, i), right = after(chars, i);
    if (c == U'`' || c == U'\'') return is_text(left) && is_text(right) && !has_partner(chars, i);
    if (c == U'.') return is_han(left) && is_han(right);
    if (c == U'(' || c == U'（') return std::u32string_view(U",，、;；").find(right) != std::u32string_view::npos && !has_closing(chars, i);
    return false;
}

bool is_doubling(char32_t c) { return std::u32string_view(U",，、;；。:：").find(c) != std::u32string_view::npos; }

}  // namespace

void strip_pinyin(SourceLine& line, Notes& notes) {
    SourceChars out;
    for (std::size_t i = 0; i < line.chars.size(); ++i) {
        const SourceChar here = line.chars[i];
        const std::size_t end = reading_end(line.chars, i + 1);
        const bool reading = end > i + 1;
        const bool lost = reading && here.c == U'F' && characters_of(slice(line.chars, i + 1, end)) == U"(xiàn)";
        out.push_back(lost ? SourceChar{U'現', here.column} : here);
        if (!lost && !(reading && is_han(here.c))) continue;
        notes.count("IMPORT-PINYIN", line.number, line.chars[i + 1].column);
        i = end - 1;
    }
    line.chars = std::move(out);
}

void drop_strays(SourceLine& line, Notes& notes) {
    SourceChars out;
    for (std::size_t i = 0; i < line.chars.size(); ++i) {
        if (!is_stray(line.chars, i)) {
            out.push_back(line.chars[i]);
            continue;
        }
        notes.add("IMPORT-STRAY", Severity::warning, line.number, line.chars[i].column,
                  {{"found", utf8_of(slice(line.chars, i, i + 1))}});
    }
    line.chars = std::move(out);
}

void drop_doubled(SourceLine& line, Notes& notes) {
    SourceChars out;
    for (const SourceChar& each : line.chars) {
        if (!out.empty() && out.back().c == each.c && is_doubling(each.c)) {
            notes.count("IMPORT-DOUBLED", line.number, each.column);
            continue;
        }
        out.push_back(each);
    }
    line.chars = std::move(out);
}

void join_spaces(SourceLine& line, Notes& notes) {
    const SourceChars& chars = line.chars;
    SourceChars out;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        if (!is_space(chars[i].c)) {
            out.push_back(chars[i]);
            continue;
        }
        std::size_t end = i;
        while (end < chars.size() && is_space(chars[end].c)) ++end;
        const char32_t left = out.empty() ? 0 : out.back().c, right = end < chars.size() ? chars[end].c : 0;
        // Between Han and Latin the typesetter sets the gap (CLREQ 6.3.3); words of Latin keep theirs.
        if (is_text(left) || is_text(right)) notes.count("IMPORT-SPACE", line.number, chars[i].column);
        else out.push_back({U' ', chars[i].column});
        i = end - 1;
    }
    line.chars = std::move(out);
}

void mend_document_numbers(SourceLine& line, Notes& notes) {
    constexpr std::u32string_view opening = U"[［【（﹝", closing = U"]］】）﹞";
    SourceChars& chars = line.chars;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        const std::size_t kind = opening.find(chars[i].c);
        if (kind == std::u32string_view::npos || i + 6 >= chars.size() || chars[i + 5].c != closing[kind]) continue;
        const auto is_year = [&](std::size_t at) { return is_digit(chars[at].c) || chars[at].c == U'x' || chars[at].c == U'×'; };
        if (!is_year(i + 1) || !is_year(i + 2) || !is_year(i + 3) || !is_year(i + 4)) continue;
        std::size_t end = i + 6;
        while (end < chars.size() && (is_digit(chars[end].c) || chars[end].c == U'x' || chars[end].c == U'×')) ++end;
        if (end == i + 6 || end >= chars.size() || chars[end].c != U'号') continue;
        notes.count("IMPORT-YEAR-BRACKETS", line.number, chars[i].column);
        chars[i].c = U'〔';
        chars[i + 5].c = U'〕';
    }
}

void clean(SourceLine& line, Notes& notes) {
    strip_pinyin(line, notes);
    drop_strays(line, notes);
    join_spaces(line, notes);
    widen_marks(line, notes);
    drop_doubled(line, notes);
    mend_document_numbers(line, notes);
}

}  // namespace nianbao::intake

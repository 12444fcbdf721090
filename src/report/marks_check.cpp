// Checks of marks: placeholders, brackets of document numbers, halves without the other, ASCII marks in Chinese.
#include "report/check_texts.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"
#include "report/han.hpp"

namespace nianbao::report {

namespace {

std::string text_from(std::u32string_view chars) {
    std::string out;
    for (const char32_t c : chars) utf8::append(out, c);
    return out;
}

constexpr std::u32string_view blanks = U"xX×＊*_＿";  // what stands for something still to be written

std::size_t run_of_blanks(const std::u32string& chars, std::size_t at) {
    std::size_t end = at;
    while (end < chars.size() && is_one_of(chars[end], blanks)) ++end;
    return end - at;
}

// 20xx, 20__; ××县, xx中学; x年, x条; a rule of underscores; 【请填写…】. Not 3×4, 5x, Linux, xml.
bool is_placeholder(const std::u32string& chars, std::size_t at, std::size_t length) {
    const char32_t before = char_before(chars, at), after = char_at(chars, at + length);
    const bool letters = is_one_of(chars[at], U"xX");
    if (letters && (is_ascii_letter(before) || is_ascii_alnum(after))) return false;
    if (at >= 2 && length >= 2 && before == U'0' && chars[at - 2] == U'2' && !is_ascii_digit(char_before(chars, at - 2))) return true;
    if (is_ascii_digit(before) || is_ascii_digit(after)) return false;
    if (is_one_of(chars[at], U"_＿")) return length >= 3;
    if (length >= 2) return is_han(before) || is_han(after);
    return chars[at] != U'*' && chars[at] != U'＊' && is_one_of(after, U"年月日条件个次项人名") && !is_ascii_alnum(before);
}

struct Pair {
    char32_t open, close;
};
constexpr Pair pairs[] = {{U'“', U'”'}, {U'‘', U'’'}, {U'《', U'》'}, {U'〈', U'〉'}, {U'（', U'）'}, {U'〔', U'〕'}, {U'【', U'】'}, {U'「', U'」'}, {U'『', U'』'}};

const Pair* pair_of(char32_t c, bool open) {
    for (const Pair& pair : pairs) {
        if ((open ? pair.open : pair.close) == c) return &pair;
    }
    return nullptr;
}

// 1） at the beginning of an item, and the apostrophe of Latin words, close nothing.
bool closes_nothing(const std::u32string& chars, std::size_t at) {
    if (chars[at] == U'’') return true;
    return chars[at] == U'）' && at > 0 && at < 4 && is_ascii_digit(chars[at - 1]);
}

constexpr std::u32string_view year_open = U"[(（【﹝〔［", year_close = U"])）】﹞〕］";

struct DocumentNumber {
    std::size_t begin = 0, end = 0;
    std::u32string meant = {};
};

// A year in brackets of any kind and a number: [2021]30号, 〔2021〕第030号. Nothing at any other place.
std::optional<DocumentNumber> document_number_at(const std::u32string& chars, std::size_t at) {
    if (!is_one_of(chars[at], year_open) || !is_one_of(char_at(chars, at + 5), year_close)) return std::nullopt;
    const std::u32string year = chars.substr(at + 1, 4);
    if (!std::all_of(year.begin(), year.end(), is_ascii_digit) || (year[0] != U'1' && year[0] != U'2')) return std::nullopt;
    std::size_t next = at + 6;
    if (char_at(chars, next) == U'第') ++next;
    std::size_t end = next;
    while (is_ascii_digit(char_at(chars, end))) ++end;
    if (end == next || char_at(chars, end) != U'号') return std::nullopt;
    while (next + 1 < end && chars[next] == U'0') ++next;
    return DocumentNumber{at, end + 1, U"〔" + year + U"〕" + chars.substr(next, end - next) + U"号"};
}

// Whether a mark stands in Chinese writing: beside a Han character or a mark of Chinese.
bool is_chinese(char32_t c) { return is_han(c) || is_one_of(c, U"”’》〉）〕】“‘《〈（〔【，。；：！？、"); }

bool is_halfwidth_slip(const std::u32string& chars, std::size_t at) {
    const char32_t before = char_before(chars, at), after = char_at(chars, at + 1);
    switch (chars[at]) {
        case U',':
        case U';':
        case U'!':
        case U'?':
        case U':': return is_chinese(before) || (is_chinese(after) && !is_ascii_digit(before));
        case U'.': return is_chinese(before) && !is_ascii_alnum(after);
        case U'(':
        case U')':
        case U'"': return is_chinese(before) || is_chinese(after);
        default: return false;
    }
}

std::string fullwidth_of(char32_t c) {
    switch (c) {
        case U'.': return "。";
        case U'"': return "“”";
        default: return text_from(std::u32string(1, c - U'!' + U'！'));
    }
}

}  // namespace

void check_placeholders(const TextCheck& check) {
    constexpr std::u32string_view to_fill = U"【请填写";
    for (const TextPiece& text : check.texts) {
        for (std::size_t i = 0; i < text.chars.size();) {
            const std::size_t length = run_of_blanks(text.chars, i);
            if (length > 0 && is_placeholder(text.chars, i, length)) {
                check.find(text, i, length);
                break;  // one tells the office to look at the whole paragraph
            }
            if (std::u32string_view(text.chars).substr(i).starts_with(to_fill)) {
                check.find(text, i, to_fill.size());
                break;
            }
            i += std::max<std::size_t>(length, 1);
        }
    }
}

void check_document_numbers(const TextCheck& check) {
    for (const TextPiece& text : check.texts) {
        for (std::size_t i = 0; i < text.chars.size(); ++i) {
            const auto number = document_number_at(text.chars, i);
            if (!number) continue;
            const std::size_t length = number->end - number->begin;
            if (text.chars.substr(number->begin, length) != number->meant) check.find(text, i, length, text_from(number->meant));
            i = number->end - 1;
        }
    }
}

void check_unclosed(const TextCheck& check) {
    for (const TextPiece& text : check.texts) {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < text.chars.size(); ++i) {
            if (pair_of(text.chars[i], true) != nullptr) {
                open.push_back(i);
                continue;
            }
            const Pair* pair = pair_of(text.chars[i], false);
            if (pair == nullptr) continue;
            // What was opened inside and never closed is told, and what closes here is closed.
            const auto match = std::find_if(open.rbegin(), open.rend(), [&](std::size_t at) { return text.chars[at] == pair->open; });
            if (match == open.rend()) {
                if (!closes_nothing(text.chars, i)) check.find(text, i, 1, text_from(std::u32string(1, pair->open)));
                continue;
            }
            for (auto inner = match.base(); inner != open.end(); ++inner) {
                check.find(text, *inner, 1, text_from(std::u32string(1, pair_of(text.chars[*inner], true)->close)));
            }
            open.erase(match.base() - 1, open.end());
        }
        for (const std::size_t at : open) check.find(text, at, 1, text_from(std::u32string(1, pair_of(text.chars[at], true)->close)));
    }
}

// One finding for each text: the first place, which is enough to send the writer there.
void check_halfwidth(const TextCheck& check) {
    for (const TextPiece& text : check.texts) {
        for (std::size_t i = 0; i < text.chars.size(); ++i) {
            if (!is_halfwidth_slip(text.chars, i)) continue;
            check.find(text, i, 1, fullwidth_of(text.chars[i]));
            break;
        }
    }
}

}  // namespace nianbao::report

// Checks that the year and the organ are the same everywhere: what a copied report gets wrong.
#include "report/check_texts.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "report/han.hpp"

namespace nianbao::report {

namespace {

struct YearAt {
    std::size_t begin = 0;
    int year = 0;
};

// Every 20xx年 of a text.
std::vector<YearAt> years_in(const std::u32string& chars) {
    std::vector<YearAt> out;
    for (std::size_t at = chars.find(U'年'); at != std::u32string::npos; at = chars.find(U'年', at + 1)) {
        if (at < 4 || is_ascii_digit(char_before(chars, at - 4))) continue;
        int year = 0;
        bool sound = true;
        for (std::size_t i = at - 4; i < at; ++i) {
            sound = sound && is_ascii_digit(chars[i]);
            year = year * 10 + static_cast<int>(chars[i] - U'0');
        }
        if (sound && year >= 1949 && year <= 2100) out.push_back({at - 4, year});
    }
    return out;
}

bool continues_with(const std::u32string& chars, std::size_t at, std::u32string_view words) {
    return std::u32string_view(chars).substr(std::min(at, chars.size())).starts_with(words);
}

// Words that many organs have in their names.
constexpr std::u32string_view common_words[] = {U"人民政府", U"政府", U"办公室", U"办公厅", U"办事处", U"委员会", U"管理局", U"街道",
                                                U"中国", U"中华", U"管理", U"工作", U"中心"};

// Whether two names have two characters in a row in common that do not belong to every name.
bool share_a_name(std::u32string organ, std::u32string_view text) {
    for (const std::u32string_view word : common_words) {
        for (std::size_t at = organ.find(word); at != std::u32string::npos; at = organ.find(word)) {
            organ.replace(at, word.size(), 1, U'\n');
        }
    }
    for (std::size_t i = 0; i + 2 <= organ.size(); ++i) {
        const std::u32string_view pair = std::u32string_view(organ).substr(i, 2);
        if (pair.find(U'\n') == std::u32string_view::npos && text.find(pair) != std::u32string_view::npos) return true;
    }
    return false;
}

constexpr std::u32string_view place_marks = U"省市县区旗州盟镇乡";

// 澄岚县 of 澄岚县人民政府; nothing when the name begins with no place.
std::u32string place_of_organ(const std::u32string& organ) {
    for (std::size_t i = 2; i < organ.size(); ++i) {
        if (is_one_of(organ[i], place_marks)) return organ.substr(0, i + 1);
    }
    return {};
}

// The name that ends before `end`: Han characters back to a mark or a word that joins.
std::u32string name_before(const std::u32string& chars, std::size_t end, std::size_t& begin) {
    constexpr std::u32string_view joints = U"由在和与及是为向经请到对受从的以按据依就至本各全我该";
    begin = end;
    while (begin > 0 && end - begin < 12 && is_han(chars[begin - 1]) && !is_one_of(chars[begin - 1], joints)) --begin;
    return chars.substr(begin, end - begin);
}

}  // namespace

// A title may name several years (总结和计划); one of them is the report's.
void check_title_year(const TextCheck& check) {
    if (!check.data.year) return;
    std::optional<std::pair<const TextPiece*, YearAt>> wrong;
    for (const TextPiece& text : check.texts) {
        if (text.role != TextRole::title) continue;
        for (const YearAt& found : years_in(text.chars)) {
            if (found.year == *check.data.year) return;
            if (!wrong) wrong.emplace(&text, found);
        }
    }
    if (wrong) check.find(*wrong->first, wrong->second.begin, 4, std::to_string(*check.data.year));
}

// The statistic period, the name of the report in the preamble, and the year a section opens with.
void check_text_year(const TextCheck& check) {
    if (!check.data.year) return;
    std::string opened;
    for (const TextPiece& text : check.texts) {
        if (text.section.empty() || text.section == "attachments") continue;
        const bool opens = (text.role == TextRole::paragraph || text.role == TextRole::run_in) && opened != text.section;
        if (opens) opened = text.section;
        for (const YearAt& found : years_in(text.chars)) {
            if (found.year == *check.data.year) continue;
            const std::size_t after = found.begin + 5;
            const bool is_period = text.section == "preamble" && (continues_with(text.chars, after, U"1月1日") || continues_with(text.chars, after, U"12月31日"));
            const bool is_name = text.section == "preamble" && (continues_with(text.chars, after, U"政府信息公开工作年度报告") ||
                                                                continues_with(text.chars, after, U"度政府信息公开工作年度报告"));
            const bool is_opening = opens && found.begin == 0 && (continues_with(text.chars, after, U"，") || continues_with(text.chars, after, U","));
            if (is_period || is_name || is_opening) check.find(text, found.begin, 4, std::to_string(*check.data.year));
        }
    }
}

void check_title_organ(const TextCheck& check) {
    const std::u32string organ = utf8::to_utf32(check.data.organ);
    const TextPiece* first = nullptr;
    bool named = false;
    for (const TextPiece& text : check.texts) {
        if (text.role == TextRole::signature && check.data.signature && text.origin_at(0).pointer == check.data.signature->organ_origin.pointer &&
            text.chars != organ && !share_a_name(organ, text.chars)) {
            check.find(text, 0, text.chars.size(), check.data.organ);
        }
        if (text.role != TextRole::title) continue;
        if (first == nullptr) first = &text;
        named = named || text.chars.find(organ) != std::u32string::npos || share_a_name(organ, text.chars);
    }
    const bool own_words = first != nullptr && first->origin_at(0).pointer.starts_with("/title");
    // A title without a name (工作总结) is nobody else's: it names a place of its own.
    const bool names_a_place = own_words && std::any_of(first->chars.begin(), first->chars.end(), [](char32_t c) { return is_one_of(c, place_marks); });
    if (!named && names_a_place) check.find(*first, 0, first->chars.size(), check.data.organ);
}

// A government of the same level under another name: 青川县人民政府 in the preamble of 澄岚县.
void check_other_organ(const TextCheck& check) {
    const std::u32string organ = utf8::to_utf32(check.data.organ), place = place_of_organ(organ);
    if (place.empty()) return;
    constexpr std::u32string_view government = U"人民政府";
    for (const TextPiece& text : check.texts) {
        if (text.section != "preamble") continue;
        for (std::size_t at = text.chars.find(government); at != std::u32string::npos; at = text.chars.find(government, at + 1)) {
            std::size_t begin = 0;
            const std::u32string name = name_before(text.chars, at, begin);
            if (name.size() < 3 || name.back() != place.back() || is_one_of(name[name.size() - 2], place_marks)) continue;
            if (organ.find(name) != std::u32string::npos || name.find(place) != std::u32string::npos || share_a_name(organ, name)) continue;
            check.find(text, begin, name.size() + government.size(), check.data.organ);
        }
    }
}

}  // namespace nianbao::report

// What a text says of itself before it begins and after it ends.
#include "intake/front_matter.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "intake/numerals.hpp"

namespace nianbao::intake {

namespace {

constexpr std::size_t longest_title = 60, longest_organ = 30;

bool is_year(const std::u32string& text, std::size_t at) {
    if (at + 4 > text.size()) return false;
    for (std::size_t i = at; i < at + 4; ++i)
        if (!is_digit(text[i])) return false;
    return text.compare(at, 2, U"20") == 0 || text.compare(at, 2, U"19") == 0;
}

bool has_any(const std::u32string& text, std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return contains(text, word); });
}

// YYYY-MM-DD anywhere in the line.
std::string date_in(const std::u32string& text) {
    for (std::size_t i = 0; i + 10 <= text.size(); ++i) {
        const auto two = [&](std::size_t at) { return is_digit(text[at]) && is_digit(text[at + 1]); };
        if (is_year(text, i) && text[i + 4] == U'-' && two(i + 5) && text[i + 7] == U'-' && two(i + 8)) return utf8::to_utf8(text.substr(i, 10));
    }
    return {};
}

bool is_metadata(const SourceLine& line) {
    const std::u32string text = characters_of(line.chars);
    if (has_any(text, {U"来源：", U"來源：", U"发布日期", U"发布时间", U"发文日期", U"来源:", U"來源:"})) return line.size() <= longest_title;
    return !date_in(text).empty() && line.size() <= 16;  // the date, and a time
}

bool is_title(const SourceLine& line) {
    if (line.size() > longest_title || ends_sentence(line.back()) || numeral_of(line.chars)) return false;
    return has_any(characters_of(line.chars), {U"总结", U"總結", U"报告", U"報告", U"工作计划", U"工作計劃", U"年报", U"情况汇报"});
}

// The organ that a source line names.
std::string organ_of_source(const std::u32string& text) {
    std::size_t begin = text.find(U"来源");
    if (begin == std::u32string::npos) begin = text.find(U"來源");
    if (begin == std::u32string::npos) return {};
    begin += 3;  // and the colon
    std::size_t end = begin;
    while (end < text.size() && is_han(text[end])) ++end;
    return begin < end ? utf8::to_utf8(text.substr(begin, end - begin)) : std::string();
}

void read_metadata(const SourceLine& line, FrontMatter& matter, Notes& notes) {
    const std::u32string text = characters_of(line.chars);
    if (matter.issued.empty()) matter.issued = date_in(text);
    if (matter.organ.empty()) matter.organ = organ_of_source(text);
    notes.add("IMPORT-METADATA", Severity::information, line.number, line.chars.front().column,
              {{"found", shortened(utf8_of(line.chars))}});
}

// 〈organ〉2020年度… or 2020年〈organ〉政务公开…
std::string organ_of_title(const std::u32string& title) {
    std::size_t year = 0;
    while (year < title.size() && !is_year(title, year)) ++year;
    std::size_t begin = title.compare(0, 2, U"关于") == 0 ? 2 : 0, end = year;
    if (year == title.size() || year <= begin) {
        if (year == title.size()) year = 0;
        else {
            begin = year + 5;
            if (begin < title.size() && title[begin] == U'度') ++begin;
        }
        end = title.size();
        for (const std::u32string_view work : {U"政府信息", U"政务", U"政務", U"信息公开", U"校务", U"工作"})
            end = std::min(end, title.find(work, begin));
    }
    return begin < end && end <= title.size() ? utf8::to_utf8(title.substr(begin, end - begin)) : std::string();
}

void read_title(FrontMatter& matter) {
    std::u32string whole;
    for (const SourceLine& line : matter.title) whole += characters_of(line.chars);
    if (const std::string organ = organ_of_title(whole); !organ.empty()) {
        // 来源 often has the full name of what the title shortens: 岳阳县月田镇人民政府, 月田镇.
        if (matter.organ.find(organ) == std::string::npos) matter.organ = organ;
    }
    matter.year = year_in(whole);
}

// 县政务公开办：, alone on the first line of the text (GB/T 9704—2012 7.3.2).
void take_salutation(FrontMatter& matter) {
    SourceLines& body = matter.body;
    if (body.size() < 2 || numeral_of(body[0].chars) || numeral_of(body[1].chars) || body[0].size() > longest_organ) return;
    if (body[0].back() != U'：' && body[0].back() != U':') return;
    if (find_any(body[0].chars, U"，。；,;") < body[0].size()) return;
    matter.salutation = body[0];
    body.erase(body.begin());
}

// 2009年2月, 2025年1月20日, 20xx年1月, 二〇二五年一月.
bool is_date(const SourceLine& line) {
    const std::u32string text = characters_of(line.chars);
    if (text.size() < 6 || text.size() > 14) return false;
    for (const char32_t c : text)
        if (!is_digit(c) && !is_han_digit(c) && std::u32string_view(U"x×年月日 ").find(c) == std::u32string_view::npos) return false;
    return contains(text, U"年") && contains(text, U"月");
}

bool is_signing_organ(const SourceLine& line) {
    return line.size() <= longest_organ && !numeral_of(line.chars) && is_han(line.back()) &&
           find_any(line.chars, U"，。；：！？,;:!?") == line.size();
}

void take_signature(FrontMatter& matter) {
    SourceLines& body = matter.body;
    if (body.size() < 2 || !is_date(body.back())) return;
    matter.signature_date = body.back();
    body.pop_back();
    if (body.size() < 2 || !is_signing_organ(body.back())) return;
    matter.signature_organ = body.back();
    body.pop_back();
    if (matter.organ.empty()) matter.organ = utf8_of(matter.signature_organ->chars);
}

}  // namespace

std::optional<int> year_in(const std::u32string& text) {
    for (std::size_t i = 0; i + 5 <= text.size(); ++i)
        if (is_year(text, i) && text[i + 4] == U'年' && (i == 0 || !is_digit(text[i - 1]))) return std::stoi(utf8::to_utf8(text.substr(i, 4)));
    return std::nullopt;
}

FrontMatter front_matter_of(const SourceLines& lines, Notes& notes) {
    FrontMatter matter;
    std::size_t i = 0;
    for (; i < lines.size(); ++i) {
        if (is_metadata(lines[i])) read_metadata(lines[i], matter, notes);
        else if (is_title(lines[i]) && matter.title.size() < 2) matter.title.push_back(lines[i]);
        else break;
    }
    matter.body.assign(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end());
    if (!matter.title.empty()) read_title(matter);
    take_salutation(matter);
    take_signature(matter);
    if (!matter.year && !matter.body.empty() && !numeral_of(matter.body.front().chars))
        matter.year = year_in(characters_of(slice(matter.body.front().chars, 0, std::min<std::size_t>(matter.body.front().size(), 40))));
    return matter;
}

}  // namespace nianbao::intake

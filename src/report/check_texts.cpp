// Calls the checks of texts, one for each rule a format has, and makes their findings.
#include "report/check_texts.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "report/reading.hpp"

namespace nianbao::report {

namespace {

struct TextRule {
    RuleKind kind;
    void (*check)(const TextCheck&);
};
constexpr TextRule text_rules[] = {
    {RuleKind::chapter_in_section, check_chapters},     {RuleKind::sub_headings, check_sub_headings},
    {RuleKind::empty_section, check_empty_sections},    {RuleKind::title_year, check_title_year},
    {RuleKind::text_year, check_text_year},             {RuleKind::title_organ, check_title_organ},
    {RuleKind::other_organ, check_other_organ},         {RuleKind::placeholder, check_placeholders},
    {RuleKind::document_number, check_document_numbers}, {RuleKind::unclosed_mark, check_unclosed},
    {RuleKind::halfwidth_mark, check_halfwidth},        {RuleKind::deadline, check_deadline},
    {RuleKind::before_period_end, check_period_end},    {RuleKind::identity_number, check_identity_numbers},
    {RuleKind::mobile_number, check_mobile_numbers},    {RuleKind::bank_card, check_bank_cards},
};

constexpr std::size_t context = 8;        // characters quoted on either side
constexpr std::size_t shortest_number = 9;  // digits in a row that are masked

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::string quoted(const std::u32string& chars, std::size_t begin, std::size_t length) {
    // A number is masked as a whole before the quotation is cut out of it.
    const std::u32string safe = utf8::to_utf32(masked(chars));
    const std::size_t from = begin > context ? begin - context : 0;
    const std::size_t to = std::min(begin + length + context, safe.size());
    std::string out;
    for (std::size_t i = from; i < to; ++i) utf8::append(out, safe[i]);
    return (from > 0 ? "…" : "") + out + (to < safe.size() ? "…" : "");
}

}  // namespace

std::string masked(const std::u32string& chars) {
    std::u32string out = chars;
    for (std::size_t i = 0; i < out.size();) {
        std::size_t end = i;
        while (end < out.size() && is_digit(chars[end])) ++end;
        if (end - i >= shortest_number) {
            for (std::size_t k = i + 3; k + 2 < end; ++k) out[k] = U'*';
        }
        i = std::max(end, i + 1);
    }
    std::string text;
    for (const char32_t c : out) utf8::append(text, c);
    return text;
}

Finding& TextCheck::add(const Origin& origin, const std::string& section) const {
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.pointer = origin.pointer;
    const json::Position position = data.positions.find(origin.pointer);
    finding.line = position.line;
    finding.column = position.column;
    // The place is named by the keys of the format, whatever the report calls its sections.
    const std::size_t first = std::min(origin.pointer.find('/', 1), origin.pointer.size());
    finding.place = place_of(&format, section.empty() ? origin.pointer : "/" + section + origin.pointer.substr(first));
    finding.advice = rule.advice;
    out_.push_back(std::move(finding));
    return out_.back();
}

void TextCheck::find(const TextPiece& text, std::size_t begin, std::size_t length, const std::string& expected) const {
    Finding& finding = add(text.origin_at(begin), text.section);
    finding.expected = expected;
    finding.found = quoted(text.chars, begin, length);
    finding.sentence = fill(rule.says, {{"place", finding.place}, {"found", finding.found}, {"expected", expected}});
}

void TextCheck::find_masked(const TextPiece& text, std::size_t begin, const std::string& found) const {
    Finding& finding = add(text.origin_at(begin), text.section);
    finding.found = found;
    finding.sentence = fill(rule.says, {{"place", finding.place}, {"found", found}});
}

void TextCheck::find_at(const std::string& pointer, const std::string& found, const std::string& expected) const {
    Finding& finding = add({pointer, 0}, {});
    finding.expected = expected;
    finding.found = found;
    finding.sentence = fill(rule.says, {{"place", finding.place}, {"found", found}, {"expected", expected}});
}

void check_texts(const Report::Data& data, const Format& format, std::vector<Finding>& out) {
    const std::vector<TextPiece> texts = text_pieces_of(data, format);
    for (const Rule& rule : format.rules) {
        for (const TextRule& text_rule : text_rules) {
            if (text_rule.kind == rule.kind) text_rule.check(TextCheck(data, format, texts, rule, out));
        }
    }
}

}  // namespace nianbao::report

// 其中: parts that must add up to the whole, and what is said of the processing fee.
#include <algorithm>

#include "base/messages.hpp"
#include "base/utf8.hpp"
#include "report/format.hpp"
#include "report/narrative_parts.hpp"

namespace nianbao::report {

namespace {

using View = std::u32string_view;

const Rule* rule_of(const Format& format, RuleKind kind) {
    for (const Rule& rule : format.rules)
        if (rule.kind == kind) return &rule;
    return nullptr;
}

// The whole before 其中: the last number before it in the same sentence, close by.
const Quantity* whole_before(const std::vector<Quantity>& quantities, std::size_t place, View text) {
    constexpr std::size_t furthest = 6;
    const Quantity* whole = nullptr;
    for (const Quantity& quantity : quantities)
        if (quantity.end <= place) whole = &quantity;
    if (whole == nullptr || place - whole->end > furthest) return nullptr;
    return text.substr(whole->end, place - whole->end).find(U'。') == View::npos ? whole : nullptr;
}

struct Parts {
    std::vector<const Quantity*> items = {};
    bool complete = true;  // no 等, no rough number, no other unit, no list within
};

// The numbers of the list: to the end of the sentence 。, since parts are often parted by ；.
Parts parts_after(const std::vector<Quantity>& quantities, std::size_t place, const Quantity& whole, View text) {
    Parts parts;
    std::size_t end = text.find(U'。', place);
    end = std::min(end, text.find(U"其中", place + 2));
    // ；followed by another whole with its own parts belongs to that one.
    if (end != View::npos && end < text.size() && text[end] == U'其') end = text.rfind(U'；', end);
    const View list = text.substr(place, end == View::npos || end < place ? View::npos : end - place);
    parts.complete = list.find(U'等') == View::npos && list.find(U'（') == View::npos && list.find(U"比") == View::npos;
    for (const Quantity& quantity : quantities) {
        if (quantity.begin < place || quantity.begin >= place + list.size()) continue;
        if (quantity.unit != whole.unit || !quantity.count()) parts.complete = false;
        else parts.items.push_back(&quantity);
    }
    return parts;
}

// Amounts of 信息处理费, and its denial.
struct FeeWords {
    const ReportText* text = nullptr;
    std::size_t begin = 0, end = 0;
    std::string amount = {};  // "0" when none was charged
};

bool denies(View sentence) {
    for (const View word : {View(U"未收取"), View(U"没有收取"), View(U"未收费"), View(U"不收取"), View(U"未产生")})
        if (sentence.find(word) != View::npos) return true;
    return false;
}

// What one text says of the fee of its year; nothing when it is about rules or another year.
std::optional<FeeWords> fee_in(const ReportText& text, std::optional<int> year) {
    const std::size_t at = text.text.find(U"信息处理费");
    const std::size_t last = text.text.rfind(U"信息处理费");
    if (at == std::u32string::npos) return std::nullopt;
    const Stretch sentence = sentence_around(text.text, last);
    const View words = View(text.text).substr(sentence.begin, sentence.end - sentence.begin);
    if (is_of_another_year(text.text, last, year)) return std::nullopt;
    if (denies(words)) return FeeWords{&text, sentence.begin, sentence.end, "0"};
    for (const Quantity& quantity : quantities_of(text.text)) {
        if (quantity.begin < last || quantity.begin >= sentence.end) continue;
        if (quantity.unit != U"元" && quantity.unit != U"万元") continue;
        std::string digits = utf8::to_utf8(text.text.substr(quantity.begin, quantity.end - quantity.begin));
        if (quantity.value == 0) digits = "0";
        return FeeWords{&text, sentence.begin, quantity.end, digits};
    }
    return std::nullopt;
}

std::string quoted(const FeeWords& words) { return shortened(utf8::to_utf8(words.text->text.substr(words.begin, words.end - words.begin))); }

void add_fee_finding(const Rule& rule, const Format& format, const FeeWords& words, const std::string& expected, std::vector<Finding>& out) {
    Finding finding = narrative_finding(rule, format, *words.text, words.begin);
    finding.expected = expected;
    finding.found = words.amount;
    finding.sentence = fill(rule.says, {{"place", finding.place}, {"phrase", quoted(words)}, {"table", expected}});
    out.push_back(std::move(finding));
}

}  // namespace

void check_parts(const ReportText& text, const std::vector<Quantity>& quantities, const Rule& rule, const Format& format,
                 std::vector<Finding>& out) {
    constexpr std::size_t enough = 3;  // fewer parts rarely claim to be all
    for (std::size_t at = text.text.find(U"其中"); at != std::u32string::npos; at = text.text.find(U"其中", at + 2)) {
        const Quantity* whole = whole_before(quantities, at, text.text);
        if (whole == nullptr || !whole->count()) continue;
        const Parts parts = parts_after(quantities, at, *whole, text.text);
        std::int64_t sum = 0;
        for (const Quantity* item : parts.items) sum += *item->count();
        if (!parts.complete || parts.items.size() < enough || sum == *whole->count()) continue;
        Finding finding = narrative_finding(rule, format, text, whole->begin);
        finding.expected = std::to_string(sum);
        finding.found = std::to_string(*whole->count());
        finding.sentence = fill(rule.says, {{"place", finding.place}, {"phrase", phrase_around(text.text, *whole)}, {"table", sum},
                                            {"difference", std::max(sum, *whole->count()) - std::min(sum, *whole->count())}});
        out.push_back(std::move(finding));
    }
}

void check_fees(const Report::Data& data, std::vector<Finding>& out) {
    const Format& format = built_in_format(data.format);
    const Rule* twice = rule_of(format, RuleKind::narrative_fee);
    const Rule* rows = rule_of(format, RuleKind::narrative_fee_rows);
    const std::vector<ReportText> texts = texts_of(data);
    std::optional<FeeWords> first;
    for (const ReportText& text : texts) {
        const auto words = fee_in(text, data.year);
        if (!words) continue;
        if (twice != nullptr && first && first->amount != words->amount) add_fee_finding(*twice, format, *words, quoted(*first), out);
        if (!first) first = words;
        if (rows == nullptr || words->amount != "0") continue;
        const auto unpaid = sum_said(data, format, rows->narrative.front().sums.front());
        if (unpaid && *unpaid > 0) add_fee_finding(*rows, format, *words, std::to_string(*unpaid), out);
    }
}

}  // namespace nianbao::report

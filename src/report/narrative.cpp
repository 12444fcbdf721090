// Numbers said in the text against the tables.
#include "report/narrative.hpp"

#include <algorithm>

#include "base/messages.hpp"
#include "base/utf8.hpp"
#include "report/format.hpp"
#include "report/narrative_parts.hpp"

namespace nianbao::report {

namespace {

bool has_any(std::u32string_view text, const std::vector<std::u32string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::u32string& word) { return text.find(word) != std::u32string_view::npos; });
}

bool is_countable(const Quantity& quantity) {
    return quantity.count() && quantity.unit != U"%" && quantity.unit != U"％" && quantity.unit != U"元" && quantity.unit != U"万元" && quantity.unit != U"亿元";
}

// 行政复议 or 诉讼, whichever stands last before the place.
std::u32string subject_before(std::u32string_view text, std::size_t index) {
    const std::u32string_view before = text.substr(0, index);
    const std::size_t review = before.rfind(U"行政复议"), suit = before.rfind(U"诉讼");
    if (review == std::u32string_view::npos && suit == std::u32string_view::npos) return {};
    if (suit == std::u32string_view::npos) return U"行政复议";
    return review != std::u32string_view::npos && review > suit ? U"行政复议" : U"诉讼";
}

class NarrativeCheck {
public:
    NarrativeCheck(const Report::Data& data, std::vector<Finding>& out) : data_(data), format_(built_in_format(data.format)), out_(out) {}

    void run() {
        for (const ReportText& text : texts_of(data_)) {
            const std::vector<Quantity> quantities = quantities_of(text.text);
            for (std::size_t i = 0; i < quantities.size(); ++i) check_quantity(text, quantities, i);
            check_without_number(text);
            if (const Rule* rule = rule_of(RuleKind::narrative_sum)) check_parts(text, quantities, *rule, format_, out_);
        }
    }

private:
    const Rule* rule_of(RuleKind kind) const {
        for (const Rule& rule : format_.rules)
            if (rule.kind == kind) return &rule;
        return nullptr;
    }

    void check_quantity(const ReportText& text, const std::vector<Quantity>& quantities, std::size_t at) {
        const Quantity& quantity = quantities[at];
        if (!is_countable(quantity) || is_of_another_year(text.text, quantity.begin, data_.year)) return;
        for (const PhraseIndex::Entry& entry : format_.phrases.candidates(text.text, quantity)) {
            const Rule& rule = format_.rules[entry.rule];
            const NarrativeCase& each = rule.narrative[entry.narrative_case];
            if (!is_said(each.phrases[entry.phrase], text.text, quantity) || !is_meant(each, rule, text, quantity)) continue;
            compare(rule, each, text, quantity);
            if (at + 1 < quantities.size()) check_share(text, quantity, quantities[at + 1], rule);
            return;
        }
    }

    // Whether the words around the number make it what the case is about.
    bool is_meant(const NarrativeCase& each, const Rule& rule, const ReportText& text, const Quantity& quantity) const {
        const std::u32string_view whole = text.text;
        const Stretch sentence = sentence_around(whole, quantity.begin), full = full_sentence_around(whole, quantity.begin);
        if (has_any(whole.substr(sentence.begin, quantity.begin - sentence.begin), each.unless)) return false;
        const std::u32string_view around = rule.section == "disputes" ? whole.substr(full.begin, full.end - full.begin) : whole;
        if (!each.context.empty() && !has_any(around, each.context)) return false;
        return each.subject.empty() || subject_before(whole.substr(full.begin, quantity.begin - full.begin), quantity.begin - full.begin) == each.subject;
    }

    void compare(const Rule& rule, const NarrativeCase& each, const ReportText& text, const Quantity& quantity) {
        std::optional<std::int64_t> first;
        for (const std::vector<std::string>& cells : each.sums) {
            const auto sum = sum_said(data_, format_, cells);
            if (!sum) continue;
            if (*sum == *quantity.count()) return;
            if (!first) first = sum;
        }
        if (!first) return;  // the tables say nothing of it
        Finding finding = narrative_finding(rule, format_, text, quantity.begin);
        finding.expected = std::to_string(*first);
        finding.found = std::to_string(*quantity.count());
        finding.sentence = fill(rule.says, {{"place", finding.place}, {"phrase", phrase_around(text.text, quantity)}, {"table", *first}});
        out_.push_back(std::move(finding));
    }

    // 均获维持: what is said of all must hold of all in the table.
    void check_without_number(const ReportText& text) {
        for (const Rule& rule : format_.rules) {
            for (const NarrativeCase& each : rule.narrative) {
                if (each.whole.empty()) continue;
                for (const Phrase& phrase : each.phrases) check_all(rule, each, phrase, text);
            }
        }
    }

    void check_all(const Rule& rule, const NarrativeCase& each, const Phrase& phrase, const ReportText& text) {
        const auto at = find_phrase(phrase, text.text);
        if (!at) return;
        const Stretch full = full_sentence_around(text.text, *at);
        const std::u32string_view before = std::u32string_view(text.text).substr(full.begin, *at - full.begin);
        if (before.find(each.subject) == std::u32string_view::npos || !has_any(before, each.context)) return;
        const auto part = sum_said(data_, format_, each.sums.front()), whole = sum_said(data_, format_, each.whole);
        if (!part || !whole || *part == *whole) return;
        Finding finding = narrative_finding(rule, format_, text, *at);
        finding.expected = std::to_string(*part);
        finding.found = std::to_string(*whole);
        const Quantity words{.begin = *at, .end = std::min(*at + 4, full.end)};
        finding.sentence = fill(each.says, {{"place", finding.place}, {"phrase", phrase_around(text.text, words)}, {"table", *part}, {"said", *whole}});
        out_.push_back(std::move(finding));
    }

    void check_share(const ReportText& text, const Quantity& part, const Quantity& share, const Rule& rule) {
        const Rule* shares = rule_of(RuleKind::narrative_share);
        if (shares == nullptr || rule.section != shares->section || !is_share_of(text.text, part, share)) return;
        std::optional<std::int64_t> whole;
        for (const std::vector<std::string>& cells : shares->narrative.front().sums) {
            const auto sum = sum_said(data_, format_, cells);
            if (!sum || *sum == 0) continue;
            if (is_right_share(*part.count(), *sum, share)) return;
            if (!whole) whole = sum;
        }
        if (!whole) return;
        Finding finding = narrative_finding(*shares, format_, text, share.begin);
        finding.expected = written_share(*part.count(), *whole, share.decimals) + "%";
        finding.found = utf8::to_utf8(text.text.substr(share.begin, share.end - share.begin));
        finding.sentence = fill(shares->says, {{"place", finding.place}, {"phrase", phrase_around(text.text, share)},
                                               {"table", written_share(*part.count(), *whole, share.decimals)}});
        out_.push_back(std::move(finding));
    }

    const Report::Data& data_;
    const Format& format_;
    std::vector<Finding>& out_;
};

}  // namespace

void check_narrative(const Report::Data& data, std::vector<Finding>& out) {
    NarrativeCheck(data, out).run();
    check_fees(data, out);
}

}  // namespace nianbao::report

// Runs of characters that both years have.
#include "report/similarity_check.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/messages.hpp"
#include "report/format.hpp"
#include "report/text_pieces.hpp"

namespace nianbao::report {

namespace {

// Shorter runs are the phrases of the trade; sentences are longer.
constexpr std::size_t run_length = 12;
constexpr std::size_t shortest_text = 200;   // characters: less says nothing
constexpr std::size_t much = 40;             // of a hundred, from which auditors object (formats g.10)

bool is_counted(const TextPiece& piece) {
    return piece.role == TextRole::paragraph || piece.role == TextRole::item || piece.role == TextRole::run_in;
}

// A text without digits and white space.
std::u32string plain(const TextPiece& piece) {
    std::u32string out;
    for (const char32_t c : piece.chars)
        if (c > U' ' && !(c >= U'0' && c <= U'9')) out += c;
    return out;
}

using Runs = std::unordered_set<std::u32string>;

Runs runs_of(const std::vector<TextPiece>& pieces) {
    Runs runs;
    for (const TextPiece& piece : pieces) {
        if (!is_counted(piece)) continue;
        const std::u32string text = plain(piece);
        for (std::size_t i = 0; i + run_length <= text.size(); ++i) runs.insert(text.substr(i, run_length));
    }
    return runs;
}

// Characters of the text that stand in a run of last year's.
std::size_t repeated(const std::u32string& text, const Runs& last) {
    std::size_t count = 0, covered = 0;  // up to where characters are counted already
    for (std::size_t i = 0; i + run_length <= text.size(); ++i) {
        if (last.find(text.substr(i, run_length)) == last.end()) continue;
        count += i + run_length - std::max(i, covered);
        covered = i + run_length;
    }
    return count;
}

}  // namespace

void check_similarity(const Report::Data& data, const Report::Data& last, const Format& format, std::vector<Finding>& out) {
    const Rule* rule = find_rule(format, RuleKind::similarity, "");
    if (rule == nullptr) return;
    const Runs runs = runs_of(text_pieces_of(last, built_in_format(last.format)));
    std::size_t whole = 0, same = 0;
    const TextPiece* first = nullptr;
    const std::vector<TextPiece> pieces = text_pieces_of(data, format);
    for (const TextPiece& piece : pieces) {
        if (!is_counted(piece)) continue;
        if (first == nullptr) first = &piece;
        const std::u32string text = plain(piece);
        whole += text.size();
        same += repeated(text, runs);
    }
    if (whole < shortest_text) return;
    const std::size_t percent = same * 100 / whole;
    Finding finding;
    finding.rule = rule->id;
    finding.severity = percent >= much ? Severity::warning : Severity::information;
    finding.pointer = first->origin_at(0).pointer;
    finding.expected = "< " + std::to_string(much) + "%";
    finding.found = std::to_string(percent) + "%";
    finding.place = say("PLACE-REPORT");
    finding.sentence = fill(rule->says, {{"place", finding.place}, {"found", percent}, {"count", same}});
    finding.advice = rule->advice;
    out.push_back(std::move(finding));
}

}  // namespace nianbao::report

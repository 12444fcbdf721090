// Which of thousands of phrases may stand around a number.
#include "report/phrase_index.hpp"

#include <algorithm>

namespace nianbao::report {

std::uint32_t PhraseIndex::step(std::uint32_t node, char32_t c) const {
    for (const auto& [each, next] : nodes_[node].next) {
        if (each == c) return next;
    }
    return 0;
}

void PhraseIndex::add(const Phrase& phrase, Entry entry) {
    if (!phrase.number) return;
    std::uint32_t node = 0;
    if (!phrase.before.empty()) {
        const std::u32string& word = phrase.before.back();
        for (auto c = word.rbegin(); c != word.rend(); ++c) {
            std::uint32_t next = step(node, *c);
            if (next == 0) {
                next = static_cast<std::uint32_t>(nodes_.size());
                nodes_.emplace_back();
                nodes_[node].next.emplace_back(*c, next);
            }
            node = next;
        }
    }
    nodes_[node].entries.push_back(entry);
}

std::vector<PhraseIndex::Entry> PhraseIndex::candidates(std::u32string_view text, const Quantity& quantity) const {
    std::vector<Entry> out = nodes_.front().entries;
    // Once for every end the last word may have before the number.
    for (std::size_t end = quantity.begin; end > 0; --end) {
        std::uint32_t node = 0;
        for (std::size_t i = end; i > 0; --i) {
            node = step(node, text[i - 1]);
            if (node == 0) break;
            out.insert(out.end(), nodes_[node].entries.begin(), nodes_[node].entries.end());
        }
        const std::size_t gap = quantity.begin - end;
        if (gap == nearest_gap || parts_thoughts(text[end - 1])) break;
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace nianbao::report

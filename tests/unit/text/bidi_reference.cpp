// UAX #9 rule by rule.
#include "bidi_reference.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace nianbao::text {
namespace {

using Names = std::vector<std::string>;

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in(line.substr(0, line.find('#')));
    for (std::string field; std::getline(in, field, ';');) {
        field.erase(0, field.find_first_not_of(' '));
        field.erase(field.find_last_not_of(" \r") + 1);
        fields.push_back(field);
    }
    return fields;
}

char32_t code(const std::string& hexadecimal) {
    return static_cast<char32_t>(std::stoul(hexadecimal, nullptr, 16));
}

const std::set<std::string> initiators{"LRI", "RLI", "FSI"};
bool is_isolate(const std::string& c) {
    return initiators.count(c) > 0 || c == "PDI";
}
bool is_neutral(const std::string& c) {
    return c == "B" || c == "S" || c == "WS" || c == "ON" || is_isolate(c);
}
std::string direction(int level) {
    return level % 2 == 0 ? "L" : "R";
}

constexpr std::size_t none = static_cast<std::size_t>(-1);

// BD9: the PDI of each isolate initiator.
std::vector<std::size_t> matching(const Names& classes) {
    std::vector<std::size_t> match(classes.size(), none), open;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (initiators.count(classes[i])) open.push_back(i);
        if (classes[i] != "PDI" || open.empty()) continue;
        match[open.back()] = i;
        match[i] = open.back();
        open.pop_back();
    }
    return match;
}

struct Status {
    int level;
    std::string override_;
    bool isolate;
};

// One isolating run sequence (BD13): places in the text, with their classes to be resolved.
struct Sequence {
    std::vector<std::size_t> at = {};
    std::string sos = {}, eos = {};
};

void weak(Names& c, const Names& original, const Sequence& s) {
    const auto strong_before = [&](std::size_t i) {
        while (i-- > 0)
            if (c[i] == "L" || c[i] == "R" || c[i] == "AL") return c[i];
        return s.sos;
    };
    for (std::size_t i = 0; i < c.size(); ++i) // W1
        if (c[i] == "NSM") c[i] = i == 0 ? s.sos : is_isolate(original[i - 1]) ? "ON" : c[i - 1];
    for (std::size_t i = 0; i < c.size(); ++i) // W2
        if (c[i] == "EN" && strong_before(i) == "AL") c[i] = "AN";
    for (std::string& name : c) // W3
        if (name == "AL") name = "R";
    for (std::size_t i = 1; i + 1 < c.size(); ++i) { // W4
        if (c[i - 1] != c[i + 1]) continue;
        if (c[i] == "ES" && c[i - 1] == "EN") c[i] = "EN";
        if (c[i] == "CS" && (c[i - 1] == "EN" || c[i - 1] == "AN")) c[i] = c[i - 1];
    }
    for (std::size_t i = 0; i < c.size();) { // W5
        std::size_t end = i;
        while (end < c.size() && c[end] == "ET") ++end;
        const bool number = (i > 0 && c[i - 1] == "EN") || (end < c.size() && c[end] == "EN");
        for (std::size_t k = i; number && k < end; ++k) c[k] = "EN";
        i = end + 1;
    }
    for (std::string& name : c) // W6
        if (name == "ES" || name == "ET" || name == "CS") name = "ON";
    for (std::size_t i = 0; i < c.size(); ++i) // W7
        if (c[i] == "EN" && strong_before(i) == "L") c[i] = "L";
}

std::string as_strong(const std::string& c) {
    return c == "L" ? "L" : c == "R" || c == "EN" || c == "AN" ? "R" : "";
}

void pair_resolved(Names& c, const Names& original, std::size_t opening, std::size_t closing, const std::string& to) {
    for (std::size_t at : {opening, closing}) {
        c[at] = to;
        for (++at; at < c.size() && original[at] == "NSM"; ++at) c[at] = to;
    }
}

// N0 for one pair, by what stands in it and before it.
void resolve_pair(Names& c, const Names& original, const Sequence& s, std::pair<std::size_t, std::size_t> pair, const std::string& own) {
    bool other = false;
    for (std::size_t i = pair.first + 1; i < pair.second; ++i) {
        const std::string strong = as_strong(c[i]);
        if (strong == own) return pair_resolved(c, original, pair.first, pair.second, own);
        other = other || !strong.empty();
    }
    if (!other) return;
    std::string before = s.sos;
    for (std::size_t i = pair.first; i-- > 0;)
        if (!as_strong(c[i]).empty()) {
            before = as_strong(c[i]);
            break;
        }
    pair_resolved(c, original, pair.first, pair.second, before);
}

void neutral(Names& c, const Sequence& s, const std::string& own) {
    for (std::size_t i = 0; i < c.size();) {
        std::size_t end = i;
        while (end < c.size() && is_neutral(c[end])) ++end;
        const std::string before = i == 0 ? s.sos : as_strong(c[i - 1]);
        const std::string after = end == c.size() ? s.eos : as_strong(c[end]);
        for (std::size_t k = i; k < end; ++k) c[k] = before == after ? before : own; // N1, N2
        i = end + 1;
    }
}

} // namespace

BidiReference::BidiReference() {
    std::ifstream data("/usr/share/unicode/UnicodeData.txt"), pairs("/usr/share/unicode/BidiBrackets.txt");
    for (std::string line; std::getline(data, line);) {
        const auto f = fields_of(line);
        if (f.size() < 5) continue;
        if (f[1].ends_with("Last>"))
            classes_.back().last = code(f[0]);
        else
            classes_.push_back({code(f[0]), code(f[0]), f[4]});
    }
    for (std::string line; std::getline(pairs, line);)
        if (const auto f = fields_of(line); f.size() >= 3 && f[2] != "n") brackets_.push_back({code(f[0]), code(f[1]), f[2] == "o"});
    if (brackets_.empty()) classes_.clear();
}

std::string BidiReference::class_of(char32_t c) const {
    const auto after = std::upper_bound(classes_.begin(), classes_.end(), c, [](char32_t value, const Range& r) { return value < r.first; });
    return after == classes_.begin() || std::prev(after)->last < c ? "L" : std::prev(after)->name;
}

const BidiReference::Bracket* BidiReference::bracket(char32_t c) const {
    for (const Bracket& b : brackets_)
        if (b.character == c) return &b;
    return nullptr;
}

// P2 and P3 on [begin, end): 1 when R or AL comes first.
int BidiReference::first_strong(const Names& classes, std::size_t begin, std::size_t end) const {
    int inside = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if (initiators.count(classes[i])) ++inside;
        if (classes[i] == "PDI" && inside > 0) --inside;
        if (inside > 0) continue;
        if (classes[i] == "L") return 0;
        if (classes[i] == "R" || classes[i] == "AL") return 1;
    }
    return 0;
}

// X1 to X8: levels, and the classes that overrides give.
void BidiReference::embed(const Names& original, int base, Names& classes, std::vector<int>& level) const {
    const std::vector<std::size_t> match = matching(original);
    std::vector<Status> stack{{base, "", false}};
    int over_isolate = 0, over_embedding = 0, isolates = 0;
    const auto take = [&](std::size_t i) {
        level[i] = stack.back().level;
        if (!stack.back().override_.empty()) classes[i] = stack.back().override_;
    };
    for (std::size_t i = 0; i < original.size(); ++i) {
        const std::string& c = original[i];
        const bool embeds = c == "RLE" || c == "LRE" || c == "RLO" || c == "LRO", isolate = initiators.count(c) > 0;
        if (embeds || isolate) {
            const std::size_t end = match[i] == none ? original.size() : match[i];
            const bool right = c[0] == 'R' || (c == "FSI" && first_strong(original, i + 1, end) == 1);
            if (isolate) take(i);
            const int top = stack.back().level;
            const int next = right ? top + 1 + top % 2 : top + 2 - top % 2;
            if (next <= 125 && over_isolate == 0 && over_embedding == 0) {
                isolates += isolate ? 1 : 0;
                stack.push_back({next, c == "RLO" ? "R" : c == "LRO" ? "L" : "", isolate});
            } else if (isolate) {
                ++over_isolate;
            } else if (over_isolate == 0) {
                ++over_embedding;
            }
        } else if (c == "PDI") {
            if (over_isolate > 0) {
                --over_isolate;
            } else if (isolates > 0) {
                over_embedding = 0;
                while (!stack.back().isolate) stack.pop_back();
                stack.pop_back();
                --isolates;
            }
            take(i);
        } else if (c == "PDF") {
            if (over_isolate > 0) continue;
            if (over_embedding > 0) --over_embedding;
            else if (!stack.back().isolate && stack.size() >= 2) stack.pop_back();
        } else if (c == "B") {
            level[i] = base;
        } else if (c != "BN") {
            take(i);
        }
    }
}

namespace {

// X10: runs of one level, joined over isolates, with what stands at their ends.
std::vector<Sequence> sequences(const Names& original, const std::vector<int>& level, int base) {
    const std::vector<std::size_t> match = matching(original);
    std::vector<std::size_t> kept, run_of(level.size(), none);
    std::vector<std::vector<std::size_t>> runs;
    for (std::size_t i = 0; i < level.size(); ++i) {
        if (level[i] == BidiReference::removed) continue;
        if (kept.empty() || level[i] != level[kept.back()]) runs.emplace_back();
        kept.push_back(i);
        runs.back().push_back(i);
        run_of[i] = runs.size() - 1;
    }
    const auto beside = [&](std::size_t place, bool after) {
        const auto at = std::lower_bound(kept.begin(), kept.end(), place);
        if (after) return at + 1 == kept.end() ? base : level[*(at + 1)];
        return at == kept.begin() ? base : level[*(at - 1)];
    };
    std::vector<Sequence> found;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const std::size_t head = runs[r].front();
        if (original[head] == "PDI" && match[head] != none) continue;
        Sequence s;
        std::size_t last = none;
        for (std::size_t next = r; next != none;) {
            s.at.insert(s.at.end(), runs[next].begin(), runs[next].end());
            last = runs[next].back();
            const bool goes_on = initiators.count(original[last]) && match[last] != none;
            next = goes_on ? run_of[match[last]] : none;
        }
        s.sos = direction(std::max(level[head], beside(head, false)));
        s.eos = direction(std::max(level[head], initiators.count(original[last]) ? base : beside(last, true)));
        found.push_back(std::move(s));
    }
    return found;
}

} // namespace

// BD16: with a stack of 63.
std::vector<std::pair<std::size_t, std::size_t>>
BidiReference::pairs(const std::u32string& text, const Names& c, const std::vector<std::size_t>& at) const {
    const auto canonical = [](char32_t ch) { return ch == 0x2329 ? char32_t{0x3008} : ch == 0x232A ? char32_t{0x3009} : ch; };
    std::vector<std::pair<std::size_t, std::size_t>> found;
    std::vector<std::pair<char32_t, std::size_t>> open;
    for (std::size_t k = 0; k < c.size(); ++k) {
        const Bracket* b = c[k] == "ON" ? bracket(text[at[k]]) : nullptr;
        if (!b) continue;
        if (b->opens) {
            if (open.size() == 63) return {};
            open.emplace_back(canonical(b->pair), k);
            continue;
        }
        for (std::size_t o = open.size(); o-- > 0;) {
            if (open[o].first != canonical(b->character)) continue;
            found.emplace_back(open[o].second, k);
            open.resize(o);
            break;
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<int> BidiReference::levels(const std::u32string& text, int base) const {
    Names classes;
    for (const char32_t c : text) classes.push_back(class_of(c));
    const Names original = classes;
    std::vector<int> level(text.size(), removed);
    embed(original, base, classes, level);
    for (const Sequence& s : sequences(original, level, base)) {
        Names c;
        for (const std::size_t i : s.at) c.push_back(classes[i]);
        const Names first = c;
        const std::string own = direction(level[s.at.front()]);
        weak(c, first, s);
        for (const auto& pair : pairs(text, c, s.at)) resolve_pair(c, first, s, pair, own);
        neutral(c, s, own);
        for (std::size_t k = 0; k < c.size(); ++k) { // I1, I2
            int& l = level[s.at[k]];
            if (l % 2 == 0) l += c[k] == "R" ? 1 : c[k] == "L" ? 0 : 2;
            else l += c[k] == "R" ? 0 : 1;
        }
    }
    return level;
}

std::vector<int>
BidiReference::on_line(const std::u32string& text, std::vector<int> levels, int base, std::size_t begin, std::size_t end) const {
    bool trailing = true;
    for (std::size_t i = end; i-- > begin;) {
        const std::string c = class_of(text[i]);
        const bool separator = c == "S" || c == "B";
        if (separator) trailing = true;
        if (levels[i] == removed) continue;
        if (trailing && (separator || c == "WS" || is_isolate(c))) levels[i] = base;
        else trailing = false;
    }
    return levels;
}

std::vector<std::size_t> BidiReference::order(
    const std::u32string& text, const std::vector<int>& paragraph, int base, std::size_t begin, std::size_t end
) const {
    const std::vector<int> levels = on_line(text, paragraph, base, begin, end);
    std::vector<std::size_t> order;
    int highest = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if (levels[i] == removed) continue;
        order.push_back(i);
        highest = std::max(highest, levels[i]);
    }
    for (int level = highest; level > 0; --level) // L2
        for (auto from = order.begin(); from != order.end();) {
            const auto low = [&](std::size_t i) { return levels[i] < level; };
            from = std::find_if_not(from, order.end(), low);
            const auto to = std::find_if(from, order.end(), low);
            std::reverse(from, to);
            from = to;
        }
    return order;
}

} // namespace nianbao::text

// Text → user-perceived characters, each Han writing or Latin writing.
#include "text/itemize.hpp"

#include "base/utf8.hpp"
#include "text/class_set.hpp"
#include "text/grapheme_break.hpp"
#include "text/writing.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

class Segmenter {
public:
    explicit Segmenter(std::size_t bytes) { graphemes_.reserve(bytes / 2 + 1); }

    void add(const StyledRun& run, std::uint32_t index) {
        GraphemeBreaker breaker;
        for (std::size_t at = 0; at < run.text.size();) {
            const auto [c, length] = utf8::decode(run.text, at);
            const auto end = static_cast<std::uint32_t>(at + length);
            const bool begins = breaker.begins(c);
            if (begins && (at == 0 || !doubles(c)))
                graphemes_.push_back(
                    {index, static_cast<std::uint32_t>(at), end, c, class_of(c), false, 1, 1}
                );
            else
                extend(end, begins);
            at = end;
        }
    }

    std::vector<Grapheme> take() { return std::move(graphemes_); }

private:
    void extend(std::uint32_t end, bool doubled) {
        Grapheme& last = graphemes_.back();
        last.end = end;
        if (last.length < 0xFF) ++last.length; // more than that says no more
        if (doubled) ++last.characters;
    }

    // —— and …… are one sign of two ems, never divided (CLREQ 5.4.1).
    bool doubles(char32_t c) const {
        const Grapheme& last = graphemes_.back();
        return (c == U'—' || c == U'…' || c == U'⋯') && last.base == c && last.length == 1;
    }

    std::vector<Grapheme> graphemes_;
};

enum class Strong : std::uint8_t { none, han, latin };

class Resolver {
public:
    explicit Resolver(std::vector<Grapheme>& graphemes) : graphemes_(graphemes) {}

    void run() {
        writings_.reserve(graphemes_.size());
        bool undecided = false;
        for (Grapheme& g : graphemes_) {
            const Writing writing = writing_of(g.base);
            writings_.push_back(writing);
            g.han = writing == Writing::han;
            undecided = undecided || writing == Writing::quote || writing == Writing::shared ||
                        writing == Writing::technical;
        }
        if (!undecided) return;
        find_context();
        for (std::size_t i = 0; i < graphemes_.size(); ++i) {
            if (writings_[i] == Writing::shared) graphemes_[i].han = shared_is_han(i);
            if (writings_[i] == Writing::technical) graphemes_[i].han = !touches_latin(i);
        }
        resolve_quotes();
    }

private:
    // Letters decide, digits do not: 10—20 is Chinese writing in a Chinese sentence.
    Strong strong(std::size_t i) const {
        if (writings_[i] == Writing::han) return Strong::han;
        return writings_[i] == Writing::latin && graphemes_[i].kind == C::letter ? Strong::latin
                                                                                 : Strong::none;
    }

    void find_context() {
        const std::size_t size = graphemes_.size();
        before_.resize(size);
        after_.resize(size);
        Strong last = Strong::none;
        for (std::size_t i = 0; i < size; ++i) {
            before_[i] = last;
            if (strong(i) != Strong::none) last = strong(i);
        }
        last = Strong::none;
        for (std::size_t i = size; i-- > 0;) {
            after_[i] = last;
            if (strong(i) != Strong::none) last = strong(i);
        }
    }

    static bool latin_context(Strong before, Strong after) {
        if (before == Strong::han || after == Strong::han) return false;
        return before == Strong::latin || after == Strong::latin;
    }

    bool shared_is_han(std::size_t i) const {
        if (graphemes_[i].base == U'–') return !touches_latin(i);
        return !latin_context(before_[i], after_[i]);
    }

    bool is_latin_word(std::size_t i) const {
        return writings_[i] == Writing::latin &&
               (graphemes_[i].kind == C::letter || graphemes_[i].kind == C::digit);
    }
    bool touches_latin(std::size_t i) const {
        return (i > 0 && is_latin_word(i - 1)) ||
               (i + 1 < graphemes_.size() && is_latin_word(i + 1));
    }

    // A pair is one: Chinese when there is Han before it, in it or after it; an apostrophe is of
    // its word.
    void resolve_quotes() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < graphemes_.size(); ++i) {
            if (writings_[i] != Writing::quote) continue;
            graphemes_[i].han = !latin_context(before_[i], after_[i]);
            const char32_t c = graphemes_[i].base;
            const bool apostrophe = c == U'’' && i > 0 && i + 1 < graphemes_.size() &&
                                    is_latin_word(i - 1) && is_latin_word(i + 1);
            if (apostrophe) {
                graphemes_[i].han = false;
                continue;
            }
            if (graphemes_[i].kind == C::opening) {
                open.push_back(i);
                continue;
            }
            const char32_t partner = c == U'”' ? U'“' : U'‘';
            while (!open.empty() && graphemes_[open.back()].base != partner)
                open.pop_back();
            if (open.empty()) continue;
            const std::size_t begin = open.back();
            open.pop_back();
            const bool han = graphemes_[begin].han || graphemes_[i].han;
            graphemes_[begin].han = graphemes_[i].han = han;
        }
    }

    std::vector<Grapheme>& graphemes_;
    std::vector<Writing> writings_;
    std::vector<Strong> before_, after_;
};

} // namespace

std::vector<Grapheme> itemize(std::span<const StyledRun> runs) {
    std::size_t bytes = 0;
    for (const StyledRun& run : runs)
        bytes += run.text.size();
    Segmenter segmenter(bytes);
    for (std::size_t i = 0; i < runs.size(); ++i)
        segmenter.add(runs[i], static_cast<std::uint32_t>(i));
    std::vector<Grapheme> graphemes = segmenter.take();
    Resolver(graphemes).run();
    return graphemes;
}

} // namespace nianbao::text

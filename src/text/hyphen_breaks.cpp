// Divisions of Latin words as breaks that show a hyphen.
#include "text/composer.hpp"

#include <algorithm>

#include "text/break_rule_tables.hpp"
#include "text/hyphenate.hpp"

namespace nianbao::text {
namespace {

class WordDivider {
public:
    explicit WordDivider(Composer& composer)
        : composer_(composer), clusters_(composer.text.clusters) {}

    // Addresses break at their joints only; a word with a sign or a digit at its side is part of
    // something that is no word.
    void run() {
        for (std::size_t begin = 0; begin < clusters_.size();) {
            std::size_t end = begin;
            while (end < clusters_.size() && is_latin(end) &&
                   clusters_[end].run == clusters_[begin].run)
                ++end;
            if (end > begin && !looks_like_address(source(begin, end))) divide_words(begin, end);
            begin = std::max(end, begin + 1);
        }
    }

private:
    bool is_latin(std::size_t i) const {
        const CharClass kind = class_of(clusters_[i].first);
        const bool drawn = clusters_[i].glyph_begin < clusters_[i].glyph_end;
        return drawn && !clusters_[i].han && kind != CharClass::space;
    }
    bool is_letter(std::size_t i) const {
        return class_of(clusters_[i].first) == CharClass::letter && clusters_[i].first >= U'A';
    }
    static bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }

    std::string_view source(std::size_t begin, std::size_t end) const {
        const std::string_view run = composer_.text.runs[clusters_[begin].run].text;
        const std::uint32_t from = clusters_[begin].text_begin;
        return run.substr(from, clusters_[end - 1].text_end - from);
    }

    void divide_words(std::size_t begin, std::size_t end) {
        constexpr ClassSet tied{CharClass::digit, CharClass::hyphen, CharClass::solidus, CharClass::connector};
        for (std::size_t i = begin; i < end;) {
            std::size_t after = i;
            while (after < end && is_letter(after))
                ++after;
            const bool before_ties = i > begin && tied.has(class_of(clusters_[i - 1].first));
            const bool after_ties = after < end && tied.has(class_of(clusters_[after].first));
            if (after > i && !before_ties && !after_ties) divide(i, after);
            i = std::max(after, i + 1);
        }
    }

    // Not GDP, not iPhone: capitals inside say that this is a name.
    void divide(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin + 1; i < end; ++i)
            if (is_capital(clusters_[i].first)) return;
        const Cluster& first = clusters_[begin];
        const std::string& language = composer_.text.runs[first.run].language;
        for (const std::size_t at : word_divisions(source(begin, end), language)) {
            for (std::size_t i = begin + 1; i < end; ++i)
                if (clusters_[i].text_begin == first.text_begin + at) allow(i);
        }
    }

    void allow(std::size_t boundary) {
        Break& here = composer_.breaks[boundary];
        const Cluster& before = clusters_[boundary - 1];
        const Hyphen hyphen = composer_.hyphen_after(before);
        if (here.kind != BreakKind::forbidden || hyphen.glyph == 0) return;
        here = {BreakKind::allowed, LineEnd::hyphen};
        composer_.spacing.end_trim[boundary - 1] -= hyphen.width.count();
    }

    Composer& composer_;
    const std::vector<Cluster>& clusters_;
};

} // namespace

void Composer::add_hyphen_breaks() {
    WordDivider(*this).run();
}

Hyphen Composer::hyphen_after(const Cluster& cluster) const {
    if (!text.faces[cluster.face]) return {U'-', cluster.size / 3}; // texts of tests without a font
    const FontFace& face = *text.faces[cluster.face];
    const std::uint32_t glyph = face.glyph_of(U'-');
    return {glyph, cluster.size.scaled(face.advance(glyph), 1000)};
}

} // namespace nianbao::text

// Numbers stay whole; a number and its measure word, 第三条 and 〔2024〕12号 stay together if they
// can.
#include "text/break_opportunities.hpp"

#include <algorithm>
#include <string>

#include "text/break_rule_tables.hpp"

namespace nianbao::text {
namespace {

using C = CharClass;

class NumberKeeper {
public:
    explicit NumberKeeper(BreakPass& pass) : pass_(pass), size_(pass.units.size()) {}

    void run() {
        for (std::size_t i = 0; i < size_;) {
            if (pass_.classes[i] == C::digit) {
                const std::size_t end = number_end(i);
                keep_whole(i, end);
                keep_before(i);
                keep_after(end);
                keep_document_number(i, end);
                i = end;
            } else if (class_at(i) == C::letter && !pass_.units[i].han) {
                i = keep_title(i);
            } else {
                if (pass_.units[i].han) keep_han_number(i);
                ++i;
            }
        }
    }

private:
    C class_at(std::size_t i) const { return i < size_ ? pass_.classes[i] : C::newline; }
    char32_t character(std::size_t i) const { return i < size_ ? pass_.units[i].character : 0; }

    void discourage(std::size_t boundary, LineEnd end) {
        Break& here = pass_.breaks[boundary];
        if (here.kind == BreakKind::allowed && here.penalty() < penalty_of(end)) here.end = end;
    }
    void forbid(std::size_t boundary) {
        if (pass_.breaks[boundary].kind == BreakKind::allowed) pass_.breaks[boundary] = {};
    }

    // Digits, and , . : - / · between digits: 1,234.5 15:24 0517-83605210 3·15
    std::size_t number_end(std::size_t i) const {
        constexpr ClassSet inner{C::separator, C::hyphen, C::solidus, C::interpunct, C::glue};
        while (class_at(i) == C::digit) {
            ++i;
            const bool thin =
                character(i) == 0x2009 || character(i) == 0x2006; // GB/T 15835: 12 345
            if ((thin || inner.has(class_at(i))) && class_at(i + 1) == C::digit) ++i;
        }
        return i;
    }

    void keep_whole(std::size_t begin, std::size_t end) {
        for (std::size_t b = begin + 1; b < end; ++b)
            forbid(b);
    }

    // A hyphen that is a sign belongs to its number: the line may break before it (-8).
    void keep_before(std::size_t begin) {
        if (begin == 0) return;
        const C before = class_at(begin - 1);
        if (before == C::hyphen) {
            forbid(begin);
            constexpr ClassSet ends{C::han, C::nonstarter, C::pause, C::stop, C::closing};
            const bool sign =
                begin >= 2 && pass_.units[begin - 2].han && ends.has(class_at(begin - 2));
            if (sign) pass_.breaks[begin - 1] = {BreakKind::allowed};
        }
        // 10—20: the second half of a range.
        constexpr ClassSet range{C::dash, C::connector};
        if (range.has(before) && begin >= 2 && class_at(begin - 2) == C::digit)
            discourage(begin, LineEnd::unit);
        if (character(begin - 1) == U'第' || character(begin - 1) == U'约')
            discourage(begin, LineEnd::unit);
        const char32_t c = character(begin - 1);
        if ((c == U'年' || c == U'月') && begin >= 2 && class_at(begin - 2) == C::digit)
            discourage(begin, LineEnd::date);
    }

    void keep_after(std::size_t end) {
        if (class_at(end) == C::space) keep_unit_across_space(end + 1);
        const bool compatibility_unit =
            character(end) >= 0x3371 && character(end) <= 0x33DF; // ㎡ ㎏
        if (compatibility_unit) forbid(end);
        while (class_at(end) == C::postfix)
            ++end;
        // 1.加强: a numeral does not stand alone at a line end.
        if (character(end) == U'.' && class_at(end + 1) == C::han) discourage(end + 1, LineEnd::unit);
        keep_measure(end, LineEnd::unit);
    }

    // 12|万|余|件: every joint from the number to its measure word.
    void keep_measure(std::size_t i, LineEnd end) {
        for (; i < size_ && pass_.units[i].han; ++i) {
            const char32_t c = character(i);
            const bool measure = is_measure_word(c);
            if (!measure && !is_approximation(c)) return;
            // 50多|家: what 多 leaves to the next line is less than a number.
            discourage(i, i > 0 && is_approximation(character(i - 1)) ? LineEnd::approximate : end);
            if (measure && !is_han_numeral(c)) return;
        }
    }

    // 5 km (CLREQ 6.1.2.2: value and unit stay, also across a space).
    void keep_unit_across_space(std::size_t begin) {
        std::string word;
        std::size_t i = begin;
        for (; i < size_ && !pass_.units[i].han &&
               (class_at(i) == C::letter || class_at(i) == C::solidus);
             ++i)
            word.push_back(static_cast<char>(character(i) < 0x80 ? character(i) : U'?'));
        if (is_unit_symbol(word)) {
            forbid(begin);
            for (std::size_t b = begin + 1; b < i; ++b)
                forbid(b);
        }
    }

    // Mr. Smith, No. 5: the end of the word that begins here.
    std::size_t keep_title(std::size_t begin) {
        std::string word;
        std::size_t i = begin;
        for (; class_at(i) == C::letter && character(i) < 0x80; ++i)
            word.push_back(static_cast<char>(character(i)));
        if (character(i) == U'.' && class_at(i + 1) == C::space && is_title(word)) discourage(i + 2, LineEnd::unit);
        return std::max(i, begin + 1);
    }

    // 国办公开办函〔2021〕30号
    void keep_document_number(std::size_t begin, std::size_t end) {
        if (begin == 0 || character(begin - 1) != U'〔' || character(end) != U'〕') return;
        discourage(begin - 1, LineEnd::unit);
        if (class_at(end + 1) == C::digit) discourage(end + 1, LineEnd::unit);
    }

    // 第三十二条, 二〇二四年, 十二件
    void keep_han_number(std::size_t i) {
        const bool ordinal = character(i) == U'第' && is_han_numeral(character(i + 1));
        if (!ordinal && !is_han_numeral(character(i))) return;
        const LineEnd split = ordinal ? LineEnd::unit : LineEnd::numeral;
        std::size_t end = i + 1;
        while (is_han_numeral(character(end)))
            discourage(end++, split);
        if (is_measure_word(character(end))) discourage(end, split);
    }

    BreakPass& pass_;
    std::size_t size_;
};

} // namespace

void keep_numbers(BreakPass& pass) {
    NumberKeeper(pass).run();
}

} // namespace nianbao::text

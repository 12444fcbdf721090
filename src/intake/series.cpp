// Lists and headings told apart.
#include "intake/series.hpp"

#include "intake/outline.hpp"

namespace nianbao::intake {

namespace {

bool has_head(const SourceLine& line) {
    const Numeral numeral = numeral_of(line.chars);
    return head_end(line.chars, numeral) < line.size() || !ends_sentence(line.back());
}

// The next member of a series of 一是 after line i: paragraphs may stand between, headings may not.
std::size_t next_counted(const SourceLines& lines, std::size_t i, int number) {
    for (std::size_t next = i + 1; next < lines.size(); ++next) {
        const Numeral numeral = member_numeral(lines, next, NumeralStyle::counted);
        if (numeral.style == NumeralStyle::counted) return numeral.number == number || numeral.number == 0 ? next : lines.size();
        if (numeral || is_table_line(lines[next])) return lines.size();
    }
    return lines.size();
}

Series counted_series(const SourceLines& lines, std::size_t i) {
    Series series{.style = NumeralStyle::counted, .members = {i}, .is_list = false};
    if (numeral_of(lines[i].chars).number != 1) return series;
    for (int number = 2;; ++number) {
        const std::size_t next = next_counted(lines, series.members.back(), number);
        if (next == lines.size()) break;
        series.members.push_back(next);
    }
    series.is_list = series.members.size() > 1;
    return series;
}

// 1. 2. 3. in lines that follow each other.
Series numbered_series(const SourceLines& lines, std::size_t i, NumeralStyle style) {
    Series series{.style = style, .members = {}, .is_list = false};
    std::size_t heads = 0;
    for (std::size_t at = i; at < lines.size(); ++at) {
        const Numeral numeral = numeral_of(lines[at].chars);
        if (numeral.style != style || numeral.number != static_cast<int>(series.members.size()) + 1) break;
        series.members.push_back(at);
        if (has_head(lines[at])) ++heads;
    }
    series.is_list = series.members.size() > 1 && heads * 2 < series.members.size();
    return series;
}

}  // namespace

Numeral member_numeral(const SourceLines& lines, std::size_t i, NumeralStyle style) {
    const Numeral numeral = numeral_of(lines[i].chars);
    if (numeral || style != NumeralStyle::counted || i == 0) return numeral;
    // 一是… / 是进一步… / 三是…: the 二 was lost.
    const bool rest = lines[i].front() == U'是' && lines[i].size() > 1 && is_han(lines[i].chars[1].c);
    const int before = numeral_of(lines[i - 1].chars).number;
    const Numeral after = i + 1 < lines.size() ? numeral_of(lines[i + 1].chars) : Numeral{};
    const bool between = numeral_of(lines[i - 1].chars).style == NumeralStyle::counted && after.style == NumeralStyle::counted &&
                         after.number == before + 2;
    if (!rest || !between) return numeral;
    return {.style = NumeralStyle::counted, .number = 0, .end = 1, .usual = false};
}

Series series_at(const SourceLines& lines, std::size_t i) {
    const Numeral numeral = numeral_of(lines[i].chars);
    switch (numeral.style) {
        case NumeralStyle::counted: return counted_series(lines, i);
        case NumeralStyle::point:
        case NumeralStyle::subpoint:
        case NumeralStyle::circled: return numbered_series(lines, i, numeral.style);
        case NumeralStyle::none:
        case NumeralStyle::chapter:
        case NumeralStyle::section: break;
    }
    return {};
}

}  // namespace nianbao::intake

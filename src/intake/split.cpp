// Reports that stand one after the other in one text.
#include <nianbao/intake.hpp>

#include "intake/decode.hpp"
#include "intake/furniture.hpp"
#include "intake/numerals.hpp"

namespace nianbao {

namespace {

using namespace intake;

constexpr std::size_t shortest_opening = 40;  // 下一步工作打算： before 一、 opens no report

bool is_first_chapter(const SourceLine& line) {
    const Numeral numeral = numeral_of(line.chars);
    return numeral.style == NumeralStyle::chapter && numeral.number == 1;
}

bool is_opening(const SourceLine& line) { return !numeral_of(line.chars) && line.size() >= shortest_opening; }

}  // namespace

std::vector<LineRange> split_reports(std::string_view bytes) {
    const DecodedText decoded = decode(bytes);
    SourceLines lines;
    for (SourceLine& line : lines_of(decoded.text)) {
        trim(line.chars);
        if (!line.empty()) lines.push_back(std::move(line));
    }
    std::size_t head = 0;
    while (head < lines.size() && is_furniture(lines[head].chars, Zone::head)) ++head;
    if (head == lines.size()) head = 0;
    std::vector<LineRange> ranges{{.first = lines[head].number, .last = lines.back().number}};
    bool chapter_seen = false;
    for (std::size_t i = head; i < lines.size(); ++i) {
        if (!is_first_chapter(lines[i])) continue;
        const bool again = chapter_seen;
        chapter_seen = true;
        if (!again) continue;
        const bool opening = i > 0 && is_opening(lines[i - 1]);
        const bool chapter_before = i > 0 && numeral_of(lines[i - 1].chars).level() > 0;
        if (!opening && !chapter_before) continue;
        const int begin = opening ? lines[i - 1].number : lines[i].number;
        ranges.back().last = begin - 1;
        ranges.push_back({.first = begin, .last = lines.back().number});
    }
    return ranges;
}

}  // namespace nianbao

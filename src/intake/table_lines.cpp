// Pasted tables, cell by cell.
#include "intake/table_lines.hpp"

#include <algorithm>

namespace nianbao::intake {

namespace {

SourceChars trimmed(SourceChars chars) {
    trim(chars);
    return chars;
}

bool is_bar(char32_t c) { return c == U'|' || c == U'｜'; }

bool is_dash_row(const std::vector<SourceChars>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const SourceChars& cell) {
        return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](const SourceChar& each) { return each.c == U'-' || each.c == U':'; });
    });
}

}  // namespace

bool is_table_line(const SourceLine& line) {
    SourceChars chars = line.chars;
    trim(chars);
    if (chars.size() > 1 && is_bar(chars.front().c)) return find_any(chars, U"|｜", 1) < chars.size();
    return find_any(chars, U"\t") < chars.size() || (find_any(line.chars, U"\t") < line.chars.size() && !chars.empty() && line.chars.back().c == U'\t');
}

TableLine cells_of(const SourceLine& line) {
    SourceChars chars = line.chars;
    while (!chars.empty() && chars.back().c == U' ') chars.pop_back();
    std::size_t begin = 0;
    while (begin < chars.size() && chars[begin].c == U' ') ++begin;
    const bool bars = begin < chars.size() && is_bar(chars[begin].c);
    if (bars) ++begin;
    if (bars && chars.size() > begin && is_bar(chars.back().c)) chars.pop_back();
    TableLine out{.number = line.number, .cells = {}};
    for (;;) {
        const std::size_t end = find_any(chars, bars ? U"|｜" : U"\t", begin);
        out.cells.push_back(trimmed(slice(chars, begin, end)));
        if (end == chars.size()) break;
        begin = end + 1;
    }
    if (is_dash_row(out.cells)) out.cells.clear();
    return out;
}

}  // namespace nianbao::intake

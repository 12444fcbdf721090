// The structure of a text, line after line.
#include "intake/outline.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "document/numbering.hpp"
#include "intake/series.hpp"

namespace nianbao::intake {

namespace {

constexpr std::size_t longest_head = 40, longest_colon_head = 30;

// 四、…减免情况暂不收费。: a head that ran into its text where a line end was lost. Where it ends; 0 when
// it does not look like that.
std::size_t fused_head_end(const SourceChars& chars) {
    const std::u32string text = characters_of(chars);
    if (text.empty() || text.back() != U'。' || text.find(U'。') + 1 != text.size()) return 0;
    const std::size_t at = text.find(U"情况");
    if (at == std::u32string::npos || at + 2 >= text.size()) return 0;
    const std::size_t end = at + 2;
    const bool goes_on = std::u32string_view(U"及的和与、，。：；（”").find(text[end]) != std::u32string_view::npos;
    return goes_on ? 0 : end;
}

class Outliner {
public:
    Outliner(const SourceLines& lines, const OutlineOptions& options, Notes& notes) : lines_(lines), options_(options), notes_(notes) {}

    std::vector<OutlineBlock> run() {
        for (std::size_t i = 0; i < lines_.size();) i = take(i);
        return std::move(blocks_);
    }

private:
    // Takes what begins at line i; returns the line after it.
    std::size_t take(std::size_t i) {
        if (is_table_line(lines_[i])) return take_table(i);
        if (const Series series = series_at(lines_, i); series.is_list) return take_list(series);
        const Numeral numeral = numeral_of(lines_[i].chars);
        if (numeral.level() > 0) take_heading(lines_[i], numeral);
        else take_paragraph(lines_[i]);
        return i + 1;
    }

    std::size_t take_table(std::size_t i) {
        OutlineBlock block{.kind = OutlineBlock::Kind::table, .line = lines_[i].number};
        for (; i < lines_.size() && is_table_line(lines_[i]); ++i) {
            TableLine line = cells_of(lines_[i]);
            if (!line.cells.empty()) block.table.push_back(std::move(line));
        }
        blocks_.push_back(std::move(block));
        return i;
    }

    void take_paragraph(const SourceLine& line) {
        blocks_.push_back({.kind = OutlineBlock::Kind::paragraph, .line = line.number, .text = utf8_of(line.chars)});
    }

    std::size_t take_list(const Series& series) {
        OutlineBlock block{.kind = OutlineBlock::Kind::list, .line = lines_[series.members.front()].number};
        block.list_style = list_style(series);
        std::size_t member = 0;
        for (std::size_t i = series.members.front(); i <= series.members.back(); ++i) {
            if (i != series.members[member]) {  // goes on with the item before
                block.items.back().push_back(utf8_of(lines_[i].chars));
                continue;
            }
            ++member;
            const Numeral numeral = member_numeral(lines_, i, series.style);
            tell_of_form(lines_[i], numeral);
            block.items.push_back({utf8_of(slice(lines_[i].chars, numeral.end, lines_[i].size()))});
        }
        blocks_.push_back(std::move(block));
        return series.members.back() + 1;
    }

    std::string list_style(const Series& series) const {
        switch (series.style) {
            case NumeralStyle::counted: return "一是";
            case NumeralStyle::circled: return "①";
            case NumeralStyle::subpoint: return "（1）";
            case NumeralStyle::point:
            case NumeralStyle::none:
            case NumeralStyle::chapter:
            case NumeralStyle::section: break;
        }
        const bool pause = options_.keep && lines_[series.members.front()].chars[1].c == U'、';
        return pause ? "1、" : "1.";
    }

    void tell_of_form(const SourceLine& line, const Numeral& numeral) {
        if (numeral.number == 0)
            notes_.add("IMPORT-NUMERAL-LOST", Severity::warning, line.number, line.chars.front().column);
        else if (!numeral.usual && !options_.keep)
            notes_.add("IMPORT-NUMERAL", Severity::information, line.number, line.chars.front().column,
                       {{"found", utf8::to_utf8(written(line.chars, numeral))}});
    }

    void take_heading(const SourceLine& line, const Numeral& numeral) {
        OutlineBlock block{.kind = OutlineBlock::Kind::heading, .line = line.number, .level = numeral.level()};
        tell_of_form(line, numeral);
        count(block, line, numeral);
        const SourceChars text = slice(line.chars, numeral.end, line.size());
        const std::size_t fused = numeral.style == NumeralStyle::chapter ? fused_head_end(text) : 0;
        const std::size_t end = fused > 0 ? fused : head_end(line.chars, numeral) - numeral.end;
        block.text = utf8_of(slice(text, 0, end));
        std::string rest = utf8_of(slice(text, end, text.size()));
        const bool apart = fused > 0;
        if (!apart) block.run_in = rest;
        blocks_.push_back(std::move(block));
        if (!apart) return;
        notes_.add("IMPORT-HEAD-FUSED", Severity::warning, line.number, text[end].column, {{"found", shortened(blocks_.back().text)}});
        blocks_.push_back({.kind = OutlineBlock::Kind::paragraph, .line = line.number, .text = std::move(rest)});
    }

    // The numeral that will be generated is the text's own, or the block says otherwise.
    void count(OutlineBlock& block, const SourceLine& line, const Numeral& numeral) {
        const auto level = static_cast<std::size_t>(block.level - 1);
        const bool again = numeral.number == 1 && counts_[level] > 0;
        if (again) counts_[level] = 0;
        block.restart = again;
        ++counts_[level];
        for (std::size_t lower = level + 1; lower < counts_.size(); ++lower) counts_[lower] = 0;
        if (again) notes_.add("IMPORT-RESTART", Severity::information, line.number, line.chars.front().column);
        const bool differs = numeral.number != 0 && numeral.number != counts_[level];
        if (differs) {
            block.numeral = document::heading_numeral(block.level, numeral.number);
            notes_.add("IMPORT-NUMERAL-ORDER", Severity::warning, line.number, line.chars.front().column,
                       {{"expected", document::heading_numeral(block.level, counts_[level])}, {"found", *block.numeral}});
        }
        if (options_.keep && !numeral.usual) block.numeral = utf8::to_utf8(written(line.chars, numeral));
    }

    const SourceLines& lines_;
    const OutlineOptions& options_;
    Notes& notes_;
    std::array<int, 4> counts_ = {};
    std::vector<OutlineBlock> blocks_;
};

}  // namespace

std::size_t head_end(const SourceChars& chars, const Numeral& numeral) {
    const std::size_t stop = find_any(chars, U"。：:", numeral.end);
    if (stop + 1 >= chars.size()) return chars.size();
    const bool colon = chars[stop].c != U'。';
    const std::size_t length = stop - numeral.end;
    if (length == 0 || length > (colon ? longest_colon_head : longest_head)) return chars.size();
    if (colon && find_any(chars, U"，,", numeral.end) < stop) return chars.size();
    return stop + 1;
}

std::vector<OutlineBlock> outline_of(const SourceLines& lines, const OutlineOptions& options, Notes& notes) {
    return Outliner(lines, options, notes).run();
}

}  // namespace nianbao::intake

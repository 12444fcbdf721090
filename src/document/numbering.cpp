// Ordinals (序数): how numbers are written before headings and list items.
#include "document/numbering.hpp"

#include <cassert>
#include <cstddef>
#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/utf8.hpp"

namespace nianbao::document {

namespace {

constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};

// ① to ⑳, ㉑ to ㉟, ㊱ to ㊿; nothing beyond 50 in Unicode.
std::string circled_number(int number) {
    const auto n = static_cast<char32_t>(number);
    std::string out;
    if (number <= 20) utf8::append(out, U'\u2460' + n - 1);
    else if (number <= 35) utf8::append(out, U'\u3251' + n - 21);
    else if (number <= 50) utf8::append(out, U'\u32B1' + n - 36);
    return out;
}

[[noreturn]] void fail_numeral(std::string_view id, std::string_view style, int number) {
    throw LayoutError(std::string(id), "", say(id, {{"style", style}, {"number", number}}), {}, {});
}

}  // namespace

std::string chinese_number(int number) {
    assert(number > 0 && number <= 9999);
    constexpr std::array<std::pair<int, std::string_view>, 4> places = {
        {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
    std::string out;
    bool gap = false;
    for (const auto& [value, name] : places) {
        const int digit = number / value % 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += digits[0];
        gap = false;
        const bool leading_ten = out.empty() && value == 10 && digit == 1;  // 十二, not 一十二
        if (!leading_ten) out += digits[static_cast<std::size_t>(digit)];
        out += name;
    }
    return out;
}

std::string heading_numeral(int level, int number) {
    assert(level >= 1 && level <= 4);
    constexpr std::array<std::string_view, 4> styles = {"一、", "（一）", "1.", "（1）"};
    return list_numeral(styles[static_cast<std::size_t>(level - 1)], number);
}

std::string list_numeral(std::string_view style, int number) {
    struct Sample {
        std::string_view mark;
        std::string written;
    };
    const std::array<Sample, 3> samples = {{{"1", std::to_string(number)},
                                            {"①", circled_number(number)},
                                            {"一", number <= 9999 ? chinese_number(number) : ""}}};
    for (const Sample& sample : samples) {
        const std::size_t at = style.find(sample.mark);
        if (at == std::string_view::npos) continue;
        if (sample.written.empty()) fail_numeral("LIST-TOO-LONG", style, number);
        std::string out(style);
        return out.replace(at, sample.mark.size(), sample.written);
    }
    fail_numeral("LIST-STYLE", style, number);
}

std::string HeadingCounter::next(const Heading& heading) {
    if (heading.level < 1 || heading.level > 4)
        throw LayoutError("HEADING-LEVEL", heading.origin.pointer,
                          say("HEADING-LEVEL", {{"level", heading.level}, {"text", heading.text.plain()}}), {}, {});
    const auto level = static_cast<std::size_t>(heading.level - 1);
    if (heading.restart) counts_[level] = 0;
    if (!heading.numeral || !heading.numeral->empty()) {
        ++counts_[level];
        for (std::size_t lower = level + 1; lower < counts_.size(); ++lower) counts_[lower] = 0;
    }
    return heading.numeral ? *heading.numeral : heading_numeral(heading.level, counts_[level]);
}

Document numbered(Document document) {
    HeadingCounter counter;
    for (Block& block : document.blocks)
        if (auto* heading = std::get_if<Heading>(&block)) heading->numeral = counter.next(*heading);
    return document;
}

}  // namespace nianbao::document

// What holds for every text and every option: edges, numbers, the measure, and the text itself.
#include <catch2/catch.hpp>

#include <random>

#include "base/utf8.hpp"
#include "fixed_text.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

// Not the tables of the library: GB/T 15834 5.1 and CLREQ 6.1.1, written down again.
const std::u32string never_first = U"，。、．；：？！”’）》〉】〕〗」』］｝～·％‰℃々〃";
const std::u32string never_last = U"“‘（《〈【〔〖「『［｛￥№§";

bool has(const std::u32string& set, char32_t c) {
    return set.find(c) != std::u32string::npos;
}
bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

class RandomText {
public:
    explicit RandomText(std::uint32_t seed) : random_(seed) {}

    std::string make() {
        std::string text;
        for (int i = 0; i < 60; ++i)
            text += piece();
        return text + "结束";
    }
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_()) % count; }

private:
    std::string one_of(const std::u32string& set) { return utf8::to_utf8(set.substr(below(static_cast<std::uint32_t>(set.size())), 1)); }
    std::string han() {
        std::string text;
        for (std::uint32_t n = 1 + below(5); n > 0; --n)
            text += one_of(U"政府信息公开工作年度报告依申请行政复议第条件号三十");
        return text;
    }
    std::string piece() {
        static const std::vector<std::string> whole{
            "2024年", "1,234件", "12.5%", "36℃", "〔2024〕12号", "information", "government", "GDP",
            "——", "……", "“一件事”", "（见附件）", "《条例》", "1—3月", "A4", "12 km", " ", "￥3.20元", "·", "～",
            "／", "www.gov.cn", "不”）。", "？！"};
        const std::uint32_t kind = below(10);
        if (kind < 6) return han();
        if (kind < 8) return one_of(U"，。、；：");
        return whole[below(static_cast<std::uint32_t>(whole.size()))];
    }

    std::mt19937 random_;
};

void check_edges(const std::u32string& before, const std::u32string& after, const LineStyle& style) {
    if (style.edges == EdgeLevel::none) return;
    if (!style.edges_may_yield) CHECK_FALSE(has(never_first, after.front()));
    CHECK_FALSE(has(never_last, before.back()));
    CHECK_FALSE((is_digit(before.back()) && is_digit(after.front())));
    CHECK(after.front() != U'／');
    if (style.edges != EdgeLevel::basic) CHECK(before.back() != U'／');
    if (style.edges == EdgeLevel::strict) CHECK_FALSE((after.front() == U'—' || after.front() == U'…'));
    CHECK_FALSE((before.back() == U'—' && after.front() == U'—'));
    CHECK_FALSE((before.back() == U'…' && after.front() == U'…'));
}

// What stands at a line edge: spaces hang and are not seen, the hyphen shown is none of the text.
std::u32string seen(std::string text) {
    std::u32string characters = utf8::to_utf32(text);
    while (!characters.empty() && (characters.back() == U' ' || characters.back() == 0xAD))
        characters.pop_back();
    return characters;
}

bool is_lone_sign(const std::u32string& characters) {
    return characters == U"——" || characters == U"……";
}

// A line may stay short only where two ems between any two Han of it would not have filled it.
bool only_holes_would_fill(const std::u32string& characters, Length missing) {
    const auto is_han = [](char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; };
    std::int32_t pairs = 0;
    for (std::size_t i = 1; i < characters.size(); ++i)
        pairs += is_han(characters[i - 1]) && is_han(characters[i]) ? 1 : 0;
    return missing > em(2.0 * pairs);
}

std::string without_soft_hyphen(std::string text) {
    if (text.ends_with("\xC2\xAD")) text.resize(text.size() - 2);
    return text;
}

void check_lines(const std::string& text, const LineOptions& options) {
    CAPTURE(text, options.measure.count());
    const auto lines = break_lines(fixed_text(text), options);
    std::string all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        CAPTURE(i, text_of(line));
        all += line.end == LineEnd::hyphen ? without_soft_hyphen(text_of(line)) : text_of(line);
        const std::u32string characters = seen(text_of(line));
        // One sign alone cannot be adjusted.
        const bool adjustable = characters.size() > 1 && !is_lone_sign(characters);
        if (adjustable) CHECK(line.width <= options.measure);
        if (line.last) continue;
        if (adjustable && line.width != options.measure)
            CHECK(only_holes_would_fill(characters, options.measure - line.width));
        if (line.hung > Length{}) CHECK(has(U"，、。", characters.back()));
        CHECK(line.hung <= em(0.5));
        if (line.end != LineEnd::emergency) check_edges(characters, seen(text_of(lines[i + 1])), options.style);
    }
    CHECK(all == text);
}

LineStyle style_of(std::uint32_t bits) {
    LineStyle style;
    style.edges = static_cast<EdgeLevel>(bits & 3);
    style.mark_widths = static_cast<MarkWidths>(bits >> 2 & 3);
    style.break_mode = static_cast<BreakMode>(bits >> 4 & 1);
    style.hanging_marks = (bits >> 5 & 1) != 0;
    style.hyphenation = (bits >> 6 & 1) != 0;
    style.latin_on_grid = (bits >> 7 & 1) != 0;
    style.han_latin_gap.shown = (bits >> 8 & 1) == 0;
    style.stops_squeezed = (bits >> 9 & 1) == 0;
    style.edges_may_yield = (bits >> 10 & 1) != 0;
    return style;
}
constexpr std::uint32_t combinations = 1U << 11;

} // namespace

TEST_CASE("for every combination of line options random texts keep all rules") {
    RandomText random(20241125);
    for (std::uint32_t bits = 0; bits < combinations; ++bits) {
        CAPTURE(bits);
        const double measure = 6 + 0.25 * random.below(90);
        check_lines(random.make(), {.measure = em(measure), .first_indent = em(2), .style = style_of(bits)});
    }
}

TEST_CASE("for many texts the default options keep all rules, at every measure and indent") {
    for (const std::uint32_t seed : {1U, 7U, 42U, 2024U, 15834U, 9704U}) {
        RandomText random(seed);
        for (int i = 0; i < 60; ++i) {
            const double measure = 5 + 0.1 * random.below(240);
            const LineOptions options{
                .measure = em(measure), .first_indent = em(random.below(3)), .hanging_indent = em(random.below(2))};
            check_lines(random.make(), options);
        }
    }
}

TEST_CASE("the same checks fail when the rules are off") {
    RandomText random(3);
    int wrong = 0;
    for (int i = 0; i < 40; ++i) {
        const auto lines = break_lines(fixed_text(random.make()), {.measure = em(8), .style = {.edges = EdgeLevel::none}});
        for (std::size_t n = 1; n < lines.size(); ++n)
            wrong += has(U"～·々", seen(text_of(lines[n])).front()) || has(U"￥", seen(text_of(lines[n - 1])).back());
    }
    CHECK(wrong > 0);
}

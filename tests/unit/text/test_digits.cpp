// Numbers put together from digits, and texts that are one line in any measure: the same as set whole.
#include <catch2/catch.hpp>

#include "real_fonts.hpp"
#include "text/digits.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

void check_same_line(const Line& a, const Line& b, Length shift) {
    REQUIRE(a.pieces.size() == b.pieces.size());
    CHECK(a.width + shift == b.width);
    CHECK(a.natural_width == b.natural_width);
    CHECK((a.last == b.last && a.end == b.end && a.hung == b.hung));
    for (std::size_t i = 0; i < a.pieces.size(); ++i) {
        CHECK(a.pieces[i].x + shift == b.pieces[i].x);
        CHECK((a.pieces[i].text == b.pieces[i].text && a.pieces[i].face == b.pieces[i].face && a.pieces[i].size == b.pieces[i].size));
        CHECK(a.pieces[i].glyphs.size() == b.pieces[i].glyphs.size());
        for (std::size_t g = 0; g < a.pieces[i].glyphs.size(); ++g) {
            const LinePiece::Glyph &x = a.pieces[i].glyphs[g], &y = b.pieces[i].glyphs[g];
            CHECK((x.id == y.id && x.x == y.x && x.y == y.y && x.advance == y.advance && x.text_begin == y.text_begin));
        }
    }
}

}  // namespace

TEST_CASE("numbers of digits known before are set as HarfBuzz shapes them whole") {
    for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::title}) {
        const auto digits = Digits::of(real_run("", role), shipped_fonts(), {});
        REQUIRE(digits);
        std::uint64_t number = 7;
        for (int i = 0; i < 200; ++i) {
            number = number * 6364136223846793005ULL + 1442695040888963407ULL;
            const std::string text = std::to_string(number >> (i % 62));
            const TextExtent whole = extent_of(real_text(text, role), {});
            CHECK(digits->width(text) == whole.widths.narrowest);
            CHECK(digits->width(text) == whole.widths.widest);
            check_same_line(digits->line(text), *whole.line, {});
        }
    }
}

TEST_CASE("a digit is kerned towards the next, so no number is a row of lone digits") {
    const auto width = [](const std::string& text) { return widths(real_text(text), {}).widest; };
    bool kerned = false;
    for (int pair = 10; pair < 100; ++pair) {
        const std::string text = std::to_string(pair);
        kerned = kerned || width(text) != width(text.substr(0, 1)) + width(text.substr(1));
    }
    CHECK(kerned);
}

TEST_CASE("digits that the style spreads are not put together one by one") {
    StyledRun spread = real_run("");
    spread.style.spread = {4000};
    CHECK_FALSE(Digits::of(spread, shipped_fonts(), {}));
    LineStyle on_grid;
    on_grid.latin_on_grid = true;
    CHECK_FALSE(Digits::of(real_run(""), shipped_fonts(), on_grid));
}

TEST_CASE("only digits are a number of digits") {
    CHECK(is_number("0123456789"));
    for (const char* text : {"", "1,207", "-4", "12.5", "１２", "12件"}) CHECK_FALSE(is_number(text));
}

TEST_CASE("a text that fits its measure is the line it is anywhere, moved to its place") {
    const Length measure = Length::millipoints(300'000);
    for (const char* text : {"12345", "行政规范性文件1234", "（一）予以公开", "GDP 4.39%，增长", "“六稳”、"}) {
        const ShapedText shaped = real_text(text);
        const TextExtent extent = extent_of(shaped, {});
        REQUIRE(extent.line);
        CHECK(extent.widths.widest == widths(shaped, {}).widest);
        for (const Align align : {Align::start, Align::center, Align::end, Align::justify, Align::decimal}) {
            const auto lines = break_lines(shaped, {.measure = measure, .align = align});
            REQUIRE(lines.size() == 1);
            check_same_line(*extent.line, lines[0], blank_before(align, measure - extent.line->natural_width));
        }
    }
}

TEST_CASE("a text with a line feed, a mark or another direction is no such line") {
    StyledRun marked = real_run("甲");
    marked.marks.framed = true;
    CHECK_FALSE(extent_of(shape(std::span(&marked, 1), shipped_fonts()), {}).line);
    CHECK_FALSE(extent_of(real_text("甲\n乙"), {}).line);
    CHECK_FALSE(extent_of(real_text("שלום"), {}).line);
    CHECK(extent_of(real_text("甲"), {}).line);
}

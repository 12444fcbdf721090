// Traditional text of Taiwan and Hong Kong, rare Han with selectors, and what stands across the borders of runs.
#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "real_fonts.hpp"
#include "text/itemize.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

ShapedText in_language(const std::string& text, const char* language, FontRole role = FontRole::song) {
    const StyledRun run = real_run(text, role, language);
    return shape(std::span(&run, 1), shipped_fonts());
}

std::uint32_t glyph(const std::string& text, const char* language) {
    return in_language(text, language).glyphs.at(0).id;
}

Line one_line(const std::vector<StyledRun>& runs) {
    return break_lines(shape(runs, shipped_fonts()), {.measure = Length::millipoints(40 * real_em), .align = Align::start}).front();
}

} // namespace

TEST_CASE("the language chooses the form: mainland, Taiwan, Hong Kong") {
    CHECK(glyph("骨", "zh-Hans") != glyph("骨", "zh-Hant-TW"));
    CHECK(glyph("返", "zh-Hant-TW") != glyph("返", "zh-Hant-HK"));
    CHECK(glyph("。", "zh-Hans") != glyph("。", "zh-Hant-TW"));
    CHECK(glyph("。", "zh-TW") == glyph("。", "zh-Hant-TW"));
    CHECK(glyph("。", "zh-HK") == glyph("。", "zh-Hant-HK"));
    CHECK(glyph("一", "zh-Hans") == glyph("一", "zh-Hant-TW")); // the control: no form of its own
}

TEST_CASE("Traditional marks stand in the middle of their em, Simplified ones at the left") {
    for (const char* language : {"zh-Hant-TW", "zh-Hant-HK"})
        for (const char* mark : {"，", "。", "、", "；", "："}) {
            CAPTURE(language, mark);
            const ShapedText text = in_language(mark, language);
            const Cluster& c = text.clusters.at(0);
            CHECK(c.advance == Length::millipoints(real_em));
            CHECK(c.blank_before > Length{});
            CHECK(c.blank_after > Length{});
        }
    const ShapedText simplified = in_language("。", "zh-Hans");
    CHECK(simplified.clusters.at(0).blank_before == Length{});
    CHECK(simplified.clusters.at(0).blank_after > Length{});
}

TEST_CASE("the interpunct takes one em in Traditional writing, half an em in Simplified") {
    CHECK(in_language("约翰·史密斯", "zh-Hans").clusters.at(2).advance == Length::millipoints(real_em / 2));
    CHECK(in_language("約翰·史密斯", "zh-Hant-TW").clusters.at(2).advance == Length::millipoints(real_em));
}

TEST_CASE("「」 are the quotation marks of Traditional writing: squeezed at the line start and side by side") {
    const ShapedText text = in_language("「『政府』」", "zh-Hant-TW");
    for (const std::size_t i : {0U, 1U}) CHECK(text.clusters.at(i).blank_before > Length{});
    for (const std::size_t i : {4U, 5U}) CHECK(text.clusters.at(i).blank_after > Length{});
    const Line line = one_line({real_run("「『政府』」", FontRole::song, "zh-Hant-TW")});
    CHECK(line.width == Length::millipoints(real_em * 4)); // of six em: both edges and both pairs give half an em
}

TEST_CASE("a variation selector and a Han of plane 2 stay whole, and are asked of one face") {
    for (const char* source : {"葛\U000E0100", "𠮷", "𬀩", "丽\uFE00"}) {
        const std::string text = std::string("甲") + source + "乙";
        const std::vector<StyledRun> runs{{.text = text}};
        const std::vector<Grapheme> graphemes = itemize(runs);
        REQUIRE(graphemes.size() == 3);
        CHECK(text.substr(graphemes[1].begin, graphemes[1].end - graphemes[1].begin) == source);
    }
    const ShapedText text = in_language("甲葛\U000E0100乙", "zh-Hans");
    REQUIRE(text.clusters.size() == 3);
    CHECK(text.clusters[1].text_end - text.clusters[1].text_begin == 7);
}

TEST_CASE("joined emoji are one, whatever stands around them") {
    for (const char* emoji : {"👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇨🇳", "1️⃣"}) {
        const std::vector<StyledRun> runs{{.text = std::string("甲") + emoji + "乙"}};
        CHECK(itemize(runs).size() == 3);
    }
    const std::vector<StyledRun> apart{{.text = "甲👨👩乙"}}; // the control: without a joiner
    CHECK(itemize(apart).size() == 4);
}

TEST_CASE("the Han–Latin gap stands across the border of two runs, and only once") {
    const auto bold = [](const char* text) {
        StyledRun run = real_run(text, FontRole::hei);
        run.tag = 7;
        return run;
    };
    const auto places = [](const Line& line) {
        std::vector<std::int32_t> x;
        for (const LinePiece& piece : line.pieces)
            for (const LinePiece::Glyph& g : piece.glyphs) x.push_back((piece.x + g.x).count());
        return x;
    };
    const std::int32_t gap = real_em / 4;
    const auto after_first = [&](const std::vector<StyledRun>& runs) { return places(one_line(runs)).at(1) - real_em; };
    CHECK(after_first({real_run("年"), bold("A")}) == gap);
    CHECK(after_first({bold("年"), real_run("A")}) == gap);
    CHECK(after_first({real_run("年"), real_run("8"), bold("月")}) == gap);
    CHECK(after_first({real_run("年"), bold("月")}) == 0); // the control: Han on both sides
    // A typed space and the gap are never both there, wherever the space stands.
    const std::vector<std::vector<StyledRun>> spaced{
        {real_run("年 A")}, {real_run("年 "), bold("A")}, {real_run("年"), bold(" A")}};
    for (const auto& runs : spaced) {
        CHECK(places(one_line(runs)).back() > real_em + real_em / 8); // the space of its own face
        CHECK(places(one_line(runs)).back() <= real_em + gap);
    }
    // No gap beside a Chinese mark, across the border too.
    CHECK(after_first({real_run("，"), bold("A")}) == 0);
}

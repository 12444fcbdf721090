// The width of marks by style, by GB/T 15834—2011 and by region, each rule with its counter-example.
#include <catch2/catch.hpp>

#include "fixed_text.hpp"
#include "real_fonts.hpp"
#include "text/region.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

using Positions = std::vector<double>;

Positions positions(const std::string& text, MarkWidths marks = MarkWidths::fullwidth) {
    return glyph_positions(break_lines(fixed_text(text), {.measure = em(60), .style = {.mark_widths = marks}})[0]);
}

constexpr FontRole all_roles[] = {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::title};

ShapedText shaped(const std::string& text, FontRole role, const char* language = "zh-Hans") {
    const StyledRun run = real_run(text, role, language);
    return shape(std::span(&run, 1), shipped_fonts());
}

// What stands between the first and the last character of a line takes so many em; the text has one
// glyph a character.
double width_inside(const ShapedText& text) {
    const auto lines = break_lines(text, {.measure = Length::millipoints(real_em * 40)});
    std::vector<double> pens;
    for (const LinePiece& piece : lines[0].pieces) {
        Length pen = piece.x;
        for (const auto& glyph : piece.glyphs) {
            pens.push_back(pen.count() / double(real_em));
            pen += glyph.advance;
        }
    }
    return pens.back() - pens.front() - 1;
}

struct Ink {
    double left, right; // in the cluster's box, in em
};
Ink ink_of(const ShapedText& text, std::size_t i) {
    const Cluster& c = text.clusters[i];
    const ShapedGlyph& glyph = text.glyphs[c.glyph_begin];
    const GlyphInk ink = text.faces[c.face]->ink(glyph.id);
    const Length left = glyph.x + c.size.scaled(ink.left, 1000), right = glyph.x + c.size.scaled(ink.right, 1000);
    return {left.count() / double(real_em), right.count() / double(real_em)};
}

} // namespace

TEST_CASE("fullwidth: one em alone, one and a half with a neighbour") {
    CHECK(positions("甲，乙。丙（丁）戊") == Positions{0, 1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(positions("甲。”乙") == Positions{0, 1, 1.5, 2.5});
}

TEST_CASE("kaiming: ends of sentences one em, all other marks half an em") {
    CHECK(positions("甲。乙？丙！丁", MarkWidths::kaiming) == Positions{0, 1, 2, 3, 4, 5, 6});
    CHECK(positions("甲，乙、丙；丁：戊", MarkWidths::kaiming) == Positions{0, 1, 1.5, 2.5, 3, 4, 4.5, 5.5, 6});
    CHECK(positions("甲（乙）丙", MarkWidths::kaiming) == Positions{0, 0.5, 1.5, 2.5, 3}); // （ without its left half
    CHECK(positions("甲·乙——丙", MarkWidths::kaiming) == Positions{0, 1, 1.5, 2.5, 4.5}); // no mark with a blank to take
}

TEST_CASE("halfwidth: every mark half an em") {
    CHECK(positions("甲。乙？丙，丁", MarkWidths::halfwidth) == Positions{0, 1, 1.5, 2.5, 3, 4, 4.5});
    CHECK(positions("甲——乙……丙", MarkWidths::halfwidth) == Positions{0, 1, 3, 4, 6}); // never these
}

TEST_CASE("tight styles: two marks take one em") {
    for (const MarkWidths marks : {MarkWidths::kaiming, MarkWidths::halfwidth}) {
        CHECK(positions("甲，“乙", marks) == Positions{0, 1, 1, 2}); // “ is drawn in its right half
        CHECK(positions("甲。”乙", marks) == Positions{0, 1, 1.5, 2});
        CHECK(positions("甲》（乙", marks) == Positions{0, 1, 1, 2});
    }
}

TEST_CASE("line-end half: neighbours keep their width, line edges do not") {
    CHECK(positions("甲。”乙", MarkWidths::line_end_half) == Positions{0, 1, 2, 3});
    CHECK(positions("（甲）", MarkWidths::line_end_half) == Positions{-0.5, 0.5, 1.5});
    const auto lines = break_lines(fixed_text("政府信息公，开工作"), {.measure = em(5.5), .style = {.mark_widths = MarkWidths::line_end_half}});
    CHECK(text_of(lines[0]) == "政府信息公，");
    CHECK(lines[0].natural_width == em(5.5));
}

TEST_CASE("in every style the mark at a line end takes half an em, and inner lines are the measure") {
    for (const MarkWidths marks : {MarkWidths::fullwidth, MarkWidths::kaiming, MarkWidths::halfwidth, MarkWidths::line_end_half}) {
        const auto lines = break_lines(fixed_text("政府信息公。开工作"), {.measure = em(5.5), .style = {.mark_widths = marks}});
        CHECK(text_of(lines[0]) == "政府信息公。");
        CHECK(lines[0].pieces.back().glyphs.back().advance == em(0.5));
        const auto mixed = break_lines(
            fixed_text("全市“主动公开”政府信息，（含规章、文件）共12件；其中：“六稳”“六保”方面，占三分之一！！报告完。"),
            {.measure = em(11), .style = {.mark_widths = marks}}
        );
        for (const Line& line : mixed)
            if (!line.last) CHECK(line.width == em(11));
    }
}

TEST_CASE("a style narrows a mark beside a space as well") {
    CHECK(positions("甲 （乙", MarkWidths::fullwidth) == Positions{0, 1, 1.25, 2.25});
    CHECK(positions("甲 （乙", MarkWidths::halfwidth) == Positions{0, 1, 0.75, 1.75});
}

TEST_CASE("two ！ or ？ take one em in every role, three take two, one takes one") {
    for (const FontRole role : all_roles) {
        CAPTURE(int(role));
        for (const std::string pair : {"！！", "？？", "？！", "！？"}) {
            CAPTURE(pair);
            CHECK(width_inside(shaped("甲" + pair + "乙", role)) == Approx(1).margin(0.02));
        }
        CHECK(width_inside(shaped("甲！！！乙", role)) == Approx(2).margin(0.02));
        CHECK(width_inside(shaped("甲！乙", role)) == 1);
        CHECK(width_inside(shaped("甲！，乙", role)) == Approx(1.5).margin(0.02)); // a pair as any other
    }
}

TEST_CASE("a doubled sign before a quotation mark gives no more than half an em") {
    CHECK(positions("甲！！“乙") == Positions{0, 1, 1.5, 2, 3});
    CHECK(positions("甲！！”乙") == Positions{0, 1, 1.5, 2, 3});
}

TEST_CASE("the interpunct, the short dash and the solidus take half an em with their ink in it") {
    for (const FontRole role : all_roles)
        for (const std::string mark : {"·", "–", "／"}) {
            CAPTURE(int(role), mark);
            const ShapedText text = shaped("甲" + mark + "乙", role);
            REQUIRE(text.clusters[1].han);
            CHECK(text.clusters[1].advance == Length::millipoints(real_em / 2));
            const Ink ink = ink_of(text, 1);
            CHECK(ink.left >= -0.005);
            CHECK(ink.right <= 0.505);
            CHECK((ink.left + ink.right) / 2 == Approx(0.25).margin(0.005));
        }
    CHECK(shaped("甲—乙", FontRole::song).clusters[1].advance == Length::millipoints(real_em));  // 一字线
    CHECK(shaped("甲～乙", FontRole::song).clusters[1].advance == Length::millipoints(real_em)); // 浪纹线
}

TEST_CASE("a stop that its face draws in the middle stands in the left half, except in Traditional writing") {
    for (const FontRole role : all_roles) {
        CAPTURE(int(role));
        const ShapedText text = shaped("甲？乙", role);
        CHECK(ink_of(text, 1).right <= 0.5);
        CHECK(ink_of(text, 1).left >= 0);
        CHECK(text.clusters[1].blank_after == Length::millipoints(real_em / 2));
    }
    CHECK(ink_of(shaped("甲？乙", FontRole::fangsong, "zh-TW"), 1).right > 0.5);
}

TEST_CASE("a solidus too wide for half an em is drawn narrow and still says ／") {
    const ShapedText text = shaped("甲／乙", FontRole::hei);
    const FontFace& face = *text.faces[text.clusters[1].face];
    CHECK(text.glyphs[text.clusters[1].glyph_begin].id == face.glyph_of(U'/'));
    CHECK(text_of(break_lines(text, {.measure = Length::millipoints(real_em * 9)})[0]) == "甲／乙");
    const ShapedText fang = shaped("甲／乙", FontRole::fangsong); // its own fits
    const FontFace& own = *fang.faces[fang.clusters[1].face];
    CHECK(fang.glyphs[fang.clusters[1].glyph_begin].id == own.glyph_of(U'／'));
}

TEST_CASE("language tags of Traditional writing are known") {
    for (const char* tag : {"zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh-Hant-TW", "ZH-hant-hk", "yue-HK"})
        CHECK(is_traditional(tag));
    for (const char* tag : {"", "zh", "zh-Hans", "zh-CN", "zh-Hans-HK", "en-HK", "ja", "zh-SG"})
        CHECK_FALSE(is_traditional(tag));
}

TEST_CASE("centred marks of Traditional writing keep their place; their neighbours give") {
    const auto width = [](const std::string& text, const char* language) {
        return width_inside(shaped("甲" + text + "乙", FontRole::song, language));
    };
    for (const char* language : {"zh-TW", "zh-HK", "zh-Hant"}) {
        CAPTURE(language);
        const Ink ink = ink_of(shaped("甲，乙", FontRole::song, language), 1);
        REQUIRE((ink.left + ink.right) / 2 == Approx(0.5).margin(0.05)); // locl has come through
        CHECK(width("，「", language) == Approx(1.5).margin(0.02)); // from 「
        CHECK(width("」，", language) == Approx(1.5).margin(0.02)); // from 」
        CHECK(width("。」", language) == 2);                        // nothing to give
        CHECK(width("！！", language) == 2);                        // GB/T 15834 is not theirs
        CHECK(width("？」", language) == 2);
        CHECK(width("·", language) == 1);
    }
    CHECK(width("，“", "zh-Hans") == Approx(1.5).margin(0.02));
    CHECK(width("。”", "zh-Hans") == Approx(1.5).margin(0.02)); // and here the stop gives
    CHECK(width("！！", "zh-Hans") == Approx(1).margin(0.02));
    CHECK(width("·", "zh-Hans") == 0.5);
}

TEST_CASE("a centred mark gives the same on both sides, and ？ ！ of Traditional writing give nothing") {
    const ShapedText text = shaped("甲，乙？丙", FontRole::song, "zh-TW");
    const Cluster& pause = text.clusters[1];
    CHECK(pause.blank_before == pause.blank_after);
    CHECK(pause.blank_before == Length::millipoints(real_em / 4));
    CHECK(text.clusters[3].blank_before + text.clusters[3].blank_after == Length{});
    const ShapedText simplified = shaped("甲，乙？丙", FontRole::song);
    CHECK(simplified.clusters[1].blank_before == Length{});
    CHECK(simplified.clusters[3].blank_after > Length{});
}

TEST_CASE("a centred mark at a line end stays in the middle of its box") {
    const auto last_advance = [](const char* language) {
        const auto lines = break_lines(
            shaped("政府信息公，開工作情況報告", FontRole::song, language), {.measure = Length::millipoints(real_em * 6)}
        );
        REQUIRE(text_of(lines[0]) == "政府信息公，");
        return lines[0].pieces.back().glyphs.back().advance;
    };
    CHECK(last_advance("zh-TW") == Length::millipoints(real_em));
    CHECK(last_advance("zh-Hans") < Length::millipoints(real_em * 6 / 10));
}

TEST_CASE("the level of the line edges is an option") {
    const auto first = [](EdgeLevel edges) { return lines_of("政府信息——公开工作情况", 4, {.style = {.edges = edges}}).front(); };
    CHECK(first(EdgeLevel::gb) == "政府信息");
    CHECK(first(EdgeLevel::strict) == "政府信");
    CHECK(lines_of("政府·信息公开", 2, {.style = {.edges = EdgeLevel::none}})[1] == "·信");
    CHECK(lines_of("政府·信息公开", 2, {.style = {.edges = EdgeLevel::gb}})[1] != "·信");
}

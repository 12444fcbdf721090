// Shaping with the shipped fonts: which face, how wide, how high, and what comes back.
#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "real_fonts.hpp"
#include "text/itemize.hpp"
#include "text/punctuation.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

// H for Han writing, L for Latin, per character.
std::string writings(const std::string& text) {
    std::string out;
    const std::vector<StyledRun> runs{{.text = text}};
    for (const Grapheme& g : itemize(runs)) out += g.han ? 'H' : 'L';
    return out;
}

}  // namespace

TEST_CASE("shared marks go by the letters around them") {
    CHECK(writings("说“好”了") == "HHHHH");
    CHECK(writings("“GDP”增") == "HLLLHH");       // a pair is one, Han after it
    CHECK(writings("a “b” c") == "LLLLLLL");
    CHECK(writings("it’s") == "LLLL");
    CHECK(writings("约it’s约") == "HLLLLH");
    CHECK(writings("10—20天") == "LLHLLH");       // digits do not decide
    CHECK(writings("yes—no") == "LLLLLL");
    CHECK(writings("约翰·史密斯") == "HHHHHH");
    CHECK(writings("A·B") == "LLL");
    CHECK(writings("“六稳”“六保”") == "HHHHHHHH");
    CHECK(writings("84.5%的1‰了") == "LLLLLHLLH");
    CHECK(writings("25℃甲") == "LLHH");
    CHECK(writings("……") == "H");
}

TEST_CASE("Han advances are one em to the millipoint in every role") {
    for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::title}) {
        const ShapedText text = real_text("政府，“信息”公开——条例……《一》、。：；？！①℃喆镕〇", role);
        CHECK(text.missing.empty());
        for (const Cluster& c : text.clusters) {
            CAPTURE(int(role), std::uint32_t(c.first));
            CHECK(c.advance == Length::millipoints(real_em) * c.characters);
            CHECK(c.glyph_begin < c.glyph_end);
        }
    }
}

TEST_CASE("the long dash is one glyph over two characters, from 宋体 where the face has none") {
    for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::title}) {
        const ShapedText text = real_text("政——府", role);
        REQUIRE(text.clusters.size() == 3);
        const Cluster& dash = text.clusters[1];
        CHECK(dash.glyph_end - dash.glyph_begin == 1);
        CHECK(dash.text_end - dash.text_begin == 6);
        CHECK(dash.advance == Length::millipoints(2 * real_em));
    }
    CHECK(face_name(real_text("政——府"), 0) == "FandolFang-Regular.otf");
    CHECK(face_name(real_text("政——府"), 1) == "NianbaoSong-Light.otf");
}

TEST_CASE("⸺ is drawn by the glyph of —— where no face has it, and says ⸺") {
    for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::title}) {
        const ShapedText text = real_text("政⸺府", role), pair = real_text("政——府", role);
        CHECK(text.missing.empty());
        REQUIRE(text.clusters.size() == 3);
        CHECK(text.clusters[1].advance == Length::millipoints(2 * real_em));
        CHECK(text.clusters[1].text_end - text.clusters[1].text_begin == 3);
        CHECK(text.glyphs[text.clusters[1].glyph_begin].id == pair.glyphs[pair.clusters[1].glyph_begin].id);
    }
}

TEST_CASE("digits, letters and percent come from the Latin face, Chinese quotes from the Han face") {
    const ShapedText text = real_text("共84%“A”");
    CHECK(face_name(text, 0) == "FandolFang-Regular.otf");
    CHECK(face_name(text, 1) == "LiberationSerif-Regular.ttf");
    CHECK(face_name(text, 3) == "LiberationSerif-Regular.ttf");
    CHECK(face_name(text, 4) == "FandolFang-Regular.otf");
    CHECK(face_name(text, 5) == "LiberationSerif-Regular.ttf");
    CHECK(text.clusters[1].advance == Length::millipoints(real_em / 2));
}

TEST_CASE("faces of Han are raised to one line, Latin faces are not") {
    const ShapedText text = real_text("政8喆，");
    const auto shift = [&](std::size_t i) {
        return text.clusters[i].size.scaled(text.faces[text.clusters[i].face]->han_shift(), 1000);
    };
    CHECK(text.clusters[0].raise == shift(0));
    CHECK(text.clusters[0].raise > Length::millipoints(real_em / 20));
    CHECK(text.clusters[1].raise == Length{});
    CHECK(text.clusters[2].raise == shift(2));
    CHECK(text.clusters[3].raise == text.clusters[0].raise);
}

TEST_CASE("a fallback face set smaller still takes its full em, centred") {
    const ShapedText text = real_text("政喆府");
    const Cluster& rare = text.clusters[1];
    CHECK(rare.advance == Length::millipoints(real_em));
    const ShapedGlyph& glyph = text.glyphs[rare.glyph_begin];
    CHECK(glyph.advance == Length::millipoints(real_em));
    if (rare.size != Length::millipoints(real_em)) CHECK(glyph.x > Length{});
    else CHECK(glyph.x == Length{});
}

TEST_CASE("blanks of marks are measured from ink: half an em at most, on the open side") {
    const Length half = Length::millipoints(real_em / 2);
    for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::title}) {
        const ShapedText text = real_text("，、。；：）》”’】〕（《“‘【〔甲", role);
        for (const Cluster& c : text.clusters) {
            CAPTURE(int(role), std::uint32_t(c.first));
            const bool opening = class_of(c.first) == CharClass::opening;
            if (c.first == U'甲') {
                CHECK(c.blank_before + c.blank_after == Length{});
                continue;
            }
            CHECK((opening ? c.blank_after : c.blank_before) == Length{});
            const Length blank = opening ? c.blank_before : c.blank_after;
            CHECK(blank <= half);
            CHECK(blank >= half.scaled(9, 10));
            const ShapedGlyph& glyph = text.glyphs[c.glyph_begin];
            const GlyphInk ink = text.faces[c.face]->ink(glyph.id);
            const Length left = glyph.x + c.size.scaled(ink.left, 1000), right = glyph.x + c.size.scaled(ink.right, 1000);
            CHECK(c.blank_before <= left);
            CHECK(right <= c.advance - c.blank_after);
        }
    }
}

TEST_CASE("the interpunct takes half an em with its ink in the middle") {
    const ShapedText text = real_text("约翰·史");
    const Cluster& dot = text.clusters[2];
    CHECK(dot.advance == Length::millipoints(real_em / 2));
    const ShapedGlyph& glyph = text.glyphs[dot.glyph_begin];
    const GlyphInk ink = text.faces[dot.face]->ink(glyph.id);
    const Length middle = glyph.x + dot.size.scaled(ink.left + ink.right, 2000);
    CHECK(std::abs(middle.count() - dot.advance.count() / 2) <= 20);
}

TEST_CASE("quotes are narrow inside Latin writing") {
    const ShapedText text = real_text("约it’s约", FontRole::hei);
    REQUIRE(text.clusters[3].first == U'’');
    CHECK(text.clusters[3].advance < Length::millipoints(real_em / 2));
}

TEST_CASE("a letter kerned towards the next has its own width at a line end") {
    const ShapedText text = real_text("政府AVAVAV");
    REQUIRE(text.clusters[2].kerned < Length{});
    CHECK(text.clusters.back().kerned == Length{});
    CHECK(real_text("政府A信").clusters[2].kerned == Length{});
    const FontFace& face = *text.faces[text.clusters[2].face];
    const Length own = text.clusters[2].size.scaled(face.advance(face.glyph_of(U'A')), 1000);
    const Spacing spacing = space_out(text, {});
    CHECK(text.clusters[2].advance - Length::millipoints(spacing.end_trim[2]) == own);
}

TEST_CASE("every byte of the source is in exactly one cluster") {
    const std::string source = "政府（2024）e\xCC\x81——……葛\xF3\xA0\x84\x80，\n甲\xE2\x80\x8B乙 fi ffi\xC2\xA0x";
    const ShapedText text = real_text(source);
    std::uint32_t at = 0;
    for (const Cluster& c : text.clusters) {
        CHECK(c.text_begin == at);
        CHECK(c.text_end > c.text_begin);
        at = c.text_end;
    }
    CHECK(at == source.size());
    CHECK(text.missing.empty());
}

TEST_CASE("dashes in any number come back whole, however the font joins them") {
    for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::title}) {
        for (int dashes = 1; dashes <= 9; ++dashes) {
            std::string source = "甲";
            for (int i = 0; i < dashes; ++i) source += "—";
            source += "乙";
            const ShapedText shaped = real_text(source, role);
            std::string back;
            for (const Cluster& c : shaped.clusters) back += source.substr(c.text_begin, c.text_end - c.text_begin);
            CHECK(back == source);
        }
    }
}

TEST_CASE("dashes in any number stand side by side in their ems, however the font joins them") {
    for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong})
        for (std::size_t count = 2; count <= 9; ++count) {
            std::string dashes;
            for (std::size_t i = 0; i < count; ++i) dashes += "—";
            const ShapedText text = real_text(dashes, role);
            CAPTURE(int(role), count);
            std::int32_t pen = 0, inked = 0;
            for (const Cluster& cluster : text.clusters) {
                std::int32_t origin = pen;
                for (std::uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
                    const GlyphInk ink = text.faces[cluster.face]->ink(text.glyphs[g].id);
                    const std::int32_t at = origin + text.glyphs[g].x.count();
                    const std::int32_t gap = at + cluster.size.scaled(ink.left, 1000).count() - inked;
                    CHECK(gap >= 0);
                    CHECK(gap <= real_em / 5);
                    inked = at + cluster.size.scaled(ink.right, 1000).count();
                    origin += text.glyphs[g].advance.count();
                }
                pen += cluster.advance.count();
            }
            CHECK(pen == real_em * static_cast<std::int32_t>(count));
            CHECK(inked <= pen);
        }
}

TEST_CASE("a missing character is listed once with its place, role and the fonts tried, and never drawn") {
    const std::vector<StyledRun> runs{real_run("甲\xF3\xB0\x80\x80乙\xF3\xB0\x80\x80")};  // U+F0000, private use
    const ShapedText text = shape(runs, shipped_fonts());
    REQUIRE(text.missing.size() == 1);
    CHECK(text.missing[0].code_point == 0xF0000);
    CHECK(text.missing[0].pointer == "/overview/0");
    CHECK(text.missing[0].role == "fangsong");
    CHECK(text.missing[0].fonts_tried == font::tried(shipped_fonts(), FontRole::fangsong, font::Script::han));
    CHECK(text.clusters[1].glyph_begin == text.clusters[1].glyph_end);
    for (const ShapedGlyph& glyph : text.glyphs) CHECK(glyph.id != 0);
}

TEST_CASE("invisible characters draw nothing and are not missing") {
    CHECK(real_text("\xE2\x80\x8D\xE2\x80\x8C甲").missing.empty());  // two of them in one cluster
    const ShapedText text = real_text("甲\xE2\x80\x8B乙\xE2\x81\xA0丙\xC2\xAD丁\n戊");
    CHECK(text.missing.empty());
    CHECK(text.glyphs.size() == 5);
}

TEST_CASE("the clusters of a Latin word carry the kerning of the font") {
    const ShapedText pair = real_text("AV");
    const ShapedText a = real_text("A"), v = real_text("V");
    CHECK(pair.clusters[0].advance + pair.clusters[1].advance < a.clusters[0].advance + v.clusters[0].advance);
}

TEST_CASE("lines of a real sentence fill the measure and give the sentence back") {
    const std::string source =
        "本报告由某市人民政府办公室根据《中华人民共和国政府信息公开条例》（以下简称《条例》）规定编制。报告所列统计期限自2024年1月1日至2024年12月31日。"
        "如有疑问，请联系（电话：0517-83605210，电子邮箱：abc@163.com）。";
    const Length measure = Length::millipoints(442205);
    const auto lines = break_lines(real_text(source), {.measure = measure, .first_indent = Length::millipoints(2 * real_em)});
    std::string all;
    for (const Line& line : lines) {
        for (const LinePiece& piece : line.pieces) {
            all += piece.text;
            std::uint32_t said = 0;
            for (const auto& glyph : piece.glyphs) {
                CHECK(glyph.text_begin == said);
                said += glyph.text_length;
            }
            CHECK(said == piece.text.size());
        }
        if (!line.last) CHECK(line.width == measure);
    }
    CHECK(all == source);
    CHECK(lines.size() == 4);
}

TEST_CASE("what is not drawn neither changes the face nor is missing, and its text comes back") {
    // Joiners, a combining grapheme joiner, marks of direction, a selector without a base, tags.
    for (const std::string hidden : {"\xE2\x80\x8D", "\xE2\x80\x8C", "\xCD\x8F", "\xD8\x9C", "\xE2\x80\x8E", "\xE2\x80\xAA",
                                     "\xE2\x81\xA6", "\xEF\xB8\x8F", "\xF3\xA0\x81\xA7"}) {
        CAPTURE(hidden);
        for (const std::string& source : {hidden + "甲a", "甲" + hidden + "a", "甲a" + hidden}) {
            const ShapedText text = real_text(source);
            CHECK(text.missing.empty());
            CHECK(text.glyphs.size() == 2);
            std::string all;
            for (const Cluster& c : text.clusters) {
                all += source.substr(c.text_begin, c.text_end - c.text_begin);
                if (c.first == U'甲') CHECK(text.faces[c.face]->file_name() == "FandolFang-Regular.otf");
                if (c.first == U'a') CHECK(text.faces[c.face]->file_name() == "LiberationSerif-Regular.ttf");
            }
            CHECK(all == source);
        }
    }
}

TEST_CASE("of a cluster no face has, only what is missing is named") {
    const ShapedText keycap = real_text("1\xEF\xB8\x8F\xE2\x83\xA3");  // 1, selector, enclosing keycap
    REQUIRE(keycap.missing.size() == 1);
    CHECK(keycap.missing[0].code_point == 0x20E3);
}

TEST_CASE("a scientific text ends its sentences with a full point that still says 。(CLREQ 5.1.1.1)") {
    const StyledRun run = real_run("甲。乙");
    const ShapedText usual = shape(std::span(&run, 1), shipped_fonts());
    const ShapedText scientific = shape(std::span(&run, 1), shipped_fonts(), {.scientific_full_stop = true});
    const ShapedText point = real_text("甲．乙");
    REQUIRE(scientific.clusters.size() == 3);
    CHECK(scientific.glyphs[1].id == point.glyphs[1].id);
    CHECK(scientific.glyphs[1].id != usual.glyphs[1].id);
    CHECK(scientific.runs[0].text == "甲。乙");
    CHECK(scientific.clusters[1].blank_after == point.clusters[1].blank_after);
}

// One font: coverage, ink, metrics, regional forms, and fonts that are not fonts.
#include <catch2/catch.hpp>

#include <thread>

#include <hb.h>

#include <nianbao/error.hpp>

#include "font/common_han.hpp"
#include "font/font_catalogue.hpp"
#include "font/font_face.hpp"
#include "font/subset.hpp"
#include "unit/font/test_fonts.hpp"

using namespace nianbao;
using test_fonts::bytes_of;
using test_fonts::fixtures;
using test_fonts::shipped;

namespace {

std::shared_ptr<const FontFace> open(const char* file) {
    return FontFace::map(shipped / file, 0);
}

std::vector<hb_codepoint_t> shaped(const FontFace& face, const char* text, const char* language) {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
    hb_shape(face.hb_font(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    std::vector<hb_codepoint_t> glyphs;
    for (unsigned i = 0; i < count; ++i)
        glyphs.push_back(infos[i].codepoint);
    hb_buffer_destroy(buffer);
    return glyphs;
}

std::string id_of_opening(std::string bytes) {
    try {
        FontFace::from_bytes(std::move(bytes), 0, "test");
    } catch (const FontError& error) {
        return error.id();
    }
    return "opened";
}

} // namespace

TEST_CASE("Han of the shipped faces are one em wide and stand on the common line", "[font_face]") {
    for (const char* file : test_fonts::cff_files) {
        const auto face = open(file);
        CAPTURE(file);
        CHECK(face->outlines() == OutlineKind::cff);
        CHECK(face->advance(face->glyph_of(U'年')) == 1000);
        const GlyphInk ink = face->ink(face->glyph_of(U'国'));
        CHECK(std::abs((ink.bottom + ink.top) / 2 + face->han_shift() - 380) < 40);
    }
    CHECK(open("FandolFang-Regular.otf")->han_shift() > 60);
    CHECK(std::abs(open("NianbaoSong-Light.otf")->han_shift()) < 10);
}

TEST_CASE("Liberation Serif has tabular digits of half an em and no Han", "[font_face]") {
    const auto face = open("LiberationSerif-Regular.ttf");
    CHECK(face->outlines() == OutlineKind::truetype);
    CHECK(face->units_per_em() == 2048);
    for (char32_t c = U'0'; c <= U'9'; ++c)
        CHECK(face->advance(face->glyph_of(c)) == 500);
    CHECK_FALSE(face->covers(U'年'));
    CHECK(face->han_shift() == 0);
    CHECK(face->metrics().serif);
}

TEST_CASE("metrics are those of the font's tables", "[font_face]") {
    const auto face = open("LiberationSerif-Regular.ttf");
    const FaceMetrics& m = face->metrics();
    CHECK(m.ascent == 891);
    CHECK(m.descent == -216);
    CHECK(m.cap_height > 600);
    CHECK(m.cap_height < 720);
    CHECK(m.box_top > m.ascent);
    CHECK(m.italic_angle == 0);
    CHECK_FALSE(open("NianbaoHei-Medium.otf")->metrics().serif);
}

TEST_CASE("ink is measured exactly where it matters", "[font_face]") {
    const auto face = open("NianbaoSong-Light.otf");
    const GlyphInk comma = face->ink(face->glyph_of(U'，'));
    CHECK(comma.left >= 0);
    CHECK(comma.right < 500);
    CHECK(face->ink(face->glyph_of(U'　')).empty());
    CHECK(face->ink(0xFFFFFF).empty());
}

TEST_CASE("white space is covered though it has no ink", "[font_face]") {
    const auto face = open("NianbaoSong-Light.otf");
    CHECK(face->covers(U' '));
    CHECK(face->covers(U'　'));
}

TEST_CASE("a character whose outline is empty is not covered", "[font_face]") {
    const auto face = FontFace::map(fixtures / "title-zh.ttf", 0);
    CHECK(face->covers(U'一'));
    CHECK(face->covers(U' '));
    CHECK_FALSE(face->covers(U'喆')); // in the cmap
    CHECK_FALSE(face->covers(U'二')); // not in the cmap
    CHECK_FALSE(face->covers(char32_t{0x110000}));
}

TEST_CASE("what fonts.json says of the shipped faces is true", "[font_face]") {
    for (const auto& said :
         font::read_catalogue(shipped / "fonts.json", font::CatalogueKind::complete).fonts) {
        if (said.file.empty()) continue;
        CAPTURE(said.file);
        const auto face = FontFace::map(shipped / said.file, said.index); // told nothing beforehand
        CHECK(said.facts.han_shift == face->han_shift());
        CHECK(said.facts.cmap_checked);
        const auto told = FontFace::map(shipped / said.file, said.index, said.facts);
        int lies = 0;
        for (char32_t c = 0; c <= 0x3FFFF; ++c)
            lies += face->glyph_of(c) != told->glyph_of(c);
        CHECK(lies == 0);
    }
}

TEST_CASE("a form asked for by a variation selector is found", "[font_face]") {
    const auto face = open("NianbaoSong-Light.otf");
    CHECK(face->variant_of(U'，', 0xFE01) != 0);
    CHECK(face->variant_of(U'，', 0xFE01) != face->glyph_of(U'，'));
    CHECK(face->variant_of(U'年', 0xE0101) == 0);
    CHECK(face->glyph_of(U'年', 0xE0101) == face->glyph_of(U'年'));
}

TEST_CASE("threads that meet a face for the first time together learn the same", "[font_face]") {
    const auto alone = open("NianbaoSong-Light.otf");
    std::vector<std::uint32_t> glyphs = {0};
    for (const char32_t c : font::common_han)
        glyphs.push_back(alone->glyph_of(c));
    const std::string expected = font::make_program(*alone, glyphs).bytes;
    const auto shared = open("NianbaoSong-Light.otf");
    std::vector<std::string> programs(4);
    std::vector<std::thread> threads;
    for (std::string& program : programs)
        threads.emplace_back([&shared, &program] {
            std::vector<std::uint32_t> found = {0};
            for (const char32_t c : font::common_han)
                found.push_back(shared->glyph_of(c));
            shared->han_shift();
            program = font::make_program(*shared, found).bytes;
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const std::string& program : programs)
        CHECK((program == expected));
}

TEST_CASE("regional forms differ: mainland, Taiwan and Hong Kong", "[font_face]") {
    const auto face = open("NianbaoSong-Light.otf");
    const auto mainland = shaped(*face, "骨", "zh-Hans");
    const auto taiwan = shaped(*face, "骨", "zh-Hant-TW");
    const auto hong_kong = shaped(*face, "返", "zh-Hant-HK");
    CHECK(mainland != taiwan);
    CHECK(hong_kong != shaped(*face, "返", "zh-Hans"));
    CHECK(shaped(*face, "。", "zh-Hans") != shaped(*face, "。", "zh-Hant-TW"));
}

TEST_CASE("two dashes are one glyph of two ems", "[font_face]") {
    const auto face = open("NianbaoSong-Light.otf");
    const auto dash = shaped(*face, "——", "zh-Hans");
    REQUIRE(dash.size() == 1);
    CHECK(face->advance(dash[0]) == 2000);
}

TEST_CASE("the cut faces carry their own names", "[font_face]") {
    CHECK(open("NianbaoSong-Light.otf")->postscript_name() == "NianbaoSong-Light");
    CHECK(open("NianbaoSong-Bold.otf")->postscript_name() == "NianbaoSong-Bold");
    CHECK(open("NianbaoHei-Medium.otf")->postscript_name() == "NianbaoHei-Medium");
}

TEST_CASE("bytes that are not a font, or may not be embedded, are refused", "[font_face]") {
    CHECK(id_of_opening("") == "FONT-UNREADABLE");
    CHECK(id_of_opening("not a font at all") == "FONT-UNREADABLE");
    const std::string whole = bytes_of(shipped / "LiberationSerif-Regular.ttf");
    CHECK(id_of_opening(whole) == "opened");
    CHECK(id_of_opening(whole.substr(0, 200)) == "FONT-UNREADABLE");
    CHECK(id_of_opening(bytes_of(fixtures / "restricted.ttf")) == "FONT-EMBEDDING");
    CHECK_THROWS_AS(FontFace::from_bytes(whole, 7, "test"), FontError);
    CHECK_THROWS_AS(FontFace::map(shipped / "none.otf", 0), FontError);
}

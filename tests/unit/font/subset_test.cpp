// Font programs against their source: FreeType is the judge of outlines and advances.
#include <catch2/catch.hpp>

#include <cmath>

#include "font/subset.hpp"
#include "unit/font/freetype_judge.hpp"
#include "unit/font/test_fonts.hpp"

using namespace nianbao;
using font::FontProgram;
using font::make_program;
using test_fonts::bytes_of;
using test_fonts::shipped;

namespace {

std::vector<std::uint32_t> every(std::uint32_t step, std::uint32_t count) {
    std::vector<std::uint32_t> glyphs;
    for (std::uint32_t glyph = 0; glyph < count; glyph += step)
        glyphs.push_back(glyph);
    return glyphs;
}

} // namespace

TEST_CASE("a CFF program draws what its source draws", "[subset]") {
    for (const char* file : test_fonts::cff_files) {
        CAPTURE(file);
        const std::string source = bytes_of(shipped / file);
        const auto face = FontFace::from_bytes(source, 0, file);
        const FreetypeJudge original(source);
        const auto glyphs = every(7, static_cast<std::uint32_t>(original.face()->num_glyphs));
        const FontProgram program = make_program(*face, glyphs);
        const FreetypeJudge copy(program.bytes);
        REQUIRE(program.kind == OutlineKind::cff);
        REQUIRE(copy.face()->num_glyphs == static_cast<FT_Long>(glyphs.size()));
        CHECK(FT_IS_CID_KEYED(copy.face()));
        std::size_t different = 0;
        for (std::size_t cid = 0; cid < glyphs.size(); ++cid) {
            const auto code = static_cast<FT_UInt>(cid);
            different += original.drawn(glyphs[cid]) != copy.drawn(code);
            different += original.advance(glyphs[cid]) != copy.advance(code);
            different += copy.advance(code) != program.widths[cid];
        }
        CHECK(different == 0);
    }
}

TEST_CASE("a name-keyed CFF of 2048 units becomes one of 1000 units", "[subset]") {
    const std::string source = bytes_of(test_fonts::fixtures / "name-keyed.otf");
    const auto face = FontFace::from_bytes(source, 0, "name-keyed");
    REQUIRE(face->units_per_em() == 2048);
    const FreetypeJudge original(source);
    const auto glyphs = every(1, static_cast<std::uint32_t>(original.face()->num_glyphs));
    const FontProgram program = make_program(*face, glyphs);
    const FreetypeJudge copy(program.bytes);
    CHECK(program.widths == std::vector<int>{500, 500, 500, 500, 2000});
    const auto near = [](long from, long to) {
        return std::abs(static_cast<double>(from) * 1000 / 2048 - static_cast<double>(to)) <= 1.5;
    };
    for (const std::uint32_t glyph : {0u, 1u, 2u, 4u}) {
        CAPTURE(glyph);
        const auto from = original.drawn(glyph), to = copy.drawn(glyph);
        REQUIRE(from.size() == to.size());
        // FreeType gives whole units, so the two roundings may be one apart. Kinds of pieces are
        // equal.
        for (std::size_t i = 0; i < from.size(); ++i)
            CHECK((from[i] == to[i] || near(from[i], to[i])));
    }
}

TEST_CASE("an accented letter put together by the font keeps both parts", "[subset]") {
    const auto face = FontFace::map(test_fonts::fixtures / "name-keyed.otf", 0);
    const std::vector<std::uint32_t> codes = {0, face->glyph_of(U'A'), face->glyph_of(U'Á')};
    const FreetypeJudge copy(make_program(*face, codes).bytes);
    const auto letter = copy.drawn(1), both = copy.drawn(2);
    REQUIRE(both.size() == 2 * letter.size());
    CHECK(std::equal(letter.begin(), letter.end(), both.begin()));
    // The accent, 450 and 300 in its own glyph, is moved by 300 and 900 units of 2048.
    const auto at = both.begin() + static_cast<std::ptrdiff_t>(letter.size());
    CHECK(at[1] == 596);
    CHECK(at[2] == 739);
}

TEST_CASE("readers find the box of the source face in the program", "[subset]") {
    for (const char* file : {"FandolFang-Regular.otf", "NianbaoSong-Light.otf"}) {
        const auto face = FontFace::map(shipped / file, 0);
        const std::vector<std::uint32_t> codes{0u, face->glyph_of(U'年')};
        const FreetypeJudge judge(make_program(*face, codes).bytes);
        CHECK(judge.face()->bbox.yMin == face->metrics().box_bottom);
        CHECK(judge.face()->bbox.yMax == face->metrics().box_top);
    }
}

TEST_CASE("one glyph under two codes is drawn twice", "[subset]") {
    const auto face = FontFace::map(shipped / "NianbaoSong-Light.otf", 0);
    const std::uint32_t one = face->glyph_of(U'一'), year = face->glyph_of(U'年');
    const std::vector<std::uint32_t> codes = {0, one, year, one};
    const FreetypeJudge copy(make_program(*face, codes).bytes);
    CHECK(copy.drawn(1) == copy.drawn(3));
    CHECK(copy.drawn(1) != copy.drawn(2));
}

TEST_CASE("a program of nothing but the missing glyph is a font", "[subset]") {
    const auto face = FontFace::map(shipped / "NianbaoSong-Light.otf", 0);
    const std::vector<std::uint32_t> codes = {0};
    CHECK(FreetypeJudge(make_program(*face, codes).bytes).face()->num_glyphs == 1);
}

TEST_CASE("a TrueType program draws what its source draws, through the map of codes", "[subset]") {
    const std::string source = bytes_of(shipped / "LiberationSerif-Regular.ttf");
    const auto face = FontFace::from_bytes(source, 0, "liberation");
    std::vector<std::uint32_t> codes = {0};
    for (const char32_t c : std::u32string_view(U"9081 Éé%ﬁ0É"))
        codes.push_back(face->glyph_of(c));
    const FontProgram program = make_program(*face, codes);
    REQUIRE(program.kind == OutlineKind::truetype);
    REQUIRE(program.gid_of_cid.size() == codes.size());
    const FreetypeJudge original(source), copy(program.bytes);
    for (std::size_t cid = 0; cid < codes.size(); ++cid) {
        CAPTURE(cid);
        CHECK(original.drawn(codes[cid]) == copy.drawn(program.gid_of_cid[cid]));
        CHECK(original.advance(codes[cid]) == copy.advance(program.gid_of_cid[cid]));
    }
    CHECK(program.gid_of_cid.back() == program.gid_of_cid[6]);
    CHECK(program.bytes.size() < 8000);
}

TEST_CASE("the same codes give the same bytes, whatever was asked before", "[subset]") {
    const auto first = FontFace::map(shipped / "FandolFang-Regular.otf", 0);
    const auto second = FontFace::map(shipped / "FandolFang-Regular.otf", 0);
    const auto glyphs = every(97, 9000);
    make_program(*second, every(31, 9000));
    CHECK(make_program(*first, glyphs).bytes == make_program(*second, glyphs).bytes);
}

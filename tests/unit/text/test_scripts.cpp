// Uyghur, Arabic, Tibetan, Mongolian and Yi: shaped as HarfBuzz shapes them alone, read and placed by
// UAX #9, broken where UAX #14 says.
#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

#include "base/utf8.hpp"
#include "real_fonts.hpp"
#include "text/hb_handles.hpp"
#include "text/scripts.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

const char* const uyghur = "ھەممە ئادەم زانىدىنلا ئەركىن، ئىززەت ھۆرمەت ۋە ھوقۇقتا باپباراۋەر بولۇپ تۇغۇلغان.";
const char* const arabic = "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق";
const char* const tibetan = "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌།";
const char* const mongolian = "ᠬᠦᠮᠦᠨ ᠪᠦᠷ ᠲᠥᠷᠥᠵᠦ ᠨᠡᠷ\u180Eᠡ ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠠ\u180B";
const char* const yi = "ꊿꂷꃅꄿꐨꐥ";

const FontSet& all_scripts_fonts() {
    static const FontSet fonts =
        shipped_fonts().with_folder(test::root() + "/tests/fixtures/fonts/scripts");
    return fonts;
}

ShapedText shaped(const std::vector<std::string>& texts, const char* language = "zh-Hans") {
    std::vector<StyledRun> runs;
    for (const std::string& t : texts) runs.push_back(real_run(t, FontRole::fangsong, language));
    return shape(runs, all_scripts_fonts());
}

std::vector<Line> lines_of(const ShapedText& text, std::int32_t ems) {
    return break_lines(text, {.measure = Length::millipoints(ems * real_em)});
}

std::string text_of(const std::vector<Line>& lines) {
    std::string all;
    for (const Line& line : lines)
        for (const LinePiece& piece : line.pieces) all += piece.text;
    return all;
}

struct Seen {
    std::uint32_t id, cluster;
    std::int32_t x, y; // of the glyph's origin, from the left edge
    auto operator<=>(const Seen&) const = default;
};

// What HarfBuzz gives for the whole text alone, from left to right.
std::vector<Seen> alone(const std::string& text, const FontFace& face, hb_script_t script, bool backward) {
    const HbFont font(hb_font_create_sub_font(face.hb_font()));
    hb_font_set_scale(font.get(), real_em, real_em);
    const HbBuffer buffer(hb_buffer_create());
    hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer.get(), text.c_str(), -1, 0, -1);
    hb_buffer_set_script(buffer.get(), script);
    hb_buffer_set_direction(buffer.get(), backward ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_shape(font.get(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
    std::vector<Seen> seen;
    std::int32_t pen = 0;
    for (unsigned i = 0; i < count; ++i) {
        seen.push_back({infos[i].codepoint, infos[i].cluster, pen + positions[i].x_offset, -positions[i].y_offset});
        pen += positions[i].x_advance;
    }
    std::sort(seen.begin(), seen.end());
    return seen;
}

// The same of our line; a glyph's cluster is that of its LinePiece text.
std::vector<Seen> ours(const Line& line) {
    std::vector<Seen> seen;
    for (const LinePiece& piece : line.pieces)
        for (const LinePiece::Glyph& glyph : piece.glyphs)
            seen.push_back({glyph.id, 0, (piece.x + glyph.x).count() - line.left.count(), glyph.y.count()});
    std::sort(seen.begin(), seen.end());
    return seen;
}

} // namespace

TEST_CASE("a text of one script has the glyphs and the places that HarfBuzz gives the whole of it") {
    struct Case {
        const char* text;
        hb_script_t script;
        bool backward;
    };
    for (const Case& c : {Case{uyghur, HB_SCRIPT_ARABIC, true}, Case{arabic, HB_SCRIPT_ARABIC, true},
                          Case{tibetan, HB_SCRIPT_TIBETAN, false}, Case{mongolian, HB_SCRIPT_MONGOLIAN, false}}) {
        CAPTURE(c.text);
        const ShapedText text = shaped({c.text});
        CHECK(text.missing.empty());
        CHECK(text.turned == c.backward);
        const std::vector<Line> lines =
            break_lines(text, {.measure = Length::millipoints(200 * real_em), .align = Align::start});
        REQUIRE(lines.size() == 1);
        const FontFace& face = *text.faces[text.clusters[0].face];
        for (const Cluster& cluster : text.clusters) // spaces and marks too
            if (cluster.glyph_begin < cluster.glyph_end) CHECK(text.faces[cluster.face].get() == &face);
        std::vector<Seen> expected = alone(c.text, face, c.script, c.backward);
        for (Seen& s : expected) s.cluster = 0;
        std::sort(expected.begin(), expected.end());
        const std::vector<Seen> found = ours(lines[0]);
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i].id == expected[i].id);
            CHECK(std::abs(found[i].x - expected[i].x) <= 10); // lam and alef stand a hundredth of a point apart
            CHECK(found[i].y == expected[i].y);
        }
        CHECK(text_of(lines) == c.text);
    }
}

TEST_CASE("Yi is set as Han, one em each, and may break anywhere") {
    const ShapedText text = shaped({yi});
    CHECK(text.missing.empty());
    for (const Cluster& c : text.clusters) {
        CHECK(c.han);
        CHECK(c.advance == Length::millipoints(real_em));
    }
    CHECK(lines_of(text, 2).size() == 3);
}

TEST_CASE("letters join across a change of style") {
    const ShapedText whole = shaped({"ئۇچۇرى"}), parted = shaped({"ئۇچ", "ۇرى"});
    std::vector<std::uint32_t> a, b;
    for (const ShapedGlyph& g : whole.glyphs) a.push_back(g.id);
    for (const ShapedGlyph& g : parted.glyphs) b.push_back(g.id);
    CHECK(a == b);
    const ShapedText apart = shaped({"ئۇچ ", " ۇرى"}); // the control: a space ends the word
    std::vector<std::uint32_t> c;
    for (const ShapedGlyph& g : apart.glyphs) c.push_back(g.id);
    CHECK(std::count(c.begin(), c.end(), a[2]) == 0); // چ in the middle of a word
}

TEST_CASE("clusters stand as they are read, the line as it is seen") {
    const ShapedText text = shaped({"甲ئۇ乙"});
    REQUIRE(text.clusters.size() == 4);
    CHECK(text.clusters[1].first == 0x626);
    CHECK(text.clusters[2].first == 0x6C7);
    CHECK(text.clusters[1].level == 1);
    CHECK(text.clusters[3].level == 0);
    const Line line = lines_of(text, 20).front();
    REQUIRE(line.pieces.size() == 3);
    CHECK(line.pieces[1].level == 1);
    CHECK(line.pieces[0].x < line.pieces[1].x);
    CHECK(line.pieces[1].x < line.pieces[2].x);
    REQUIRE(line.pieces[1].glyphs.size() >= 2);
    CHECK(line.pieces[1].glyphs.front().x > line.pieces[1].glyphs.back().x);
    CHECK(line.pieces[1].glyphs.front().text_begin == 0);
}

TEST_CASE("the gap between Han and Uyghur stands where they meet on paper") {
    const Line with = lines_of(shaped({"甲ئۇ乙"}), 20).front();
    const Line without = break_lines(
        shaped({"甲ئۇ乙"}), {.measure = Length::millipoints(20 * real_em), .style = {.han_latin_gap = {.shown = false}}}
    ).front();
    const Length quarter = Length::millipoints(real_em / 4);
    CHECK(with.pieces[1].x - without.pieces[1].x <= quarter + Length::millipoints(1));
    CHECK(with.pieces[1].x - without.pieces[1].x >= quarter - Length::millipoints(1));
    CHECK(with.pieces[2].x - without.pieces[2].x >= 2 * quarter - Length::millipoints(2));
    CHECK(with.pieces[2].x - without.pieces[2].x <= 2 * quarter + Length::millipoints(2));
}

TEST_CASE("a paragraph from right to left starts at the right, its indent too") {
    const Length measure = Length::millipoints(14 * real_em), indent = Length::millipoints(2 * real_em);
    const std::vector<Line> lines = break_lines(shaped({uyghur}), {.measure = measure, .first_indent = indent});
    REQUIRE(lines.size() >= 2);
    CHECK(lines[0].left == Length{});
    CHECK(lines[0].width == measure - indent);
    CHECK(lines[1].width == measure);
    CHECK(lines.back().width == measure);
    CHECK(lines.back().left > Length{});
    const Line centred = break_lines(shaped({"ئۇ"}), {.measure = measure, .align = Align::center}).front();
    CHECK(centred.left + centred.width >= measure - Length::millipoints(1));
    const Line at_end = break_lines(shaped({"ئۇ"}), {.measure = measure, .align = Align::end}).front();
    CHECK(at_end.left == Length{});
    const Line chinese = break_lines(shaped({"甲ئۇ"}), {.measure = measure, .align = Align::start}).front();
    CHECK(chinese.left == Length{});
}

TEST_CASE("brackets from right to left are mirrored and say what was written") {
    const ShapedText text = shaped({"ئۇ (چ) ئۇ"});
    const Line line = lines_of(text, 20).front();
    std::vector<std::pair<std::string, bool>> brackets; // what is said, and whether the other is shown
    for (const LinePiece& piece : line.pieces)
        for (const LinePiece::Glyph& glyph : piece.glyphs) {
            const std::string said = piece.text.substr(glyph.text_begin, glyph.text_length);
            if (said == "(" || said == ")")
                brackets.emplace_back(said, glyph.id == piece.face->glyph_of(said == "(" ? U')' : U'('));
        }
    CHECK(brackets == std::vector<std::pair<std::string, bool>>{{"(", true}, {")", true}});
}

TEST_CASE("a number in Uyghur keeps its order from left to right") {
    const Line line = lines_of(shaped({"ئۇ 2024 چۇ"}), 20).front();
    for (const LinePiece& piece : line.pieces) {
        if (piece.text.find("2024") == std::string::npos) continue;
        CHECK(piece.level == 2);
        CHECK(std::is_sorted(piece.glyphs.begin(), piece.glyphs.end(), [](const auto& a, const auto& b) {
            return a.x < b.x;
        }));
        return;
    }
    FAIL("the number is gone");
}

TEST_CASE("Tibetan breaks after tsheg, never before shad, and its stacks are one") {
    const ShapedText text = shaped({tibetan});
    for (const Cluster& c : text.clusters) CHECK_FALSE((c.first >= 0x0F90 && c.first <= 0x0FBC));
    for (std::int32_t ems = 3; ems < 12; ++ems) {
        const std::vector<Line> lines = lines_of(text, ems);
        CHECK(text_of(lines) == tibetan);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const std::u32string line = utf8::to_utf32(text_of({lines[i]}));
            const std::u32string next = utf8::to_utf32(text_of({lines[i + 1]}));
            CHECK(line.back() == 0x0F0B);
            CHECK(next.front() != 0x0F0D);
        }
    }
}

TEST_CASE("a Tibetan line opens after its syllables only") {
    const std::vector<Line> lines = lines_of(shaped({tibetan}), 9);
    REQUIRE(lines.size() >= 2);
    const Length measure = Length::millipoints(9 * real_em);
    CHECK(lines[0].width == measure);
    const ShapedText text = shaped({tibetan});
    std::size_t at = 0;
    for (const LinePiece& piece : lines[0].pieces)
        for (const LinePiece::Glyph& glyph : piece.glyphs) {
            if (glyph.text_length == 0) continue;
            const Cluster& cluster = text.clusters[at++];
            if (cluster.first == 0x0F0B || cluster.glyph_end - cluster.glyph_begin > 1) continue;
            CHECK(glyph.advance == cluster.advance);
        }
}

TEST_CASE("letters that are joined are never drawn apart") {
    // One word in a measure wider than itself: nothing in it may open.
    const ShapedText text = shaped({"ئۇچۇرىئۇچۇرى ئۇچۇرىئۇچۇرىئۇچۇرىئۇچۇرى"});
    const Line wide = lines_of(text, 100).front();
    const std::vector<Line> lines = lines_of(text, 9);
    REQUIRE(lines.size() >= 2);
    const auto gaps = [](const Line& line) {
        std::vector<std::int32_t> out;
        for (const LinePiece& piece : line.pieces)
            for (std::size_t i = 0; i + 1 < piece.glyphs.size() && i < 8; ++i)
                out.push_back((piece.glyphs[i].x - piece.glyphs[i + 1].x).count());
        return out;
    };
    CHECK(gaps(lines[0]) == gaps(wide));
}

TEST_CASE("Mongolian keeps a suffix behind U+202F with its word") {
    const ShapedText text = shaped({mongolian});
    for (std::int32_t ems = 3; ems < 12; ++ems) {
        const std::vector<Line> lines = lines_of(text, ems);
        CHECK(text_of(lines) == mongolian);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i)
            CHECK_FALSE(text_of({lines[i]}).ends_with("\u202F"));
    }
}

TEST_CASE("scripts of their own are told from Han, Latin and symbols") {
    for (const char32_t c : U"ئཀᠠאकกﻻᥐᦀꓐ𞤀") if (c) CHECK(is_of_own_script(c));
    for (const char32_t c : U"aéΩж中ꀀ가ᄀぁㄅ，“”①㎡𠮷😀↑ﬁ") if (c) CHECK_FALSE(is_of_own_script(c));
    CHECK_FALSE(needs_script_runs("2024年，“信息”公开（ABC）——𠮷 Ω ж 中 ꀀ 한국어"));
    CHECK(needs_script_runs("中་"));
}

// Latin words divided by patterns, only when asked (CLREQ 6.1.4).
#include <catch2/catch.hpp>

#include "fixed_text.hpp"
#include "real_fonts.hpp"
#include "text/hyphenate.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

std::string divided(std::string word, std::string_view language = "en") {
    const auto places = word_divisions(word, language);
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        word.insert(*place, "|");
    return word;
}

const LineOptions on{.measure = em(6), .style = {.hyphenation = true}};
const LineOptions off{.measure = em(6)};
const std::string soft = "\xC2\xAD";

Texts set(const std::string& text, const LineOptions& options) {
    return texts_of(break_lines(fixed_text(text), options));
}

} // namespace

TEST_CASE("words are divided by the patterns of their language") {
    CHECK(divided("information") == "in|for|ma|tion");
    CHECK(divided("Information") == "In|for|ma|tion");
    CHECK(divided("administration", "zh-Hans") == "ad|min|is|tra|tion"); // Latin in Chinese text
    CHECK(divided("government") == "gov|ern|ment");
    CHECK(divided("information", "de") == "information"); // no patterns, no division
    CHECK(divided("about") == "about");                   // one letter before, never
    CHECK(divided("only") == "only");                     // two after, never
    CHECK(divided("a") == "a");
    CHECK(divided("") == "");
}

TEST_CASE("a divided word shows a hyphen that says U+00AD, inside the measure") {
    // 政府 and a gap leave 3.75 em: informa- is 4 letters of half an em and a third for the hyphen.
    const auto lines = break_lines(fixed_text("政府信information公开工作"), on);
    REQUIRE(lines.size() > 1);
    CHECK(text_of(lines[0]) == "政府信infor" + soft);
    CHECK(text_of(lines[1]) == "mation公开"); // not 公 behind a hole
    CHECK(lines[0].width == em(6));
    const auto& hyphen = lines[0].pieces.back().glyphs.back();
    CHECK(hyphen.id == U'-');
    CHECK(lines[0].pieces.back().x + hyphen.x + hyphen.advance == em(6));
    CHECK(set("政府信information公开工作", off)[0] == "政府信");
}

TEST_CASE("names, numbers, compounds and addresses are not divided") {
    for (const std::string text : {"政府信INFORMATION公开工作", "政府信iPhonemania公开工作",
                                   "政府信information2公开工作", "政府信in-formation公开工作"}) {
        CAPTURE(text);
        CHECK(set(text, on) == set(text, off));
    }
    CHECK(set("政府information.gov.cn公开", on) == set("政府information.gov.cn公开", off));
}

TEST_CASE("a hyphen costs more than a line that is a little looser") {
    // in- would fit; seventeen Han take one and a half em as well, eleven do not.
    const std::string seventeen = "按照规定本机关政府信息公开工作要点", eleven = "本机关政府信息公开工作";
    const LineOptions wide{.measure = em(18.5), .style = {.hyphenation = true}};
    CHECK(set(seventeen + "information报告", wide)[0] == seventeen);
    const LineOptions narrow{.measure = em(12.5), .style = {.hyphenation = true}};
    CHECK(set(eleven + "information报告", narrow)[0] == eleven + "in" + soft);
}

TEST_CASE("the hyphen is of the face of its word") {
    const LineOptions narrow{.measure = Length::millipoints(6 * real_em), .style = {.hyphenation = true}};
    const ShapedText text = real_text("政府信息information公开工作情况");
    const auto lines = break_lines(text, narrow);
    REQUIRE(text_of(lines[0]).ends_with(soft));
    const LinePiece& latin = lines[0].pieces.back();
    CHECK(latin.face->file_name() == "LiberationSerif-Regular.ttf");
    CHECK(latin.glyphs.back().id == latin.face->glyph_of(U'-'));
    CHECK(lines[0].width == narrow.measure);
}

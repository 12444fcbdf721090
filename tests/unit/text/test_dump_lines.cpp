// Shaped text and lines print themselves.
#include <catch2/catch.hpp>

#include "fixed_text.hpp"
#include "real_fonts.hpp"
#include "text/dump_lines.hpp"

using namespace nianbao;
using namespace nianbao::text;

TEST_CASE("shaped text prints its clusters with face, size, advance and glyphs") {
    const ShapedText text = real_text("甲7");
    const std::string id = std::to_string(text.glyphs[0].id), digit = std::to_string(text.glyphs[1].id);
    CHECK(
        dump(text) == "\"甲\" FandolFang-Regular.otf 15.75 advance 15.75 " + id +
                          "\n\"7\" LiberationSerif-Regular.ttf 15.75 advance 7.875 " + digit + "\n"
    );
}

TEST_CASE("what no font has is printed with its place") {
    const std::string printed = dump(real_text("\xF3\xB0\x80\x80")); // U+F0000
    CHECK(printed.find("missing U+F0000 at /overview/0\n") != std::string::npos);
}

TEST_CASE("lines print their natural and adjusted width and their pieces") {
    const ShapedText text = real_text("甲乙丙丁戊");
    const auto lines = break_lines(text, {.measure = Length::millipoints(3 * real_em)});
    CHECK(
        dump(lines) == "line natural 47.25 width 47.25\n  0 \"甲乙丙\"\n"
                       "line natural 31.5 width 31.5 last\n  0 \"丁戊\"\n"
    );
}

TEST_CASE("a line explains its natural width, its adjustment by step and its end") {
    const auto explained = [](const std::string& text, LineOptions options) {
        return explain(break_lines(fixed_text(text), options)[0]);
    };
    CHECK(explained("政府信息公开工作", {.measure = em(4)}) == "natural 40 width 40; ends freely: \"政府信息\"");
    CHECK(
        explained("政府，信息公", {.measure = em(5.75)}) ==
        "natural 60 width 57.5 squeezed pauses -2.5; ends the paragraph: \"政府，信息公\""
    );
    CHECK(
        explained("甲A乙丙丁戊己", {.measure = em(4.7)}) ==
        "natural 40 width 47 stretched Han–Latin gaps +5, all gaps +2; ends freely: \"甲A乙丙\""
    );
    CHECK(
        explained("政府信息，公开工作", {.measure = em(4), .style = {.hanging_marks = true}}) ==
        "natural 40 width 40 hung 5; ends freely: \"政府信息，\""
    );
    CHECK(explained("政府\n信息", {.measure = em(4)}) == "natural 20 width 20; ends at a line feed: \"政府\\n\"");
    CHECK(
        explained("共有信息12件", {.measure = em(5.2)}).find("ends between number and measure word") ==
        std::string::npos
    );
    CHECK(
        explained("12件", {.measure = em(1.2)}) ==
        "natural 10 width 10; ends between number and measure word: \"12\""
    );
}

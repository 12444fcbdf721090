// Shaped text and lines print themselves.
#include <catch2/catch.hpp>

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

// Sets of code points as fonts.json writes them.
#include <catch2/catch.hpp>

#include "font/code_point_ranges.hpp"

using nianbao::font::CodePointRanges;

TEST_CASE("ranges hold their ends and nothing between them", "[code_point_ranges]") {
    const auto ranges = CodePointRanges::parse("20-7E 3007 20000-2A6D6");
    REQUIRE(ranges);
    for (const char32_t c : {U'\x20', U'\x7E', U'\u3007', U'\U00020000', U'\U0002A6D6'})
        CHECK(ranges->contain(c));
    for (const char32_t c : {U'\x1F', U'\x7F', U'\u3006', U'\u3008', U'\U0001FFFF', U'\U0002A6D7'})
        CHECK_FALSE(ranges->contain(c));
}

TEST_CASE(
    "ranges that are not ascending hexadecimal code points are refused", "[code_point_ranges]"
) {
    for (const char* text :
         {"7E-20", "30 20", "20-30 25", "xyz", "20,30", "20  30", "110000", "-5", "U+20"})
        CHECK_FALSE(CodePointRanges::parse(text));
    REQUIRE(CodePointRanges::parse(""));
    CHECK_FALSE(CodePointRanges::parse("")->contain(0x20));
}

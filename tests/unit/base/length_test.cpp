// Length is exact and prints as PDF wants it.
#include <catch2/catch.hpp>

#include <nianbao/length.hpp>

using namespace nianbao;
using namespace nianbao::literals;

TEST_CASE("a point is a thousand millipoints and a millimetre is 72/25.4 points") {
    CHECK((16_pt).count() == 16000);
    CHECK((15.75_pt).count() == 15750);
    CHECK((156_mm).count() == 442205);
    CHECK((225_mm).count() == 637795);
}

TEST_CASE("lengths add up exactly") {
    Length sum;
    for (int i = 0; i < 10; ++i) sum += 0.1_pt;
    CHECK(sum == 1_pt);
    CHECK(-(3_pt) + 4_pt == 1_pt);
}

TEST_CASE("scaling rounds half away from zero") {
    CHECK(Length::millipoints(5).scaled(1, 2) == Length::millipoints(3));
    CHECK(Length::millipoints(-5).scaled(1, 2) == Length::millipoints(-3));
    CHECK((22_pt).scaled(120, 1000) == 2.64_pt);
}

TEST_CASE("a length prints in points without trailing zeros") {
    CHECK(to_string(16_pt) == "16");
    CHECK(to_string(10.5_pt) == "10.5");
    CHECK(to_string(Length::millipoints(-25)) == "-0.025");
    CHECK(to_string(Length::millipoints(0)) == "0");
}

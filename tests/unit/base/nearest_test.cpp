// The nearest known word.
#include <catch2/catch.hpp>

#include "base/nearest.hpp"

using nianbao::nearest;

TEST_CASE("the nearest word is found by edits of whole characters") {
    const std::vector<std::string> known = {"organ", "year", "overview", "属于国家秘密", "属于行政执法案卷"};
    CHECK(nearest("ogran", known) == "organ");
    CHECK(nearest("organs", known) == "organ");
    CHECK(nearest("yaer", known) == "year");
    CHECK(nearest("属于国家机密", known) == "属于国家秘密");
    CHECK(nearest("属于行政执法卷", known) == "属于行政执法案卷");
    CHECK(nearest("banana", known).empty());
    CHECK(nearest("甲", known).empty());
    CHECK(nearest("", known).empty());
    CHECK(nearest(std::string(1'000'000, 'a'), known).empty());
}

// Text of cells over a page end.
#include <catch2/catch.hpp>

#include <array>

#include "layout/cut_cell.hpp"

using nianbao::layout::divide_lines;

TEST_CASE("a label stands whole in the first part that holds it") {
    const auto parts = divide_lines(3, std::array<std::int64_t, 3>{2, 3, 9}, false);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].end == parts[0].begin);
    CHECK(parts[1].end == 3);
    CHECK_FALSE(parts[1].copy);
    CHECK(parts[2].end == 0);
}

TEST_CASE("a repeated label stands again in every later part that holds it, as a copy") {
    const auto parts = divide_lines(2, std::array<std::int64_t, 3>{2, 1, 2}, true);
    REQUIRE(parts.size() == 3);
    CHECK_FALSE(parts[0].copy);
    CHECK(parts[1].end == 0);
    CHECK(parts[2].end == 2);
    CHECK(parts[2].copy);
}

TEST_CASE("a text that no part holds runs on, each line once") {
    const auto parts = divide_lines(10, std::array<std::int64_t, 3>{4, 5, 6}, true);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].end == 4);
    CHECK(parts[1].begin == 4);
    CHECK(parts[1].end == 9);
    CHECK(parts[2].begin == 9);
    CHECK(parts[2].end == 10);
}

TEST_CASE("parts that cannot hold the text together say so") {
    CHECK(divide_lines(10, std::array<std::int64_t, 2>{4, 5}, false).empty());
}

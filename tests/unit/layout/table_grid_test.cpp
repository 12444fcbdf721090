// Column widths.
#include <catch2/catch.hpp>

#include <numeric>

#include "layout/table_grid.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::layout;

namespace {

std::vector<Length> widths_of(const std::vector<Column>& columns, const std::vector<CellContent>& cells, Length measure) {
    return column_widths(columns, content_of_columns(columns, cells), measure);
}

}  // namespace

TEST_CASE("shares are divided by largest remainder and add up") {
    const std::vector<std::int64_t> parts = {1, 1, 1};
    CHECK(divided(Length::millipoints(100), parts)
          == std::vector<Length>{Length::millipoints(34), Length::millipoints(33), Length::millipoints(33)});
    const std::vector<std::int64_t> official = {754, 921, 3271, 685, 685, 685, 685, 685, 685, 685};
    const auto widths = divided(Length::millipoints(442205), official);
    CHECK(std::accumulate(widths.begin(), widths.end(), Length{}) == Length::millipoints(442205));
    CHECK(widths[0] == Length::millipoints(34229));
}

TEST_CASE("fixed columns keep their width and shares take the rest") {
    const auto widths = widths_of({{.width = 30_pt}, {.width = Share{1}}, {.width = Share{3}}}, {}, 110_pt);
    CHECK(widths == std::vector<Length>{30_pt, 20_pt, 60_pt});
}

TEST_CASE("an automatic column is as wide as its content when there is room") {
    const auto widths = widths_of(
        {{.width = Auto{}}, {.width = Share{1}}}, {{.column = 0, .widths = {20_pt, 45_pt}}}, 100_pt);
    CHECK(widths == std::vector<Length>{45_pt, 55_pt});
}

TEST_CASE("automatic columns shrink towards their narrowest in proportion to what they could give") {
    const auto widths = widths_of(
        {{.width = Auto{}}, {.width = Auto{}}},
        {{.column = 0, .widths = {20_pt, 80_pt}}, {.column = 1, .widths = {20_pt, 50_pt}}}, 100_pt);
    CHECK(widths == std::vector<Length>{60_pt, 40_pt});
}

TEST_CASE("automatic columns leave each share, in its proportion, room for its own content") {
    const auto widths = widths_of(
        {{.width = Auto{}}, {.width = Share{1}}, {.width = Share{3}}},
        {{.column = 0, .widths = {10_pt, 90_pt}}, {.column = 1, .widths = {15_pt, 15_pt}}}, 100_pt);
    CHECK(widths[1] >= 15_pt);
    CHECK(widths[2] >= 45_pt);
    CHECK(widths[0] + widths[1] + widths[2] == 100_pt);
}

TEST_CASE("only automatic columns fill the measure together") {
    const auto widths = widths_of(
        {{.width = Auto{}}, {.width = Auto{}}},
        {{.column = 0, .widths = {10_pt, 10_pt}}, {.column = 1, .widths = {30_pt, 30_pt}}}, 100_pt);
    CHECK(widths[0] + widths[1] == 100_pt);
    CHECK(widths[1] > 2 * widths[0]);
}

TEST_CASE("a spanning cell widens the automatic columns below it") {
    const auto contents = content_of_columns(
        std::vector<Column>{{.width = 10_pt}, {.width = Auto{}}, {.width = Auto{}}},
        std::vector<CellContent>{{.column = 0, .columns = 3, .widths = {50_pt, 50_pt}}});
    CHECK(contents[1].narrowest == 20_pt);
    CHECK(contents[2].narrowest == 20_pt);
}

TEST_CASE("columns that need more than the measure say so by their sum") {
    const auto widths = widths_of({{.width = 80_pt}, {.width = 40_pt}}, {}, 100_pt);
    CHECK(widths[0] + widths[1] == 120_pt);
}

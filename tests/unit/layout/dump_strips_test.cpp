// Strips and page plans print themselves.
#include <catch2/catch.hpp>

#include "layout/dump_strips.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::layout;

TEST_CASE("strips print height, appeal and what is not plain") {
    StripList list;
    list.headers = {{.height = 40_pt}};
    list.strips = {
        {.height = 29.621_pt},
        {.height = 17_pt, .space_before = 5_pt, .before = BreakAppeal::never, .snap = true, .solid = true, .header_group = 0},
    };
    CHECK(dump(list) == "header 0 height 40\n"
                        "0 height 29.621 before good\n"
                        "1 height 17 before never space 5 snap solid header 0\n");
}

TEST_CASE("a page plan prints which strips stand where") {
    PagePlan plan;
    plan.pages = {
        {.first = 0, .last = 2, .tops = {0_pt, 29.621_pt}},
        {.first = 2, .last = 3, .repeated_header = 0, .tops = {40_pt}, .overflows = true},
    };
    CHECK(dump(plan) == "page 1 strips 0-2 at 0 29.621\n"
                        "page 2 strips 2-3 header 0 overflows at 40\n");
}

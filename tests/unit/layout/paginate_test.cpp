// Page plans from bare heights: no text, no fonts.
#include <catch2/catch.hpp>

#include <cstdint>
#include <random>

#include "layout/paginate.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::layout;

namespace {

constexpr PageArea plain_area{.height = 100_pt, .grid = {}, .hang = {}};

Strip strip(Length height, BreakAppeal before = BreakAppeal::good) {
    Strip made;
    made.height = height;
    made.before = before;
    return made;
}

StripList strips(std::size_t count, Length height) {
    StripList list;
    list.strips.assign(count, strip(height));
    return list;
}

std::vector<std::uint32_t> ends_of(const PagePlan& plan) {
    std::vector<std::uint32_t> ends;
    for (const PlannedPage& page : plan.pages) ends.push_back(page.last);
    return ends;
}

using Ends = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("no strips make no pages") {
    CHECK(paginate({}, plain_area, 500).pages.empty());
}

TEST_CASE("pages are filled to the last strip that fits exactly") {
    CHECK(ends_of(paginate(strips(5, 50_pt), plain_area, 500)) == Ends{2, 4, 5});
}

TEST_CASE("the page ends at the best break, the latest among equals") {
    StripList list = strips(4, 30_pt);
    list.strips[2].before = BreakAppeal::good;
    list.strips[3].before = BreakAppeal::poor;
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{2, 4});
    list.strips[2].before = BreakAppeal::poor;
    list.strips[1].before = BreakAppeal::poor;
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{3, 4});
}

TEST_CASE("a strip that must not be parted moves with the one before it") {
    StripList list = strips(4, 30_pt);
    list.strips[3].before = BreakAppeal::never;
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{2, 4});
}

TEST_CASE("when every break is forbidden the latest is taken, nothing leaves the page") {
    StripList list = strips(4, 30_pt);
    for (Strip& each : list.strips) each.before = BreakAppeal::never;
    const PagePlan plan = paginate(list, plain_area, 500);
    CHECK(ends_of(plan) == Ends{3, 4});
    CHECK_FALSE(plan.pages[0].overflows);
}

TEST_CASE("a forced break ends the page at once and does nothing at the head") {
    StripList list = strips(3, 10_pt);
    list.strips[0].before = BreakAppeal::forced;
    list.strips[1].before = BreakAppeal::forced;
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{1, 3});
}

TEST_CASE("space before a strip is dropped at the head of a page") {
    StripList list = strips(3, 40_pt);
    for (Strip& each : list.strips) each.space_before = 20_pt;
    const PagePlan plan = paginate(list, plain_area, 500);
    CHECK(ends_of(plan) == Ends{2, 3});
    CHECK(plan.pages[0].tops == std::vector<Length>{0_pt, 60_pt});
    CHECK(plan.pages[1].tops == std::vector<Length>{0_pt});
}

TEST_CASE("a strip taller than the page stands alone and is flagged") {
    StripList list = strips(3, 30_pt);
    list.strips[1].height = 120_pt;
    const PagePlan plan = paginate(list, plain_area, 500);
    CHECK(ends_of(plan) == Ends{1, 2, 3});
    CHECK(plan.pages[1].overflows);
    CHECK_FALSE(plan.pages[2].overflows);
}

TEST_CASE("strips of a table bring their header along") {
    StripList list = strips(4, 40_pt);
    list.headers = {{.height = 15_pt}};
    for (std::size_t i = 1; i < 4; ++i) list.strips[i].header_group = 0;
    const PagePlan plan = paginate(list, plain_area, 500);
    CHECK(ends_of(plan) == Ends{2, 4});
    CHECK(plan.pages[0].repeated_header == -1);
    CHECK(plan.pages[1].repeated_header == 0);
    CHECK(plan.pages[1].tops == std::vector<Length>{15_pt, 55_pt});
}

TEST_CASE("the first strip after a table is on the grid again") {
    StripList list = strips(3, 10_pt);
    list.strips[1].height = 12_pt;
    list.strips[2].snap = true;
    const PagePlan plan = paginate(list, {.height = 100_pt, .grid = 10_pt, .hang = {}}, 500);
    CHECK(plan.pages[0].tops == std::vector<Length>{0_pt, 10_pt, 30_pt});
}

TEST_CASE("table rows keep off the leading that text lines hang out of the type area") {
    const PageArea area{.height = 40_pt, .grid = 10_pt, .hang = 3_pt};
    StripList list = strips(5, 10_pt);
    for (Strip& each : list.strips) each.solid = true;
    const PagePlan plan = paginate(list, area, 500);
    CHECK(ends_of(plan) == Ends{3, 5});
    CHECK(plan.pages[0].tops[0] == 3_pt);
    CHECK(ends_of(paginate(strips(5, 10_pt), area, 500)) == Ends{4, 5});
}

TEST_CASE("pagination stops one page after the limit") {
    CHECK(paginate(strips(50, 60_pt), plain_area, 3).pages.size() == 4);
}

namespace {

// Random strips of a page of 100 pt, with headers of up to 40 pt; same seed, same list.
StripList random_list(std::mt19937& random) {
    const auto upto = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    StripList list;
    const std::uint32_t count = 1 + upto(60);
    for (std::uint32_t i = 0; i < 2; ++i) list.headers.push_back({Length::points(upto(40))});
    for (std::uint32_t i = 0; i < count; ++i) {
        Strip made = strip(Length::points(upto(20) == 0 ? 120 : upto(40)));
        made.before = static_cast<BreakAppeal>(upto(40) == 0 ? 5 : upto(5));
        made.space_before = Length::points(upto(3) == 0 ? upto(20) : 0);
        made.snap = upto(4) == 0;
        made.solid = upto(3) == 0;
        made.header_group = made.solid ? static_cast<std::int32_t>(upto(3)) - 1 : -1;
        list.strips.push_back(made);
    }
    return list;
}

// The first rule that the plan breaks, or "".
std::string broken_rule(const StripList& list, const PageArea& area, const PagePlan& plan) {
    std::uint32_t next = 0;
    for (const PlannedPage& page : plan.pages) {
        if (page.first != next || page.last <= page.first) return "pages are contiguous and go forward";
        if (page.tops.size() != page.last - page.first) return "each strip has a place";
        if (page.repeated_header != list.strips[page.first].header_group) return "the header is brought along";
        next = page.last;
        Length foot = page.repeated_header < 0 ? Length{} : area.hang + list.headers[static_cast<std::size_t>(page.repeated_header)].height;
        for (std::uint32_t i = page.first; i < page.last; ++i) {
            const Strip& each = list.strips[i];
            if (i > page.first && each.before == BreakAppeal::forced) return "forced breaks are obeyed";
            if (page.tops[i - page.first] < foot) return "strips do not overlap";
            foot = page.tops[i - page.first] + each.height;
            const bool fits = foot <= area.height - (each.solid ? area.hang : Length{});
            if (!fits && !(page.overflows && i == page.first)) return "strips stay on the page";
        }
        if (next < list.strips.size() && list.strips[next].before != BreakAppeal::forced)
            for (std::uint32_t i = page.first + 1; i < page.last; ++i)
                if (list.strips[i].before > list.strips[next].before) return "the best break is taken";
    }
    return next == list.strips.size() ? "" : "every strip is on a page";
}

}  // namespace

TEST_CASE("a group that fits the next page moves there when less than a third would stand here") {
    StripList list = strips(12, 10_pt);
    list.moving = {{8, 12}};
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{10, 12});  // half of it stands here
    list.moving = {{9, 13}};
    list.strips.resize(13, strip(10_pt));
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{9, 13});  // a fourth
    list.moving = {};
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{10, 13});  // not asked for
    list.strips.resize(30, strip(10_pt));
    list.moving = {{9, 20}};
    CHECK(ends_of(paginate(list, plain_area, 500)).front() == 10);  // fits no page
}

TEST_CASE("a moving group takes along what must not be parted from it, and stays when it cannot move well") {
    StripList list = strips(13, 10_pt);
    list.moving = {{9, 13}};
    list.strips[9].before = BreakAppeal::never;
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{8, 13});
    for (std::size_t i = 1; i < 10; ++i) list.strips[i].before = BreakAppeal::never;
    CHECK(ends_of(paginate(list, plain_area, 500)) == Ends{10, 13});
}

TEST_CASE("a page ends early enough for what it repeats at its foot") {
    StripList list = strips(12, 10_pt);
    for (Strip& each : list.strips) each.foot = 25_pt;
    list.strips[11].foot = {};
    const PagePlan plan = paginate(list, plain_area, 500);
    CHECK(ends_of(plan) == Ends{7, 12});
    CHECK_FALSE(plan.pages[0].overflows);
}

TEST_CASE("strips that stand across a page have pages of their own, as high as the type area is wide") {
    StripList list = strips(9, 10_pt);
    for (std::size_t i = 2; i < 8; ++i) list.strips[i].turned = true;
    list.strips[3].snap = true;
    const PageArea area{.height = 100_pt, .grid = 30_pt, .hang = 5_pt, .turned_height = 40_pt};
    const PagePlan plan = paginate(list, area, 500);
    CHECK(ends_of(plan) == Ends{2, 6, 8, 9});
    CHECK_FALSE(plan.pages[0].turned);
    CHECK(plan.pages[1].turned);
    CHECK(plan.pages[1].tops == std::vector<Length>{0_pt, 10_pt, 20_pt, 30_pt});  // no grid, no hang
    CHECK_FALSE(plan.pages[3].turned);
}

TEST_CASE("20 000 random strip lists keep every rule of the plan") {
    std::mt19937 random(9704);
    const PageArea area{.height = 100_pt, .grid = 10_pt, .hang = 2_pt};
    for (int i = 0; i < 20000; ++i) {
        const StripList list = random_list(random);
        const std::string broken = broken_rule(list, area, paginate(list, area, 500));
        if (!broken.empty()) FAIL("list " << i << ": " << broken);
    }
}

TEST_CASE("a page scans only what it may hold: a million strips are planned in linear time") {
    StripList list = strips(1'000'000, 10_pt);
    for (std::size_t i = 0; i < list.strips.size(); ++i)
        if (i % 7 != 0) list.strips[i].before = BreakAppeal::never;
    const PagePlan plan = paginate(list, plain_area, 1'000'000);
    CHECK(plan.pages.back().last == list.strips.size());
    CHECK(plan.pages.size() == 142'857);
}

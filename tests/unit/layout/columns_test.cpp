// Columns of a page from bare heights: filled in turn, balanced, with strips across them.
#include <catch2/catch.hpp>

#include <random>

#include "layout/paginate.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::layout;

namespace {

constexpr PageArea two_columns{.height = 100_pt, .grid = 10_pt, .hang = {}, .columns = 2};

Strip text(BreakAppeal before = BreakAppeal::good) {
    return {.height = 10_pt, .before = before, .snap = true, .in_column = true};
}

Strip across(Length height, BreakAppeal before = BreakAppeal::good) {
    return {.height = height, .before = before, .solid = true};
}

StripList texts(std::size_t count) {
    StripList list;
    list.strips.assign(count, text());
    return list;
}

std::vector<std::size_t> column_sizes(const PlannedPage& page) {
    std::vector<std::size_t> out;
    for (const std::uint8_t column : page.columns) {
        out.resize(std::max<std::size_t>(out.size(), column + 1U));
        ++out[column];
    }
    return out;
}

using Sizes = std::vector<std::size_t>;

}  // namespace

TEST_CASE("columns are filled one after the other, each from the head of the page") {
    const PagePlan plan = paginate(texts(30), two_columns, 500);
    REQUIRE(plan.pages.size() == 2);
    CHECK(column_sizes(plan.pages[0]) == Sizes{10, 10});
    CHECK(plan.pages[0].tops[0] == 0_pt);
    CHECK(plan.pages[0].tops[9] == 90_pt);
    CHECK(plan.pages[0].tops[10] == 0_pt);
}

TEST_CASE("columns that are not filled are balanced") {
    CHECK(column_sizes(paginate(texts(30), two_columns, 500).pages[1]) == Sizes{5, 5});
    CHECK(column_sizes(paginate(texts(7), two_columns, 500).pages[0]) == Sizes{4, 3});
    CHECK(column_sizes(paginate(texts(7), {.height = 100_pt, .grid = 10_pt, .hang = {}, .columns = 3}, 500).pages[0]) == Sizes{3, 3, 1});
    CHECK(column_sizes(paginate(texts(1), two_columns, 500).pages[0]) == Sizes{1});
}

TEST_CASE("balanced columns part their strips where a page would") {
    StripList list = texts(6);
    list.strips[3].before = BreakAppeal::last_resort;
    CHECK(column_sizes(paginate(list, two_columns, 500).pages[0]) == Sizes{4, 2});
    for (Strip& each : list.strips) each.before = BreakAppeal::never;
    CHECK(column_sizes(paginate(list, two_columns, 500).pages[0]) == Sizes{6});
}

TEST_CASE("what stands across the page parts the columns above from those below") {
    StripList list = texts(10);
    list.strips[6] = across(15_pt);
    const PlannedPage page = paginate(list, two_columns, 500).pages[0];
    CHECK(page.columns == std::vector<std::uint8_t>{0, 0, 0, 1, 1, 1, 0, 0, 0, 1});
    CHECK(page.tops[6] == 30_pt);
    CHECK(page.tops[7] == 50_pt);  // on the grid again
    REQUIRE(page.bands.size() == 2);
    CHECK(page.bands[0].bottom == 30_pt);
    CHECK(page.bands[1].top == 50_pt);
}

TEST_CASE("a heading across the page takes the table below it along; the columns above are balanced") {
    StripList list = texts(15);
    list.strips[13] = across(10_pt);
    list.strips[14] = across(40_pt, BreakAppeal::never);
    const PagePlan plan = paginate(list, two_columns, 500);
    REQUIRE(plan.pages.size() == 2);
    CHECK(plan.pages[0].last == 13);
    CHECK(column_sizes(plan.pages[0]) == Sizes{7, 6});
    CHECK(plan.pages[1].tops == std::vector<Length>{0_pt, 10_pt});
}

TEST_CASE("columns that could only begin badly at the foot of a page begin the next") {
    StripList list;
    list.strips = {across(90_pt), text(), text(BreakAppeal::never), text(BreakAppeal::never), text()};
    const PagePlan plan = paginate(list, two_columns, 500);
    REQUIRE(plan.pages.size() == 2);
    CHECK(plan.pages[0].last == 1);
}

TEST_CASE("one column is a page as it always was") {
    StripList list = texts(12);
    list.strips[3] = across(12_pt);
    PageArea area = two_columns;
    area.columns = 1;
    const PagePlan plan = paginate(list, area, 500);
    CHECK(plan.pages[0].columns.empty());
    CHECK(plan.pages[0].bands.empty());
    CHECK(plan.pages[0].tops[4] == 50_pt);
}

namespace {

StripList random_list(std::mt19937& random) {
    const auto upto = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    StripList list;
    bool in_column = true;
    for (std::uint32_t i = 1 + upto(120); i > 0; --i) {
        if (upto(8) == 0) in_column = !in_column;
        Strip made = in_column ? text() : across(Length::points(1 + upto(60)));
        if (in_column && upto(4) == 0) made.height = 20_pt;
        made.before = static_cast<BreakAppeal>(upto(60) == 0 ? 5 : upto(4) == 0 ? 1 + upto(3) : 4);
        made.space_before = Length::points(upto(5) == 0 ? upto(20) : 0);
        list.strips.push_back(made);
    }
    return list;
}

std::string broken_rule(const StripList& list, const PageArea& area, const PagePlan& plan) {
    std::uint32_t next = 0;
    for (const PlannedPage& page : plan.pages) {
        if (page.first != next || page.last <= page.first) return "pages are contiguous and go forward";
        if (page.tops.size() != page.last - page.first || page.columns.size() != page.tops.size()) return "each strip has a place";
        next = page.last;
        if (page.overflows) return "nothing is higher than a page";
        for (std::uint32_t i = 0; i < page.tops.size(); ++i) {
            const Strip& strip = list.strips[page.first + i];
            if (page.tops[i] + strip.height > area.height) return "strips stay on the page";
            if (strip.in_column && page.tops[i].count() % area.grid.count() != 0) return "text is on the grid";
            if (page.columns[i] >= area.columns || (!strip.in_column && page.columns[i] != 0)) return "columns exist";
            if (i == 0) continue;
            if (strip.before == BreakAppeal::forced) return "forced breaks are obeyed";
            const bool next_column = strip.in_column && list.strips[page.first + i - 1].in_column && page.columns[i] != page.columns[i - 1];
            if (next_column && page.columns[i] != page.columns[i - 1] + 1) return "columns follow each other";
            if (next_column) continue;
            for (std::uint32_t above = 0; above < i; ++above) {
                const bool same = page.columns[above] == page.columns[i] || !strip.in_column || !list.strips[page.first + above].in_column;
                if (same && page.tops[above] + list.strips[page.first + above].height > page.tops[i]) return "strips do not overlap";
            }
        }
    }
    return next == list.strips.size() ? "" : "every strip is on a page";
}

}  // namespace

TEST_CASE("random strips in columns and across: none lost, none on another, text on the grid") {
    std::mt19937 random(711);
    for (int i = 0; i < 10000; ++i) {
        const StripList list = random_list(random);
        PageArea area = two_columns;
        area.columns = 2 + i % 3;
        const std::string broken = broken_rule(list, area, paginate(list, area, 500));
        if (!broken.empty()) FAIL("list " << i << ": " << broken);
    }
}

TEST_CASE("columns of a million strips are planned in linear time") {
    StripList list = texts(1'000'000);
    for (std::size_t i = 0; i < list.strips.size(); ++i) {
        if (i % 50 == 0) list.strips[i] = across(20_pt);
        if (i % 7 != 0) list.strips[i].before = BreakAppeal::never;
    }
    const PagePlan plan = paginate(list, two_columns, 1'000'000);
    CHECK(plan.pages.back().last == list.strips.size());
}

// Where everything stands on a page.
#include <catch2/catch.hpp>

#include <nianbao/box.hpp>

using namespace nianbao;
using namespace nianbao::literals;

namespace {

GlyphRun run_of_two() {
    GlyphRun run;
    run.size = 10_pt;
    run.origin = {100_pt, 200_pt};
    run.glyphs = {{.id = 1, .advance = 10_pt}, {.id = 2, .x = 10_pt, .advance = 5_pt}};
    run.text = "总1";
    return run;
}

Box box_of(PageItem item) {
    PagedDocument document;
    document.pages.push_back({.size = {595_pt, 842_pt}, .items = {std::move(item)}});
    return boxes(document).at(0);
}

}  // namespace

TEST_CASE("the box of a text is its advances by its em box") {
    CHECK(box_of(run_of_two()).area == Rect{{100_pt, 191.2_pt}, {15_pt, 10_pt}});
    CHECK(box_of(run_of_two()).text == "总1");
}

TEST_CASE("the box of a turned text is turned about its origin, clockwise") {
    GlyphRun run = run_of_two();
    run.quarter_turns = 1;
    CHECK(box_of(run).area == Rect{{98.8_pt, 200_pt}, {10_pt, 15_pt}});
    run.quarter_turns = 2;
    CHECK(box_of(run).area == Rect{{85_pt, 198.8_pt}, {15_pt, 10_pt}});
    run.quarter_turns = 3;
    CHECK(box_of(run).area == Rect{{91.2_pt, 185_pt}, {10_pt, 15_pt}});
}

TEST_CASE("a rule is as wide as it is drawn, across its direction only") {
    CHECK(box_of(Rule{.from = {10_pt, 20_pt}, .to = {30_pt, 20_pt}, .width = 1_pt}).area
          == Rect{{10_pt, 19.5_pt}, {20_pt, 1_pt}});
    CHECK(box_of(Rule{.from = {10_pt, 20_pt}, .to = {10_pt, 50_pt}, .width = 1_pt}).area
          == Rect{{9.5_pt, 20_pt}, {1_pt, 30_pt}});
}

TEST_CASE("strokes, polygons, fills, pictures and links have boxes") {
    CHECK(box_of(Stroke{.points = {{10_pt, 10_pt}}, .width = 2_pt}).area == Rect{{9_pt, 9_pt}, {2_pt, 2_pt}});
    CHECK(box_of(Path{.outlines = {{{1_pt, 1_pt}, {4_pt, 2_pt}}, {{0_pt, 3_pt}}}}).area
          == Rect{{0_pt, 1_pt}, {4_pt, 2_pt}});
    const Rect area{{1_pt, 2_pt}, {3_pt, 4_pt}};
    CHECK(box_of(Fill{.area = area}).area == area);
    CHECK(box_of(Picture{.area = area}).kind == BoxKind::picture);
    Link link;
    link.area = area;
    link.uri = "https://example.org";
    CHECK(box_of(link).text == "https://example.org");
}

TEST_CASE("a box knows its page and what it speaks for; an artifact speaks for nothing") {
    PagedDocument document;
    document.structure = {{.kind = StructureKind::document}, {.kind = StructureKind::data_cell}};
    GlyphRun run = run_of_two();
    run.node = 1;
    run.source = {"/applications", 3};
    document.pages.resize(2);
    document.pages[1].items = {run, Fill{}};
    const std::vector<Box> all = boxes(document);
    REQUIRE(all.size() == 2);
    CHECK(all[0].page == 2);
    CHECK(all[0].structure == StructureKind::data_cell);
    CHECK(all[0].source == Origin{"/applications", 3});
    CHECK(!all[1].structure);
    CHECK(std::string(name_of(StructureKind::data_cell)) == "data-cell");
}

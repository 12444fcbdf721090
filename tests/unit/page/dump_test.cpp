// Pages as text.
#include <catch2/catch.hpp>

#include <nianbao/paged_document.hpp>

using namespace nianbao;
using namespace nianbao::literals;

TEST_CASE("each item is one line with its node, place and look") {
    PagedDocument document;
    document.title = "年报";
    GlyphRun run;
    run.size = 15.75_pt;
    run.origin = {79_pt, 120.5_pt};
    run.glyphs = {{.id = 1, .advance = 15.75_pt}, {.id = 2, .x = 15.75_pt, .advance = 8_pt}};
    run.text = "总\"";
    run.node = 1;
    run.color = {0xC6, 0xD9, 0xF1};
    Link link;
    link.uri = "https://example.org";
    document.pages.push_back({.size = {595_pt, 842_pt}, .items = {
        run,
        Rule{.from = {1_pt, 2_pt}, .to = {3_pt, 2_pt}, .width = 0.5_pt},
        Fill{.area = {{1_pt, 2_pt}, {3_pt, 4_pt}}, .color = {0xC6, 0xD9, 0xF1}},
        Path{.outlines = {{{0_pt, 0_pt}, {1_pt, 0_pt}}}},
        Picture{.width = 2, .height = 3},
        link,
    }});
    CHECK(dump(document) == R"(document "年报" zh-Hans
page 1 595x842
  text 1 79,120.5 f0 15.75 23.75 #C6D9F1 "总\""
  rule - 1,2 3,2 0.5
  fill - 1,2 3x4 #C6D9F1
  path - | 0,0 1,0
  picture - 0,0 0x0 2x3
  link - 0,0 0x0 "https://example.org"
)");
}

TEST_CASE("the structure is a tree, bookmarks and warnings follow") {
    PagedDocument document;
    document.structure.resize(3);
    document.structure[0] = {.kind = StructureKind::document, .children = {1, 2}};
    document.structure[1] = {.kind = StructureKind::header_cell, .scope = HeaderScope::column, .rows = 1, .columns = 2};
    document.structure[2] = {.kind = StructureKind::data_cell, .headers = {1}};
    document.bookmarks.push_back({.title = "一、总体情况", .level = 1, .page = 0, .y = 100_pt});
    document.warnings.push_back({.id = "TABLE-SMALL-TYPE", .pointer = "/a", .sentence = {"小", "small"}});
    CHECK(dump(document) == R"(document "" zh-Hans
node 0 document
  node 1 header-cell column 1x2
  node 2 data-cell headers 1
bookmark 1 "一、总体情况" page 1 at 100
warning TABLE-SMALL-TYPE /a "小"
)");
}

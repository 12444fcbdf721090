// Pages back to paragraphs and rows.
#include <catch2/catch.hpp>

#include <nianbao/page_text.hpp>

using namespace nianbao;

namespace {

GlyphRun run_of(NodeId node, std::string text, std::string pointer = {}, std::uint32_t offset = 0) {
    GlyphRun run;
    run.node = node;
    run.text = std::move(text);
    run.source = {std::move(pointer), offset};
    return run;
}

StructureNode node_of(StructureKind kind, std::vector<NodeId> children = {}) {
    StructureNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

PagedDocument document_of(std::vector<StructureNode> structure, std::vector<std::vector<PageItem>> pages) {
    PagedDocument document;
    document.structure = std::move(structure);
    for (auto& items : pages) document.pages.push_back({.items = std::move(items)});
    return document;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the lines of a paragraph are one line of text, another paragraph is another") {
    const PagedDocument document = document_of(
        {node_of(StructureKind::document, {1, 2}), node_of(StructureKind::heading_1), node_of(StructureKind::paragraph)},
        {{run_of(1, "一、"), run_of(1, "总体情况", "/a"), run_of(2, "主动", "/b"), Rule{}, run_of(2, "公开", "/b", 6)}});
    CHECK(page_texts(document) == Texts{"一、总体情况\n主动公开\n"});
}

TEST_CASE("where the source goes on behind a gap, a space or a forced line end was not set") {
    const auto text_at = [](std::uint32_t offset) {
        return page_texts(document_of({node_of(StructureKind::document, {1}), node_of(StructureKind::paragraph)},
                                      {{run_of(1, "annual", "/a"), run_of(1, "report", "/a", offset)}}));
    };
    CHECK(text_at(7) == Texts{"annual report\n"});
    CHECK(text_at(6) == Texts{"annualreport\n"});
}

TEST_CASE("a row is a line, a tab stands between its cells and for those that are empty") {
    const auto cell = node_of(StructureKind::data_cell);
    const PagedDocument document = document_of(
        {node_of(StructureKind::document, {1}), node_of(StructureKind::table, {2, 3}),
         node_of(StructureKind::table_row, {4, 5, 6}), node_of(StructureKind::table_row, {7, 8, 9}), cell, cell, cell, cell,
         cell, node_of(StructureKind::data_cell, {10, 11}), node_of(StructureKind::paragraph), node_of(StructureKind::span)},
        {{run_of(4, "规章"), run_of(6, "3"), run_of(8, "12"), run_of(10, "合"), run_of(11, "计")}, {run_of(4, "规章")}});
    CHECK(page_texts(document) == Texts{"规章\t\t3\n\t12\t合计\n", "规章\t\t\n"});
}

TEST_CASE("page numbers and repeated heads are not read, a page of them only is empty") {
    const PagedDocument document = document_of({node_of(StructureKind::document)}, {{run_of(artifact, "— 1 —")}, {}});
    CHECK(page_texts(document) == Texts{"", ""});
}

TEST_CASE("ruby stands behind what it annotates, a label and its body are one line") {
    const PagedDocument document = document_of(
        {node_of(StructureKind::document, {1, 5}), node_of(StructureKind::paragraph, {2}),
         node_of(StructureKind::ruby, {3, 4}), node_of(StructureKind::ruby_base), node_of(StructureKind::ruby_text),
         node_of(StructureKind::list_item, {6, 7}), node_of(StructureKind::list_label),
         node_of(StructureKind::list_body, {8, 9}), node_of(StructureKind::paragraph), node_of(StructureKind::paragraph)},
        {{run_of(1, "在", "/a"), run_of(3, "澄岚", "/a", 3), run_of(4, "chéng "), run_of(4, "lán"), run_of(1, "县", "/a", 9),
          run_of(6, "1."), run_of(8, "依法"), run_of(8, "公开"), run_of(9, "及时")}});
    CHECK(page_texts(document) == Texts{"在澄岚（chéng lán）县\n1.依法公开\n及时\n"});
}

// The structure of tables: rows of equal width, spans counted right, headers that really head their cells.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

#include <nianbao/error.hpp>
#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::checks;

namespace {

// A cell of the structure tree on the grid it makes, filled as HTML does.
struct Placed {
    NodeId node = artifact;
    std::size_t row = 0, column = 0, rows = 1, columns = 1;
    bool overlaps_columns(const Placed& other) const { return column < other.column + other.columns && other.column < column + columns; }
    bool overlaps_rows(const Placed& other) const { return row < other.row + other.rows && other.row < row + rows; }
};

struct Grid {
    std::vector<Placed> cells = {};
    bool even = true;  // every slot covered exactly once
    std::size_t header_rows = 0;
};

void gather_rows(const PagedDocument& pages, NodeId node, std::vector<NodeId>& rows, std::size_t& head) {
    for (const NodeId child : pages.structure[node].children) {
        const StructureKind kind = pages.structure[child].kind;
        if (kind == StructureKind::table_row) rows.push_back(child);
        else if (kind != StructureKind::caption) gather_rows(pages, child, rows, head);
        if (kind == StructureKind::table_head) head = rows.size();
    }
}

Grid grid_of(const PagedDocument& pages, NodeId table, std::size_t columns) {
    std::vector<NodeId> rows;
    Grid out;
    gather_rows(pages, table, rows, out.header_rows);
    std::vector<std::vector<int>> covered(rows.size(), std::vector<int>(columns, 0));
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::size_t c = 0;
        for (const NodeId id : pages.structure[rows[r]].children) {
            const StructureNode& node = pages.structure[id];
            while (c < columns && covered[r][c] > 0) ++c;
            const Placed placed{id, r, c, static_cast<std::size_t>(node.rows), static_cast<std::size_t>(node.columns)};
            out.even = out.even && r + placed.rows <= rows.size() && c + placed.columns <= columns;
            for (std::size_t y = r; y < std::min(rows.size(), r + placed.rows); ++y)
                for (std::size_t x = c; x < std::min(columns, c + placed.columns); ++x) ++covered[y][x];
            out.cells.push_back(placed);
        }
    }
    for (const auto& row : covered) out.even = out.even && std::all_of(row.begin(), row.end(), [](int n) { return n == 1; });
    return out;
}

NodeId table_of(const PagedDocument& pages) {
    for (std::size_t i = 0; i < pages.structure.size(); ++i)
        if (pages.structure[i].kind == StructureKind::table) return static_cast<NodeId>(i);
    return artifact;
}

// A full grid of cells of random spans, none out of the header rows.
Table random_table(std::mt19937& random) {
    const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    Table table;
    const int columns = 1 + below(6), rows = 2 + below(8);
    table.header_rows = below(3);
    table.columns.resize(static_cast<std::size_t>(columns));
    std::vector<std::vector<bool>> taken(static_cast<std::size_t>(rows), std::vector<bool>(static_cast<std::size_t>(columns), false));
    const auto free_at = [&](int r, int c) { return r < rows && c < columns && !taken[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)]; };
    for (int r = 0; r < rows; ++r) {
        Row row;
        for (int c = 0; c < columns; ++c) {
            if (!free_at(r, c)) continue;
            Cell cell("甲");
            const int last = r < table.header_rows ? table.header_rows : rows;
            while (below(3) == 0 && free_at(r, c + cell.columns)) ++cell.columns;
            while (below(4) == 0 && r + cell.rows < last) ++cell.rows;
            if (r >= table.header_rows && c == 0) cell.header = HeaderScope::row;
            for (int y = r; y < r + cell.rows; ++y)
                for (int x = c; x < c + cell.columns; ++x) taken[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = true;
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

PagedDocument typeset_table(const Table& table) {
    Document document;
    document.blocks = {table};
    return typeset(document, fonts());
}

}  // namespace

TEST_CASE("whatever the spans, the rows of the structure are equally wide and no cell overlaps another") {
    std::mt19937 random(20241);
    for (int i = 0; i < 300; ++i) {
        CAPTURE(i);
        const Table table = random_table(random);
        const PagedDocument pages = typeset_table(table);
        CHECK(grid_of(pages, table_of(pages), table.columns.size()).even);
    }
}

TEST_CASE("the headers of a cell are those above it and those beside it, each once and no other") {
    std::mt19937 random(20242);
    for (int i = 0; i < 300; ++i) {
        CAPTURE(i);
        const Table table = random_table(random);
        if (table.header_rows >= static_cast<int>(table.rows.size())) continue;
        const PagedDocument pages = typeset_table(table);
        const Grid grid = grid_of(pages, table_of(pages), table.columns.size());
        REQUIRE(grid.header_rows == static_cast<std::size_t>(table.header_rows));
        for (const Placed& cell : grid.cells) {
            if (cell.row < grid.header_rows) continue;
            std::set<NodeId> wanted;
            for (const Placed& other : grid.cells) {
                const bool above = other.row < grid.header_rows && other.overlaps_columns(cell);
                const bool beside = pages.structure[other.node].scope == HeaderScope::row && other.column < cell.column && other.overlaps_rows(cell);
                if (above || beside) wanted.insert(other.node);
            }
            const auto& headers = pages.structure[cell.node].headers;
            CHECK(std::set<NodeId>(headers.begin(), headers.end()) == wanted);
            CHECK(headers.size() == wanted.size());
            for (const NodeId header : headers) CHECK(pages.structure[header].kind == StructureKind::header_cell);
        }
    }
}

TEST_CASE("a table has a caption, a head, a body and a foot, in this order") {
    Table table;
    table.columns.resize(2);
    table.caption = "表题";
    table.header_rows = 1;
    table.footer_rows = 1;
    table.rows = {{"甲", "乙"}, {"丙", "丁"}, {"合计", "1"}};
    const PagedDocument pages = typeset_table(table);
    std::vector<StructureKind> kinds;
    for (const NodeId child : pages.structure[table_of(pages)].children) kinds.push_back(pages.structure[child].kind);
    CHECK(kinds == std::vector<StructureKind>{StructureKind::caption, StructureKind::table_head, StructureKind::table_body, StructureKind::table_foot});
}

TEST_CASE("what a further page repeats, and every rule and shade, is an artifact") {
    Table table;
    table.columns.resize(2);
    table.header_rows = 1;
    table.continued = Text();
    table.rows = {{"表头一", "表头二"}};
    for (int i = 0; i < 60; ++i) table.rows.push_back({"丙", "丁"});
    table.rows[1].cells[0].shaded = true;
    const PagedDocument pages = typeset_table(table);
    REQUIRE(pages.pages.size() == 2);
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items) {
            const auto* run = std::get_if<GlyphRun>(&item);
            if (run == nullptr) CHECK(std::visit([](const auto& each) { return each.node; }, item) == artifact);
        }
    for (const GlyphRun& run : runs_of(pages.pages[1])) {
        if (run.text.find("续表") != std::string::npos || run.text.find("表头") != std::string::npos) CHECK(run.node == artifact);
        if (run.text == "丙") CHECK(run.node != artifact);
    }
    CHECK(text_of(pages.pages[1]).find("续表") != std::string::npos);
}

namespace {

// A table of one cell that holds another of one cell, which says that.
Document with_nested(TextRun run) {
    Table inner, outer;
    inner.columns.resize(1);
    inner.rows.push_back({Cell(Text(std::vector<TextRun>{std::move(run)}))});
    outer.columns.resize(1);
    outer.rows.push_back({Cell("外")});
    outer.rows[0].cells[0].blocks.push_back({inner});
    Document document;
    document.title = "表";
    document.blocks.emplace_back(std::move(outer));
    return document;
}

}  // namespace

TEST_CASE("links and annotations of a table in a cell have their nodes below its cell") {
    TextRun link, annotated;
    link.text = annotated.text = "公开";
    link.link = "https://www.example.gov.cn/";
    annotated.ruby.text = "gōng kāi";
    const auto parent = [](const PagedDocument& pages, StructureKind kind) {
        for (const StructureNode& node : pages.structure)
            for (const NodeId child : node.children)
                if (pages.structure[child].kind == kind) return node.kind;
        return StructureKind::document;
    };
    const PagedDocument linked = typeset(with_nested(link), fonts());
    CHECK(parent(linked, StructureKind::link) == StructureKind::data_cell);
    for (const GlyphRun& run : runs_of(linked.pages[0])) CHECK(run.node != 0);
    Document roomy = with_nested(annotated);
    CHECK_THROWS_AS(typeset(roomy, fonts()), LayoutError);  // no room above the line, as in any cell
    roomy.styles.tables["table"].line_height = Length::millipoints(20'000);
    const PagedDocument spoken = typeset(roomy, fonts());
    CHECK(parent(spoken, StructureKind::ruby) == StructureKind::data_cell);
    for (const GlyphRun& run : runs_of(spoken.pages[0])) CHECK(run.node != 0);
}

TEST_CASE("marks of a further paragraph of a cell are drawn, and linked, where they stand") {
    TextRun link, framed, annotated;
    link.text = framed.text = annotated.text = "公开";
    link.link = "https://www.example.gov.cn/";
    framed.marks.framed = true;
    annotated.ruby.text = "gōng kāi";
    Table table;
    table.columns.resize(1);
    table.rows.push_back({Cell("键")});
    for (const TextRun& run : {link, framed, annotated}) table.rows[0].cells[0].blocks.push_back({Text(std::vector<TextRun>{run})});
    Document document;
    document.title = "表";
    document.styles.tables["table"].line_height = Length::millipoints(20'000);
    document.blocks.emplace_back(std::move(table));
    const PagedDocument pages = typeset(document, fonts());
    std::size_t links = 0, strokes = 0;
    for (const PageItem& item : pages.pages[0].items) {
        if (const auto* found = std::get_if<Link>(&item)) {
            ++links;
            CHECK(pages.structure[found->node].kind == StructureKind::link);
        }
        if (std::holds_alternative<Stroke>(item)) ++strokes;
    }
    CHECK(links == 1);
    CHECK(strokes == 1);
    std::size_t spoken = 0;
    for (const GlyphRun& run : runs_of(pages.pages[0]))
        if (run.text == "gōng" || run.text == "kāi") {
            REQUIRE(run.node != artifact);
            CHECK(pages.structure[run.node].kind == StructureKind::ruby_text);
            ++spoken;
        }
    CHECK(spoken == 2);
}

TEST_CASE("in a table split by columns a link of a key cell is one link, of the first part") {
    TextRun link;
    link.text = "公开";
    link.link = "https://www.example.gov.cn/";
    Table inner;
    inner.columns.resize(1);
    inner.rows.push_back({Cell(Text(std::vector<TextRun>{link}))});
    for (const CellBlock& block : {CellBlock{inner}, CellBlock{Text(std::vector<TextRun>{link})}}) {
        Table table;
        table.columns.assign(12, {.width = Length::millipoints(100'000)});
        table.rows.resize(1);
        table.rows[0].cells.assign(12, Cell("甲"));
        table.rows[0].cells[0].blocks.push_back(block);
        Document document;
        document.title = "表";
        document.blocks.emplace_back(std::move(table));
        const PagedDocument pages = typeset(document, fonts());
        const auto is_link = [](const StructureNode& node) { return node.kind == StructureKind::link; };
        CHECK(std::count_if(pages.structure.begin(), pages.structure.end(), is_link) == 1);
        std::size_t links = 0;
        for (const Page& page : pages.pages)
            for (const PageItem& item : page.items)
                if (const auto* found = std::get_if<Link>(&item)) {
                    ++links;
                    CHECK(found->node != 0);
                }
        CHECK(links == 1);
    }
}

TEST_CASE("what an upright cell cannot show is an error of its text, never left out") {
    const auto upright = [](const TextRun& run) {
        Table table;
        table.columns.resize(1);
        table.rows.push_back({Cell(Text(std::vector<TextRun>{run}))});
        table.rows[0].cells[0].vertical = true;
        return table;
    };
    TextRun plain, strong, link, dotted, annotated;
    plain.text = strong.text = link.text = dotted.text = annotated.text = "公开";
    strong.marks.strong = true;
    link.link = "https://www.example.gov.cn/";
    dotted.marks.dots = true;
    annotated.ruby.text = "gōng kāi";
    CHECK_NOTHROW(typeset_table(upright(plain)));
    CHECK_NOTHROW(typeset_table(upright(strong)));
    for (const TextRun& run : {link, dotted, annotated}) CHECK_THROWS_AS(typeset_table(upright(run)), LayoutError);
    Table with_block = upright(plain);
    with_block.rows[0].cells[0].blocks.push_back({Text("乙")});
    CHECK_THROWS_AS(typeset_table(with_block), LayoutError);
}

// Random tables and random documents keep the rules of the page.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::checks;

namespace {

// Blocks from a seed: same seed, same blocks.
class RandomBlocks {
public:
    explicit RandomBlocks(std::uint32_t seed) : random_(seed) {}

    std::uint32_t upto(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

    std::string text(std::uint32_t limit) {
        std::string out;
        for (std::uint32_t i = upto(limit); i > 0; --i) out += "字";
        return out;
    }

    Paragraph paragraph() {
        Paragraph made;
        made.text = "段" + text(200);
        return made;
    }

    Heading heading() {
        Heading made;
        made.level = 1 + static_cast<int>(upto(4));
        made.text = "题" + text(40);
        if (upto(3) == 0) made.run_in = "续" + text(100);
        return made;
    }

    // Cells of any span that cover the grid.
    Table table() {
        Table made;
        const std::size_t columns = 1 + upto(6), rows = 1 + upto(50);
        made.header_rows = static_cast<int>(upto(std::min<std::uint32_t>(4, static_cast<std::uint32_t>(rows))));
        made.keep_whole = upto(2) == 0;
        for (std::size_t c = 0; c < columns; ++c) made.columns.push_back(column());
        std::vector<std::size_t> free_from(columns, 0);  // first row below the last span of a column
        const auto header = static_cast<std::size_t>(made.header_rows);
        for (std::size_t r = 0; r < rows; ++r) made.rows.push_back(row(r, r < header ? header : rows, r < header, free_from));
        return made;
    }

private:
    Column column() {
        if (upto(6) == 0) return {.width = Auto{}};
        return {.width = Share{1 + upto(3)}};
    }

    Row row(std::size_t r, std::size_t end, bool in_header, std::vector<std::size_t>& free_from) {
        Row made;
        for (std::size_t c = 0; c < free_from.size(); ++c) {
            if (free_from[c] > r) continue;
            Cell cell(text(in_header ? 12 : upto(20) == 0 ? 400 : 20));
            cell.rows = 1 + static_cast<int>(upto(8) == 0 ? upto(static_cast<std::uint32_t>(end - r)) : 0);
            while (c + static_cast<std::size_t>(cell.columns) < free_from.size()
                   && free_from[c + static_cast<std::size_t>(cell.columns)] <= r && upto(4) == 0)
                ++cell.columns;
            cell.repeat_label = upto(2) == 0;
            cell.valign = static_cast<VerticalAlign>(upto(3));
            cell.shaded = upto(9) == 0;
            for (int i = 0; i < cell.columns; ++i)
                free_from[c + static_cast<std::size_t>(i)] = r + static_cast<std::size_t>(cell.rows);
            made.cells.push_back(cell);
        }
        made.keep_with_next = upto(6) == 0;
        made.min_height = Length::points(upto(10) == 0 ? upto(80) : 0);
        return made;
    }

    std::mt19937 random_;
};

PagedDocument typeset_blocks(std::vector<Block> blocks) {
    static const FontSet fonts = FontSet::bundled();
    Document document;
    document.blocks = std::move(blocks);
    return typeset(document, fonts);
}

std::string text_of_blocks(const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) out += paragraph->text.plain();
        if (const auto* table = std::get_if<Table>(&block))
            for (const Row& row : table->rows)
                for (const Cell& cell : row.cells) out += cell.text.plain();
    }
    return out;
}

std::string text_of_nodes(const PagedDocument& pages) {
    std::string out;
    for (const auto& [node, text] : said(pages)) out += text;
    return out;
}

// A heading with nothing of its own block or a later one below it on its page.
bool has_heading_at_foot(const PagedDocument& pages) {
    const auto is_heading = [&](const GlyphRun& run) {
        const StructureKind kind = pages.structure[run.node].kind;
        return kind >= StructureKind::heading_1 && kind <= StructureKind::heading_4;
    };
    for (std::size_t i = 0; i + 1 < pages.pages.size(); ++i) {
        auto runs = runs_of(pages.pages[i]);
        runs.erase(std::remove_if(runs.begin(), runs.end(), [](const GlyphRun& r) { return r.node == artifact; }), runs.end());
        if (!runs.empty() && is_heading(runs.back())) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("random tables: closed rules, no text outside its cell, each text said once") {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        RandomBlocks random(seed);
        const std::vector<Block> blocks = {random.paragraph(), random.table(), random.paragraph()};
        const PagedDocument pages = typeset_blocks(blocks);
        REQUIRE(first_fault(pages) == "");
        REQUIRE(text_of_nodes(pages) == text_of_blocks(blocks));
    }
}

TEST_CASE("random documents: nothing meets, nothing is lost, no heading at the foot of a page") {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        INFO("seed " << seed);
        RandomBlocks random(seed);
        std::vector<Block> blocks;
        for (std::uint32_t i = 2 + random.upto(25); i > 0; --i) {
            const std::uint32_t kind = random.upto(10);
            if (kind < 5) blocks.emplace_back(random.paragraph());
            else if (kind < 9) blocks.emplace_back(random.heading());
            else blocks.emplace_back(random.table());
        }
        const PagedDocument pages = typeset_blocks(blocks);
        REQUIRE(first_fault(pages) == "");
        REQUIRE_FALSE(has_heading_at_foot(pages));
    }
}

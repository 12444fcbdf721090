// Random tables on random pages: spans, widths, heights, headers and footers, words too wide, pages of
// many sizes. 1 000 tables always, NIANBAO_RANDOM_TABLES=10000 for more.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <nianbao/error.hpp>

#include "table_checks.hpp"
#include "table_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

namespace {

// A table and its page from a seed: same seed, same table.
class RandomTable {
public:
    explicit RandomTable(std::uint32_t seed) : random_(seed) {}

    Document document() {
        Document out;
        PageStyle& page = out.styles.page;
        const std::vector<Size> papers = {{210_mm, 297_mm}, {148_mm, 210_mm}, {297_mm, 420_mm}, {297_mm, 210_mm}, {182_mm, 257_mm}};
        page.paper = papers[one_in(3) ? upto(5) : 0];
        page.mirrored = one_in(4);
        page.folio_shown = !one_in(4);
        if (!one_in(3)) out.blocks.emplace_back(lines(1 + upto(20)));
        out.blocks.emplace_back(table());
        if (one_in(2)) out.blocks.emplace_back(lines(1 + upto(3)));
        return out;
    }

private:
    std::uint32_t upto(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    bool one_in(std::uint32_t n) { return upto(n) == 0; }

    // Han that differ from cell to cell, so that a text in the wrong cell is seen.
    std::string text(std::uint32_t limit) {
        static const std::vector<std::string> han = {"申", "请", "公", "开", "信", "息", "办", "理", "结", "果", "行", "政",
                                                     "复", "议", "诉", "讼", "规", "章", "处", "罚", "收", "费", "许", "可"};
        std::string out;
        for (std::uint32_t i = upto(limit); i > 0; --i) out += one_in(14) ? other() : han[upto(24)];
        return out;
    }

    // Words, numbers and marks among the Han.
    std::string other() {
        static const std::vector<std::string> others = {"（一）", "“六稳”", "《条例》", "，", "、", "。", "；", "GDP", "OpenData", "information",
                                                        "transparency", "2024", "12.5%", "1,207", "——办", "————", "……办", "①", "－", "℃"};
        return others[upto(static_cast<std::uint32_t>(others.size()))];
    }

    // Labels at diagonals, upright text, a table and a paragraph below the text.
    void vary(Cell& cell, bool in_header, bool first) {
        if (first && in_header && one_in(4)) {
            cell.text = {};
            for (std::uint32_t labels = 2 + upto(2); labels > 0; --labels) cell.diagonal.push_back("类" + text(4));
        } else if (one_in(25)) {
            cell.vertical = true;
            cell.text = text(6);
        } else if (one_in(60) && !in_header) {
            Table inner;
            inner.columns = {{.width = Share{2}}, {}};
            for (std::uint32_t rows = 1 + upto(3); rows > 0; --rows) inner.rows.push_back(row({Cell("项" + text(4)), Cell(number(3))}));
            cell.blocks = {CellBlock{inner}, CellBlock{Text("以" + text(10))}};
        }
    }

    std::string number(std::uint32_t digits) {
        std::string out;
        for (std::uint32_t i = 1 + upto(digits); i > 0; --i) out += static_cast<char>('1' + upto(9));
        return out;
    }

    Table table() {
        Table made;
        const std::size_t columns = 1 + upto(one_in(8) ? 24 : 7);
        const auto rows = static_cast<std::uint32_t>(1 + upto(one_in(4) ? 120 : 20));
        made.header_rows = static_cast<int>(upto(std::min(4U, rows)));
        made.footer_rows = one_in(3) ? static_cast<int>(upto(std::min(3U, rows - static_cast<std::uint32_t>(made.header_rows) + 1))) : 0;
        made.repeat_footer = one_in(2);
        made.repeat_header = !one_in(6);
        made.keep_whole = one_in(3);
        made.move_whole = !one_in(3);
        made.keep_groups = one_in(4);
        if (one_in(3)) made.continued = Text();
        if (one_in(4)) made.caption = "表1　" + text(20);
        if (one_in(4)) made.unit = "单位：件";
        made.repeat_unit = one_in(2);
        if (one_in(4)) made.notes = {"注：" + text(60)};
        made.turned = static_cast<Turned>(one_in(2) ? 0 : upto(3));
        made.key_columns = static_cast<int>(upto(3));
        widest_ = one_in(6) ? 20 : 5;
        const std::uint32_t kind = upto(4);
        for (std::size_t c = 0; c < columns; ++c) made.columns.push_back(column(kind));
        fill(made, rows);
        return made;
    }

    Column column(std::uint32_t kind) {
        Column made{.width = Share{1 + upto(4)}, .align = static_cast<Align>(upto(3))};
        if (kind == 0) made.width = Auto{};
        if (kind == 1 && one_in(3)) made.width = Auto{};
        if (kind == 2 && one_in(4)) made.width = Length::points(40 + upto(60));
        return made;
    }

    // Cells of any span that cover the grid and stay in their section.
    void fill(Table& made, std::uint32_t rows) {
        const auto header = static_cast<std::size_t>(made.header_rows), footer = rows - static_cast<std::size_t>(made.footer_rows);
        std::vector<std::size_t> free_from(made.columns.size(), 0);
        for (std::size_t r = 0; r < rows; ++r) {
            const std::size_t end = r < header ? header : r < footer ? footer : rows;
            made.rows.push_back(row_at(r, end, r < header, free_from));
        }
    }

    Row row_at(std::size_t r, std::size_t end, bool in_header, std::vector<std::size_t>& free_from) {
        Row made;
        for (std::size_t c = 0; c < free_from.size(); ++c) {
            if (free_from[c] > r) continue;
            Cell cell(one_in(3) ? number(widest_) : text(in_header ? 12 : one_in(30) ? 600 : 20));
            cell.rows = 1 + static_cast<int>(one_in(8) ? upto(static_cast<std::uint32_t>(end - r)) : 0);
            while (c + static_cast<std::size_t>(cell.columns) < free_from.size()
                   && free_from[c + static_cast<std::size_t>(cell.columns)] <= r && one_in(4))
                ++cell.columns;
            vary(cell, in_header, r == 0 && c == 0);
            cell.repeat_label = one_in(2);
            cell.valign = static_cast<VerticalAlign>(upto(3));
            cell.shaded = one_in(9);
            if (one_in(9)) cell.align = static_cast<Align>(upto(3));
            if (one_in(12)) cell.header = HeaderScope::row;
            for (int i = 0; i < cell.columns; ++i) free_from[c + static_cast<std::size_t>(i)] = r + static_cast<std::size_t>(cell.rows);
            made.cells.push_back(std::move(cell));
        }
        made.keep_with_next = one_in(6);
        made.min_height = Length::points(one_in(10) ? upto(in_header ? 60 : 500) : 0);
        return made;
    }

    std::mt19937 random_;
    std::uint32_t widest_ = 5;  // digits
};

std::uint32_t tables_wanted() {
    const char* wanted = std::getenv("NIANBAO_RANDOM_TABLES");
    return wanted ? static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10)) : 1000;
}

const Table& table_of(const Document& document) {
    for (const Block& block : document.blocks)
        if (const auto* table = std::get_if<Table>(&block)) return *table;
    throw std::logic_error("no table");
}

}  // namespace

TEST_CASE("random tables: texts in their cells, one rule an edge, each character once, or an error with a name") {
    const std::set<std::string> named = {"TABLE-HEADER-TALL", "CELL-TOO-NARROW", "TABLE-TOO-WIDE", "CELL-SPLIT"};
    std::map<std::string, std::uint32_t> refused;
    const std::uint32_t wanted = tables_wanted();
    for (std::uint32_t seed = 0; seed < wanted; ++seed) {
        INFO("seed " << seed);
        const Document document = RandomTable(seed).document();
        try {
            const PagedDocument pages = typeset(document, fonts());
            REQUIRE(first_fault(pages) == "");
            REQUIRE(first_table_fault(table_of(document), pages) == "");
        } catch (const LayoutError& error) {
            INFO(error.what());
            REQUIRE(named.count(error.id()) == 1);
            REQUIRE(error.needed() > error.available());
            ++refused[error.id()];
        }
    }
    for (const auto& [id, count] : refused) {
        INFO(id << ": " << count << " of " << wanted);
        CHECK(count * 10 < wanted);
    }
}

// Widths of automatic columns: as low a table as can be, no column of one Han.
#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>

#include "layout/lowest_widths.hpp"
#include "table_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::layout;
using namespace nianbao::checks;
using namespace nianbao::samples;

namespace {

constexpr Length padding = 5_pt, em = 10_pt;

// Each row: how many Han stand in each column.
struct Content {
    std::vector<ContentWidths> columns = {};
    RowDemands demands = {};
};

Content content_of(const std::vector<std::vector<int>>& rows) {
    Content out;
    out.columns.resize(rows.front().size());
    out.demands.size = em;
    out.demands.padding = padding;
    for (std::uint32_t r = 0; r < rows.size(); ++r)
        for (std::uint32_t c = 0; c < rows[r].size(); ++c) {
            const Length text = em * rows[r][c];
            out.demands.cells.push_back({r, c, text});
            out.columns[c].narrowest = std::max(out.columns[c].narrowest, std::min(text, 2 * em) + padding);
            out.columns[c].widest = std::max(out.columns[c].widest, text + padding);
        }
    return out;
}

std::int64_t lines_in(const Content& content, const std::vector<Length>& widths) {
    std::vector<std::int64_t> rows;
    for (const CellDemand& cell : content.demands.cells) {
        rows.resize(std::max<std::size_t>(rows.size(), cell.row + 1), 1);
        const std::int64_t held = (widths[cell.column] - padding).count() / em.count();
        const std::int64_t wanted = (cell.text.count() / em.count() + held - 1) / held;
        rows[cell.row] = std::max(rows[cell.row], wanted);
    }
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0});
}

Length total(const std::vector<Length>& widths) {
    return std::accumulate(widths.begin(), widths.end(), Length{});
}

std::vector<Length> lowest(const Content& content, Length measure) {
    Length narrowest;
    for (const ContentWidths& column : content.columns) narrowest += column.narrowest;
    return lowest_widths(content.columns, content.demands, measure - narrowest);
}

// The lowest of all ways to deal out whole characters to two columns.
std::int64_t lowest_of_all(const Content& content, Length measure) {
    std::int64_t best = 1'000'000;
    for (Length first = content.columns[0].narrowest; first <= measure - content.columns[1].narrowest; first += em)
        best = std::min(best, lines_in(content, {first, measure - first}));
    return best;
}

}  // namespace

TEST_CASE("width goes where it saves most height") {
    // The first column holds one long text, the second a long text in every row.
    const Content content = content_of({{40, 20}, {2, 20}, {2, 20}, {2, 20}, {2, 20}});
    const auto widths = lowest(content, 260_pt);
    CHECK(total(widths) <= 260_pt);
    CHECK(lines_in(content, widths) == lowest_of_all(content, 260_pt));
}

TEST_CASE("columns begin at their narrowest and never pass their widest") {
    const Content content = content_of({{10, 3}, {8, 2}});
    CHECK(lowest(content, 50_pt) == std::vector<Length>{25_pt, 25_pt});
    const auto widths = lowest(content, 1000_pt);
    CHECK(widths == std::vector<Length>{105_pt, 35_pt});
}

TEST_CASE("cells of one row that are equally high are widened together") {
    const Content content = content_of({{10, 10, 10}});
    const auto widths = lowest(content, 3 * 55_pt);
    CHECK(lines_in(content, widths) == 2);
}

TEST_CASE("two columns: hardly ever a line more than the lowest of all widths") {
    std::mt19937 random(170);
    int lines_more = 0, lines_of_proportion = 0;
    for (int i = 0; i < 300; ++i) {
        std::vector<std::vector<int>> rows(1 + random() % 8);
        for (auto& each : rows) each = {static_cast<int>(1 + random() % 40), static_cast<int>(1 + random() % 40)};
        const Content content = content_of(rows);
        const Length measure = Length::points(static_cast<std::int64_t>(60 + 10 * (random() % 40)));
        auto widths = lowest(content, measure);
        const std::int64_t best = lowest_of_all(content, measure);
        const std::int64_t found = lines_in(content, widths);
        REQUIRE(total(widths) <= std::max(measure, 50_pt));
        lines_more += static_cast<int>(found - std::min(found, best));
        // What sharing in proportion to the longest texts would take.
        const Length one = std::max(25_pt, measure.scaled(content.columns[0].widest.count(), (content.columns[0].widest + content.columns[1].widest).count()));
        lines_of_proportion += static_cast<int>(lines_in(content, {one, std::max(25_pt, measure - one)}) - best);
    }
    INFO("lines more: " << lines_more << ", in proportion " << lines_of_proportion);
    CHECK(lines_more * 4 < lines_of_proportion);
}

TEST_CASE("an automatic table adds up to the type area exactly, and is lower than one of equal shares") {
    Table table;
    table.columns = {{.width = Auto{}}, {.width = Auto{}}, {.width = Auto{}}};
    for (int r = 0; r < 8; ++r) table.rows.push_back(row({"甲", Cell(many("一段较长的说明文字", 6)), Cell(std::to_string(r))}));
    const auto height = [&] {
        const PagedDocument pages = typeset_blocks({table});
        CHECK(first_fault(pages) == "");
        REQUIRE(pages.pages.size() == 1);
        const auto rules = rules_of(pages.pages[0]);
        Length left = 1000_pt, right;
        for (const Rule& rule : rules) {
            left = std::min(left, rule.from.x);
            right = std::max(right, rule.to.x);
        }
        CHECK(right - left == 442.205_pt);
        return frame_bottom(pages.pages[0]) - frame_top(pages.pages[0]);
    };
    const Length automatic = height();
    for (Column& column : table.columns) column.width = Share{1};
    CHECK(automatic < height());
}

TEST_CASE("no automatic column is narrower than two Han, heads of four stand on one line where there is room") {
    Table table;
    table.header_rows = 1;
    table.columns.resize(5);
    for (Column& column : table.columns) column.width = Auto{};
    table.rows = {row({"项目", "商业企业", "科研机构", "社会公益组织", "说明"}), row({"甲", "1", "2", "3", Cell(many("说明文字很长", 40))})};
    PagedDocument pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    CHECK(says(pages.pages[0], "商业企业"));
    CHECK_NOTHROW(run_of(pages.pages[0], "商业企业"));
    CHECK_NOTHROW(run_of(pages.pages[0], "科研机构"));
    // Fifteen columns leave no room for four.
    table.columns.assign(15, {.width = Auto{}});
    table.rows.clear();
    std::vector<Cell> heads(15, Cell("结果维持")), numbers(15, Cell("1"));
    table.rows = {row(heads), row(numbers)};
    pages = typeset_blocks({table});
    CHECK(first_fault(pages) == "");
    for (const GlyphRun& run : runs_of(pages.pages[0]))
        if (run.text.find("结") != std::string::npos) CHECK(run.text == "结果");
}

TEST_CASE("a long table's widths are found from a sample of its rows") {
    std::vector<std::vector<int>> rows(20'000, {3, 30});
    const Content content = content_of(rows);
    const auto widths = lowest(content, 200_pt);
    CHECK(widths == std::vector<Length>{25_pt, 155_pt});  // two lines a row, which nothing makes less
}

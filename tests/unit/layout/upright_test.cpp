// Upright texts in cells: characters, their vertical forms, dashes, digits side by side.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/error.hpp>
#include <nianbao/typeset.hpp>

#include "cell_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

TEST_CASE("an upright text stands one character below the other, in the middle of its cell") {
    Table table;
    table.columns = {{.width = 20_pt}, {.width = 60_pt}};
    Cell label("本年办理");
    label.vertical = true;
    table.rows = {Row{label, "甲"}};
    const auto pages = typeset_table(table);
    const auto runs = runs_of(pages.pages.front());
    REQUIRE(runs.size() == 5);
    for (std::size_t i = 1; i < 4; ++i) {
        CHECK(runs[i].origin.x == runs[0].origin.x);
        CHECK(runs[i].origin.y - runs[i - 1].origin.y == 13_pt);
    }
    CHECK(said(pages).at(runs[0].node) == "本年办理");
    CHECK(first_fault(pages) == "");
}

TEST_CASE("marks of an upright text take their vertical forms, dashes and all") {
    Table table;
    table.columns = {{.width = 20_pt}, {.width = 100_pt}};
    Cell label("（一）——《甲》");
    label.vertical = true;
    table.rows = {Row{label, "（一）——《甲》"}};
    const auto pages = typeset_table(table);
    std::vector<std::uint32_t> upright, flat;
    std::string text;
    for (const GlyphRun& run : runs_of(pages.pages.front())) {
        const bool of_label = run.origin.x < runs_saying(pages, "甲").front().origin.x + 11_pt && run.node == runs_of(pages.pages.front()).front().node;
        for (const PlacedGlyph& glyph : run.glyphs) (of_label ? upright : flat).push_back(glyph.id);
        if (of_label) text += run.text;
    }
    CHECK(text == "（一）——《甲》");
    REQUIRE(upright.size() == 7);  // —— is one
    for (const std::size_t mark : {0U, 2U, 3U, 4U, 6U})
        CHECK(std::find(flat.begin(), flat.end(), upright[mark]) == flat.end());
    CHECK(std::find(flat.begin(), flat.end(), upright[1]) != flat.end());
}

TEST_CASE("a dash of an upright text is one stroke of two ems in the middle of its lines and of the column") {
    for (const char* font : {"song", "hei", "kai", "fangsong"})
        for (const char* dash : {"——", "⸺", "————"}) {
            CAPTURE(font, dash);
            const std::int32_t ems = std::string(dash) == "————" ? 4 : 2;
            Table table;
            table.columns = {{.width = 16_pt}, {.width = 100_pt}};
            Cell label(std::string("开") + dash + "重");
            label.vertical = true;
            label.style = font;
            table.rows = {Row{label, "甲"}};
            const auto pages = typeset_table(table);
            const GlyphRun above = runs_saying(pages, "开").at(0), run = runs_saying(pages, dash).at(0), below = runs_saying(pages, "重").at(0);
            CHECK(run.size == 10_pt);  // a dash takes an em across the column
            CHECK(below.origin.y - above.origin.y == 13_pt * (ems + 1));
            Length stroke;
            for (const PlacedGlyph& glyph : run.glyphs) {
                GlyphRun one = run;
                one.glyphs = {glyph};
                stroke += ink_of(one, pages)->size.height;
            }
            const Rect ink = *ink_of(run, pages);
            CHECK(ink.size.height <= stroke + 0.05_pt);  // no gap
            CHECK(ink.size.height >= 9_pt * ems);
            CHECK(ink.size.height <= 10_pt * ems);
            const auto middle = [](Length from, Length to) { return (from + to) / 2; };
            const Length high = middle(above.origin.y, below.origin.y) - 3.8_pt;  // of the boxes of 开 and 重
            CHECK(std::abs((middle(ink.top(), ink.bottom()) - high).count()) <= 1'200);
            const Rect box = box_of(above);
            CHECK(std::abs((middle(ink.left(), ink.right()) - middle(box.left(), box.right())).count()) <= 100);
            CHECK(said(pages).at(run.node) == label.text.plain());
            CHECK(first_fault(pages) == "");
        }
}

TEST_CASE("the six dots of an upright text are at even distances") {
    for (const char* font : {"song", "hei", "kai", "fangsong"}) {
        CAPTURE(font);
        Table table;
        table.columns = {{.width = 16_pt}, {.width = 100_pt}};
        Cell label("等……");
        label.vertical = true;
        label.style = font;
        table.rows = {Row{label, "甲"}};
        const auto pages = typeset_table(table);
        GlyphRun run = runs_saying(pages, "……").at(0);
        REQUIRE(run.glyphs.size() == 2);
        const Rect all = *ink_of(run, pages);
        run.glyphs.pop_back();
        const Rect half = *ink_of(run, pages);
        const Length dot = half.size.width, gap = (half.size.height - 3 * dot) / 2;
        CHECK(gap > dot);
        CHECK(std::abs((all.size.height - 2 * half.size.height - gap).count()) <= 30);
        CHECK(first_fault(pages) == "");
    }
}

TEST_CASE("no page end falls into the dash of an upright text") {
    for (std::size_t before = 44; before < 52; ++before) {
        CAPTURE(before);
        std::string text;
        for (std::size_t i = 0; i < before; ++i) text += "政";
        text += "——";
        for (std::size_t i = before; i < 58; ++i) text += "务";
        Table table;
        table.columns = {{.width = 20_pt}, {.width = 60_pt}};
        Cell label(text);
        label.vertical = true;
        label.rows = 60;
        table.rows = {Row{label, "甲"}};
        for (int i = 1; i < 60; ++i) table.rows.push_back({"乙"});
        const auto pages = typeset_table(table);
        REQUIRE(pages.pages.size() == 2);
        CHECK(said(pages).at(runs_of(pages.pages[0]).front().node) == text);
        for (const Page& page : pages.pages)
            for (const GlyphRun& run : runs_of(page)) {
                if (run.text != "——") continue;
                const Rect ink = *ink_of(run, pages);
                Length top = page.size.height, bottom;
                for (const Rule& rule : rules_of(page)) {
                    top = std::min(top, rule.from.y);
                    bottom = std::max(bottom, rule.to.y);
                }
                CHECK(ink.top() >= top);
                CHECK(ink.bottom() <= bottom);
            }
    }
}

TEST_CASE("what is not seen after an ellipsis of an upright text is said with it") {
    Table table;
    table.columns = {{.width = 16_pt}, {.width = 100_pt}};
    Cell label("等……\xE2\x80\x8B重");
    label.vertical = true;
    table.rows = {Row{label, "甲"}};
    const auto pages = typeset_table(table);
    const GlyphRun run = runs_saying(pages, "……\xE2\x80\x8B").at(0);
    REQUIRE(run.glyphs.size() == 2);
    CHECK(run.glyphs[0].text_length == run.text.size());
    CHECK(run.glyphs[1].text_length == 0);
    CHECK(first_fault(pages) == "");
}

TEST_CASE("two to four digits of an upright text stand side by side, more one by one") {
    Table table;
    table.columns = {{.width = 30_pt}, {.width = 60_pt}};
    Cell label("第12期20245");
    label.vertical = true;
    table.rows = {Row{label, "甲"}};
    const auto pages = typeset_table(table);
    const auto one = runs_saying(pages, "1"), two = runs_saying(pages, "2");
    REQUIRE(one.size() == 1);
    REQUIRE(two.size() == 3);
    CHECK(one[0].origin.y == two[0].origin.y);
    CHECK(two[0].origin.x > one[0].origin.x);
    CHECK(two[1].origin.y < two[2].origin.y);
    CHECK(first_fault(pages) == "");
}

TEST_CASE("an upright label over rows of two pages is said whole on each") {
    Table table;
    table.columns = {{.width = 20_pt}, {.width = 60_pt}};
    Cell label("办理结果");
    label.vertical = label.repeat_label = true;
    label.rows = 60;
    table.rows = {Row{label, "甲"}};
    for (int i = 1; i < 60; ++i) table.rows.push_back({"乙"});
    const auto pages = typeset_table(table);
    REQUIRE(pages.pages.size() == 2);
    for (const Page& page : pages.pages) CHECK(text_of(page).find("办理结果") != std::string::npos);
    CHECK(said(pages).at(runs_of(pages.pages[0]).front().node) == "办理结果");
}

// Paragraphs, headings, signatures and page furniture on the pages of GB/T 9704.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/error.hpp>
#include <nianbao/typeset.hpp>

#include "font/font_face.hpp"

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;

namespace {

constexpr Length left = 28_mm, top = 37_mm, foot = 37_mm + 225_mm, pitch = 29.621_pt, size = 15.75_pt;
constexpr Length right = 210_mm - 26_mm;

Paragraph paragraph(std::string text, std::string style = "body") {
    Paragraph made;
    made.text = std::move(text);
    made.style = std::move(style);
    return made;
}

Heading heading(int level, std::string text) {
    Heading made;
    made.level = level;
    made.text = std::move(text);
    return made;
}

// A paragraph of exactly that many lines of 28 characters; the first has 26.
Paragraph lines(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i + 2 < count * 28; ++i) text += "政";
    return paragraph(text);
}

PagedDocument typeset_blocks(std::vector<Block> blocks) {
    Document document;
    document.blocks = std::move(blocks);
    return typeset(document, fonts());
}

// Runs of the text, without the folio.
std::vector<GlyphRun> text_runs(const Page& page) {
    auto runs = runs_of(page);
    runs.erase(std::remove_if(runs.begin(), runs.end(), [](const GlyphRun& r) { return r.node == artifact; }), runs.end());
    return runs;
}

// The baselines of a page, from the top. Faces are raised to a common line by up to a tenth of an em.
std::vector<Length> baselines(const Page& page) {
    std::vector<Length> all, out;
    for (const GlyphRun& run : text_runs(page)) all.push_back(run.origin.y);
    std::sort(all.begin(), all.end());
    for (const Length y : all)
        if (out.empty() || y - out.back() > 5_pt) out.push_back(y);
    return out;
}

// How far 仿宋 is raised.
Length raise_of(const PagedDocument& document, const GlyphRun& run) {
    return run.size.scaled(document.faces[run.face]->han_shift(), 1000);
}

std::size_t page_with(const PagedDocument& document, const std::string& text) {
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        if (text_of(document.pages[i]).find(text) != std::string::npos) return i;
    return document.pages.size();
}

}  // namespace

TEST_CASE("a page of text is 22 lines on exact multiples of the line pitch") {
    const PagedDocument pages = typeset_blocks({lines(50)});
    REQUIRE(pages.pages.size() == 3);
    const auto found = baselines(pages.pages[0]);
    REQUIRE(found.size() == 22);
    const Length raise = raise_of(pages, text_runs(pages.pages[0])[0]);
    for (std::size_t i = 0; i < found.size(); ++i)
        CHECK(found[i] + raise == top + static_cast<std::int64_t>(i) * pitch + size.scaled(88, 100));
    CHECK(baselines(pages.pages[1]).front() == found.front());
    // 225 mm from the head of the first line to the foot of the last.
    const Length last_foot = found.back() + raise + size.scaled(12, 100);
    CHECK(last_foot <= foot + 0.02_pt);
    CHECK(last_foot >= foot - 0.02_pt);
}

TEST_CASE("a paragraph begins two characters in and fills the measure of 28") {
    const PagedDocument pages = typeset_blocks({lines(3)});
    const auto runs = text_runs(pages.pages[0]);
    CHECK(runs[0].origin.x == left + 31.5_pt);
    CHECK(runs[0].glyphs.size() == 26);
    CHECK(runs[1].origin.x == left);
    CHECK(runs[1].glyphs.size() == 28);
    CHECK(box_of(runs[1]).right() == right - Length::millipoints((right - left - 156_mm).count()));
}

TEST_CASE("the grid is kept after type of other size and after a table") {
    Table table;
    table.columns.resize(1);
    table.rows = {{"一"}, {"二"}};
    const PagedDocument pages = typeset_blocks({paragraph("标题", "title"), lines(2), table, lines(2)});
    for (const GlyphRun& run : text_runs(pages.pages[0])) {
        if (run.size != size) continue;
        const Length from_first = run.origin.y + raise_of(pages, run) - top - size.scaled(88, 100);
        CHECK(from_first.count() % pitch.count() == 0);
    }
}

TEST_CASE("no line of a paragraph stands alone at the foot or at the head of a page") {
    for (std::size_t before = 15; before <= 22; ++before) {
        const PagedDocument pages = typeset_blocks({lines(before), lines(5)});
        const std::size_t on_first = baselines(pages.pages[0]).size();
        const std::size_t of_second = on_first - std::min(on_first, before);
        CHECK(of_second != 1);
        CHECK(of_second != 4);
    }
}

TEST_CASE("a heading keeps two lines of what follows on its page") {
    for (std::size_t before = 10; before <= 23; ++before) {
        INFO("after " << before << " lines");
        const PagedDocument pages = typeset_blocks({lines(before), heading(1, "总体情况"), heading(2, "主动公开"), lines(4)});
        const std::size_t page = page_with(pages, "主动公开");
        CHECK(page_with(pages, "总体情况") == page);
        const auto found = text_runs(pages.pages[page]);
        const auto at = std::find_if(found.begin(), found.end(), [](const GlyphRun& r) { return r.text.find("主动公开") != std::string::npos; });
        CHECK(found.end() - at >= 3);
    }
}

TEST_CASE("a heading stays with a table that is kept whole") {
    Table table;
    table.columns.resize(1);
    table.keep_whole = true;
    for (int i = 0; i < 10; ++i) table.rows.push_back({"行"});
    for (std::size_t before = 10; before <= 21; ++before) {
        const PagedDocument pages = typeset_blocks({lines(before), heading(1, "情况"), table});
        const std::size_t page = page_with(pages, "情况");
        CHECK(text_of(pages.pages[page]).find("行行行行行行行行行行") != std::string::npos);
        CHECK(page == pages.pages.size() - 1);
    }
}

TEST_CASE("numerals are generated, bookmarked and part of the heading") {
    const PagedDocument pages = typeset_blocks({heading(1, "甲"), heading(2, "乙"), lines(2), heading(1, "丙"), lines(2)});
    REQUIRE(pages.bookmarks.size() == 3);
    CHECK(pages.bookmarks[0].title == "一、甲");
    CHECK(pages.bookmarks[1].title == "（一）乙");
    CHECK(pages.bookmarks[2].title == "二、丙");
    CHECK(pages.bookmarks[1].level == 2);
    CHECK(pages.bookmarks[1].y == top - (pitch - size) / 2 + pitch);
    const auto texts = said(pages);
    const NodeId first = pages.structure[0].children[0];
    CHECK(pages.structure[first].kind == StructureKind::heading_1);
    CHECK(texts.at(first) == "一、甲");
}

TEST_CASE("a run-in heading ends with a full stop and goes on as a paragraph") {
    Heading run_in = heading(2, "主动公开情况");
    run_in.run_in = "全年公开十条。";
    Heading marked = heading(2, "依申请公开情况。");
    marked.run_in = "全年收到两件。";
    Heading begun = heading(2, "信息管理情况");
    begun.run_in = "：共三项。";
    const PagedDocument pages = typeset_blocks({run_in, marked, begun});
    const auto texts = said(pages);
    const auto& children = pages.structure[0].children;
    REQUIRE(children.size() == 6);
    CHECK(texts.at(children[4]) == "（三）信息管理情况");
    CHECK(texts.at(children[0]) == "（一）主动公开情况。");
    CHECK(pages.structure[children[1]].kind == StructureKind::paragraph);
    CHECK(texts.at(children[1]) == "全年公开十条。");
    CHECK(texts.at(children[2]) == "（二）依申请公开情况。");
    CHECK(baselines(pages.pages[0]).size() == 3);
    CHECK(pages.bookmarks[0].title == "（一）主动公开情况");
}

TEST_CASE("a list speaks as items with labels and bodies") {
    List list;
    list.numerals = "（1）";
    list.items = {{.paragraphs = {paragraph("甲"), paragraph("乙")}}, {.paragraphs = {paragraph("丙")}}};
    const PagedDocument pages = typeset_blocks({list});
    const auto texts = said(pages);
    const StructureNode& root = pages.structure[pages.structure[0].children[0]];
    CHECK(root.kind == StructureKind::list);
    REQUIRE(root.children.size() == 2);
    const StructureNode& item = pages.structure[root.children[1]];
    CHECK(item.kind == StructureKind::list_item);
    CHECK(pages.structure[item.children[0]].kind == StructureKind::list_label);
    CHECK(texts.at(item.children[0]) == "（2）");
    CHECK(pages.structure[item.children[1]].kind == StructureKind::list_body);
    CHECK(texts.at(pages.structure[item.children[1]].children[0]) == "丙");
}

TEST_CASE("the organ signs two characters from the right edge, the date two further right") {
    const PagedDocument pages = typeset_blocks({lines(2), Signature{.organ = "某某市人民政府办公室", .date = "一月二日"}});
    const auto runs = text_runs(pages.pages[0]);
    const auto organ = std::find_if(runs.begin(), runs.end(), [](const GlyphRun& r) { return r.text == "某某市人民政府办公室"; });
    REQUIRE(organ != runs.end());
    CHECK(right - 2 * size - box_of(*organ).right() < 0.01_pt);
    CHECK((organ + 1)->origin.x == organ->origin.x + 2 * size);
    CHECK((organ + 1)->origin.y == organ->origin.y + pitch);
    CHECK(organ->origin.y == runs[1].origin.y + 2 * pitch);  // 空一行
}

TEST_CASE("a date longer than the organ takes the two characters from the right edge") {
    const PagedDocument pages = typeset_blocks({Signature{.organ = "市府", .date = "二〇二五年一月二十一日"}});
    const auto runs = text_runs(pages.pages[0]);
    CHECK(right - 2 * size - box_of(runs.back()).right() < 0.01_pt);
    CHECK(runs[0].text == "市府");
    CHECK(runs[0].origin.x == runs[1].origin.x - 2 * size);
}

TEST_CASE("a signature never stands alone on a page") {
    for (std::size_t before = 18; before <= 23; ++before) {
        const PagedDocument pages = typeset_blocks({lines(before), Signature{.organ = "市府", .date = "1月"}});
        const std::size_t page = page_with(pages, "市府");
        CHECK(page_with(pages, "1月") == page);
        CHECK(text_of(pages.pages[page]).find("政") != std::string::npos);
    }
}

TEST_CASE("the folio stands outside, one character in, its dashes 7 mm below the type area") {
    const PagedDocument pages = typeset_blocks({lines(40)});
    REQUIRE(pages.pages.size() == 2);
    const auto folio_of = [](const Page& page) {
        std::vector<GlyphRun> runs = runs_of(page);
        runs.erase(std::remove_if(runs.begin(), runs.end(), [](const GlyphRun& r) { return r.node != artifact; }), runs.end());
        return runs;
    };
    const auto odd = folio_of(pages.pages[0]), even = folio_of(pages.pages[1]);
    CHECK(text_of(pages.pages[0]).find("— 1 —") != std::string::npos);
    CHECK(text_of(pages.pages[1]).find("— 2 —") != std::string::npos);
    CHECK(box_of(odd.back()).right() <= right - 14_pt + 0.01_pt);
    CHECK(box_of(odd.back()).right() >= right - 14_pt - 0.5_pt);
    CHECK(even.front().origin.x == left + 14_pt);
    const GlyphRun& dash = odd.front();
    const Length ink = dash.size.scaled(pages.faces[dash.face]->ink(dash.glyphs[0].id).top, 1000);
    CHECK(dash.origin.y - ink == foot + 7_mm);
    CHECK(dash.glyphs.front().advance == 14_pt);
}

TEST_CASE("mirrored pages have their gutter at the right of even pages") {
    Document document;
    document.styles.page.mirrored = true;
    document.blocks = {lines(40)};
    const PagedDocument pages = typeset(document, fonts());
    CHECK(text_runs(pages.pages[0])[0].origin.x == left + 31.5_pt);
    CHECK(text_runs(pages.pages[1])[0].origin.x == 26_mm);
}

TEST_CASE("the mark of a draft lies beneath the text, as an artifact") {
    Document document;
    document.draft = true;
    document.blocks = {lines(1)};
    const PagedDocument pages = typeset(document, fonts());
    const auto first = runs_of(pages.pages[0]).front();
    CHECK(first.text == "草稿");
    CHECK(first.node == artifact);
    document.draft = false;
    CHECK(text_of(typeset(document, fonts()).pages[0]).find("草稿") == std::string::npos);
}

TEST_CASE("a page break begins a new page, blank lines stand at its head") {
    const PagedDocument pages = typeset_blocks({lines(1), PageBreak{}, BlankLines{2}, lines(1)});
    REQUIRE(pages.pages.size() == 2);
    const GlyphRun first = text_runs(pages.pages[1])[0];
    CHECK(first.origin.y + raise_of(pages, first) == top + 2 * pitch + size.scaled(88, 100));
}

TEST_CASE("a document without text is one page") {
    CHECK(typeset_blocks({}).pages.size() == 1);
}

TEST_CASE("every character that no font has is named at once") {
    Paragraph first = paragraph("甲\U000F0000");
    first.origin.pointer = "/a";
    Table table;
    table.columns.resize(1);
    table.rows = {{"乙\U000F0001"}};
    table.rows[0].origin.pointer = "/b";
    try {
        typeset_blocks({first, table});
        FAIL("no error");
    } catch (const FontError& error) {
        REQUIRE(error.missing().size() == 2);
        CHECK(error.missing()[0].code_point == 0xF0000);
        CHECK(error.missing()[0].pointer == "/a");
        CHECK(error.missing()[1].pointer == "/b");
    }
}

TEST_CASE("limits, styles and stops are told by name") {
    Document document;
    document.blocks = {lines(60)};
    CHECK_THROWS_AS(typeset(document, fonts(), {.stop = {}, .max_pages = 2}), LimitError);
    std::stop_source source;
    source.request_stop();
    try {
        typeset(document, fonts(), {.stop = source.get_token()});
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.id() == "STOPPED");
    }
    document.blocks = {paragraph("甲", "nothing")};
    CHECK_THROWS_AS(typeset(document, fonts()), LayoutError);
    document.styles.page.margins.top = 290_mm;
    CHECK_THROWS_AS(typeset(document, fonts()), LayoutError);
}

TEST_CASE("the origin of a run points into the text it came from") {
    Paragraph block = lines(2);
    block.origin = {"/overview/0", 7};
    const auto runs = text_runs(typeset_blocks({block}).pages[0]);
    CHECK(runs[0].source == Origin{"/overview/0", 7});
    CHECK(runs[1].source == Origin{"/overview/0", 7 + 26 * 3});
}

TEST_CASE("headings that leave a level out are nested without a gap in the structure tree") {
    const auto kinds_of = [](const std::vector<int>& levels) {
        std::vector<Block> blocks;
        for (const int level : levels) blocks.emplace_back(heading(level, "标题"));
        std::vector<StructureKind> kinds;
        for (const StructureNode& node : typeset_blocks(std::move(blocks)).structure)
            if (node.kind != StructureKind::document) kinds.push_back(node.kind);
        return kinds;
    };
    constexpr auto h1 = StructureKind::heading_1, h2 = StructureKind::heading_2, h3 = StructureKind::heading_3,
                   h4 = StructureKind::heading_4;
    CHECK(kinds_of({1, 2, 3, 4, 1}) == std::vector{h1, h2, h3, h4, h1});
    CHECK(kinds_of({1, 3, 3, 4, 2, 3}) == std::vector{h1, h2, h2, h3, h2, h3});
    CHECK(kinds_of({3, 2, 1}) == std::vector{h1, h1, h1});
}

TEST_CASE("a folio that would stand outside of the paper is an error") {
    const auto typeset_folio = [](Length size_of_folio, Length distance) {
        Document document;
        document.blocks = {lines(1)};
        document.styles.page.folio.size = size_of_folio;
        document.styles.page.folio_distance = distance;
        return typeset(document, fonts());
    };
    CHECK(typeset_folio(14_pt, 7_mm).pages.size() == 1);
    CHECK_THROWS_AS(typeset_folio(14_pt, 60_mm), LayoutError);
    CHECK_THROWS_AS(typeset_folio(300_pt, 7_mm), LayoutError);
}

TEST_CASE("a line pitch far from that of the text leaves the text inside of the type area") {
    Document document;
    document.blocks = {lines(60)};
    document.styles.page.line_height = 300_pt;
    for (const Page& page : typeset(document, fonts()).pages)
        for (const GlyphRun& run : text_runs(page)) CHECK(run.origin.y < foot);
}

TEST_CASE("lines higher than the margins leave the text on the paper") {
    Document document;
    document.blocks = {lines(3)};
    document.styles.page.line_height = document.styles.paragraphs["body"].line_height = 600_pt;
    document.styles.page.margins = {.top = 5_mm, .right = 26_mm, .bottom = 5_mm, .left = 28_mm};
    document.styles.page.folio_shown = false;
    for (const Page& page : typeset(document, fonts()).pages)
        for (const GlyphRun& run : text_runs(page)) CHECK(run.origin.y > run.size);
}

TEST_CASE("a paragraph too long to be measured is refused, one of 45,000 characters is not") {
    const auto of_length = [](std::size_t characters) {
        std::string text;
        for (std::size_t i = 0; i < characters; ++i) text += "政";
        Paragraph made = paragraph(text);
        made.origin.pointer = "/overview";
        return typeset_blocks({made});
    };
    CHECK(of_length(45'000).pages.size() == 74);
    try {
        of_length(45'500);
        FAIL("no error");
    } catch (const LimitError& error) {
        CHECK(error.where() == "/overview");
    }
}

// 目录: entries, leaders, page numbers and links, in one pass.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;

namespace {

Heading heading(int level, std::string text) {
    Heading made;
    made.level = level;
    made.text = std::move(text);
    return made;
}

Document with_contents(Contents contents, std::size_t sections) {
    Document document;
    document.title = "报告";
    document.blocks = {contents, PageBreak{}};
    for (std::size_t i = 0; i < sections; ++i) {
        document.blocks.emplace_back(heading(1, "一级标题" + std::to_string(i)));
        document.blocks.emplace_back(heading(2, "二级标题"));
        document.blocks.emplace_back(heading(3, "三级标题"));
        document.blocks.emplace_back(Paragraph{.text = "正文", .origin = {}});
        document.blocks.emplace_back(PageBreak{});
    }
    document.blocks.pop_back();
    return document;
}

std::vector<Link> links_of(const Page& page) {
    std::vector<Link> out;
    for (const PageItem& item : page.items)
        if (const auto* link = std::get_if<Link>(&item)) out.push_back(*link);
    return out;
}

// The text of the line under a link, leaders and folio left out.
std::string line_of(const Page& page, const Link& link) {
    std::string out;
    for (const GlyphRun& run : runs_of(page))
        if (run.node == link.node) out += run.text;
    return out;
}

Length right_of(const GlyphRun& run) {
    return box_of(run).right();
}

}  // namespace

TEST_CASE("the contents list the headings with the numbers of their pages") {
    const PagedDocument pages = typeset(with_contents({}, 3), fonts());
    REQUIRE(pages.pages.size() == 4);
    const auto links = links_of(pages.pages[0]);
    REQUIRE(links.size() == 6);  // two levels
    CHECK(line_of(pages.pages[0], links[0]) == "一、一级标题02");
    CHECK(line_of(pages.pages[0], links[3]) == "（一）二级标题3");
    CHECK(line_of(pages.pages[0], links[4]) == "三、一级标题24");
    CHECK(text_of(pages.pages[0]).starts_with("目录"));
}

TEST_CASE("an entry leads to its heading, as the bookmark does") {
    const PagedDocument pages = typeset(with_contents({.title = {}, .levels = 4, .origin = {}}, 3), fonts());
    const auto links = links_of(pages.pages[0]);
    REQUIRE(links.size() == pages.bookmarks.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        CHECK(links[i].to == Destination{pages.bookmarks[i].page, pages.bookmarks[i].y});
        CHECK(links[i].description == pages.bookmarks[i].title);
    }
}

TEST_CASE("page numbers end at the right edge, leaders in one column before them") {
    Document document = with_contents({}, 12);
    const PagedDocument pages = typeset(document, fonts());
    const Length right = 210_mm - 26_mm;
    std::vector<Length> ends;
    for (const GlyphRun& run : runs_of(pages.pages[0])) {
        if (run.node == artifact && run.text.starts_with("…")) ends.push_back(right_of(run));
        if (run.node != artifact && run.origin.x > 400_pt && run.text.find_first_not_of("0123456789") == std::string::npos) CHECK(right_of(run) == right);
    }
    REQUIRE(ends.size() > 10);
    CHECK(std::all_of(ends.begin(), ends.end(), [&](Length end) { return end == ends[0]; }));
}

TEST_CASE("a long entry turns before the room of the numbers; each of its lines is a link") {
    Document document;
    std::string title;
    for (int i = 0; i < 40; ++i) title += "题";
    document.blocks = {Contents{}, PageBreak{}, heading(1, title), Paragraph{.text = "正文", .origin = {}}};
    const PagedDocument pages = typeset(document, fonts());
    const auto links = links_of(pages.pages[0]);
    REQUIRE(links.size() == 2);
    CHECK(links[0].node == links[1].node);
    CHECK(links[0].to == links[1].to);
    CHECK(first_fault(pages) == "");
    for (const GlyphRun& run : runs_of(pages.pages[0]))
        if (run.text.starts_with("题")) CHECK(right_of(run) <= 210_mm - 26_mm - 6 * 15.75_pt / 2);
}

TEST_CASE("the contents are TOC, TOCI, Reference and Link in the structure") {
    const PagedDocument pages = typeset(with_contents({}, 2), fonts());
    const auto& nodes = pages.structure;
    const Link link = links_of(pages.pages[0])[0];
    CHECK(nodes[link.node].kind == StructureKind::link);
    const auto parent_of = [&](NodeId child) {
        for (NodeId node = 0; node < nodes.size(); ++node)
            if (std::count(nodes[node].children.begin(), nodes[node].children.end(), child) > 0) return node;
        return artifact;
    };
    const NodeId reference = parent_of(link.node), item = parent_of(reference), contents = parent_of(item);
    CHECK(nodes[reference].kind == StructureKind::reference);
    CHECK(nodes[item].kind == StructureKind::contents_item);
    CHECK(nodes[contents].kind == StructureKind::contents);
}

TEST_CASE("headings above and below the contents are both listed, annex titles too") {
    Document document;
    Paragraph annex{.text = "附件标题", .style = "annex-title", .origin = {}};
    document.blocks = {heading(1, "前"), Contents{}, heading(1, "后"), annex, Paragraph{.text = "正文", .origin = {}}};
    const PagedDocument pages = typeset(document, fonts());
    const auto links = links_of(pages.pages[0]);
    REQUIRE(links.size() == 3);
    CHECK(line_of(pages.pages[0], links[0]) == "一、前1");
    CHECK(line_of(pages.pages[0], links[2]) == "附件标题1");
}

TEST_CASE("contents of a document without headings are a warning, not an empty list") {
    Document document;
    document.blocks = {Contents{}, heading(3, "三级"), Paragraph{.text = "正文", .origin = {}}};
    const PagedDocument pages = typeset(document, fonts());
    REQUIRE(pages.warnings.size() == 1);
    CHECK(pages.warnings[0].id == "CONTENTS-EMPTY");
    CHECK(text_of(pages.pages[0]).find("目录") == std::string::npos);
}

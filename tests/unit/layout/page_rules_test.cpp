// Rules of the page over random documents: lines kept together, headings with what follows, the grid.
#include <catch2/catch.hpp>

#include <random>

#include "layout/measure.hpp"
#include "layout/paginate.hpp"

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::layout;

namespace {

constexpr Length grid = 29.621_pt;

Paragraph lines(std::size_t count, std::string style = "body") {
    std::string text;
    for (std::size_t i = 0; i + 2 < count * 28; ++i) text += "政";
    Paragraph made;
    made.text = std::move(text);
    made.style = std::move(style);
    return made;
}

// Blocks and looks from a seed: same seed, same document.
class RandomDocument {
public:
    explicit RandomDocument(std::uint32_t seed) : random_(seed) {}

    Document document() {
        Document made;
        for (const char* role : {"heading-1", "heading-2", "heading-3"}) restyle(made.styles.paragraphs[role]);
        made.styles.paragraphs["body"].space_before = upto(8) == 0 ? 7_pt : 0_pt;
        made.blocks.emplace_back(lines(1, "title"));
        for (std::uint32_t i = 5 + upto(40); i > 0; --i) made.blocks.push_back(block());
        if (upto(2) == 0) made.blocks.emplace_back(Signature{.organ = "某某局", .date = "2025年1月20日", .origin = {}});
        return made;
    }

private:
    std::uint32_t upto(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

    void restyle(ParagraphStyle& style) {
        style.text.size = Length::points(10 + upto(20));
        style.line_height = style.text.size + Length::points(upto(12));
        style.space_before = Length::points(upto(2) * upto(30));
        style.space_after = Length::points(upto(2) * upto(30));
        if (upto(6) == 0) style.new_page = upto(2) == 0 ? NewPage::page : NewPage::odd_page;
    }

    Block block() {
        switch (upto(9)) {
        case 0: case 1: case 2: return lines(1 + upto(9));
        case 3: case 4: case 5: {
            Heading made;
            made.level = 1 + static_cast<int>(upto(4));
            made.text = upto(4) == 0 ? "这是一个长得一行放不下而要转到第二行去的标题它还要再长一些才行" : "标题";
            if (upto(4) == 0) made.run_in = "续排的正文说明情况";
            return made;
        }
        case 6: return lines(1 + upto(3), "note");
        case 7: return BlankLines{1 + static_cast<int>(upto(2))};
        default: return table();
        }
    }

    Table table() {
        Table made;
        made.columns.resize(2);
        made.header_rows = static_cast<int>(upto(2));
        made.keep_whole = upto(2) == 0;
        if (upto(2) == 0) made.caption = "表题";
        made.rows.assign(2 + upto(20), {"甲", "乙"});
        for (Row& row : made.rows) row.min_height = Length::points(upto(30));
        return made;
    }

    std::mt19937 random_;
};

// A document measured and planned, and what its strips are.
struct Planned {
    explicit Planned(Document of)
        : document(std::move(of)),
          geometry(geometry_of(document.styles)),
          measured(measure(document, checks::fonts(), geometry, {})),
          plan(paginate(measured.list, geometry.area, 500)) {}

    bool is_line(std::uint32_t strip) const { return measured.sources[strip].kind == StripSource::Kind::line; }
    bool is_row(std::uint32_t strip) const { return measured.sources[strip].kind == StripSource::Kind::row; }
    // Strips of the same block have the same number.
    std::int64_t block_of(std::uint32_t strip) const {
        const StripSource& source = measured.sources[strip];
        if (is_row(strip)) return -2 - std::int64_t{source.index};
        return is_line(strip) ? std::int64_t{measured.lines[source.index].runs} : -1;
    }
    StructureKind kind_of(std::uint32_t strip) const {
        const auto& runs = measured.runs[measured.lines[measured.sources[strip].index].runs];
        return measured.structure[runs.back().tag].kind;  // a heading with text that runs in is text
    }
    bool is_heading(std::uint32_t strip) const {
        if (!is_line(strip)) return false;
        const StructureKind kind = kind_of(strip);
        return kind == StructureKind::title || (kind >= StructureKind::heading_1 && kind <= StructureKind::heading_4);
    }
    std::string text_of(std::uint32_t strip) const {
        std::string out;
        for (const auto& piece : measured.lines[measured.sources[strip].index].line.pieces) out += piece.text;
        return out;
    }

    Document document;  // what is measured refers to it
    PageGeometry geometry;
    Measured measured;
    PagePlan plan;
};

// What a page end before `strip` breaks, or "": judged from the texts, not from the appeals.
std::string fault_of_break(const Planned& it, std::uint32_t strip) {
    const auto count = static_cast<std::uint32_t>(it.measured.list.strips.size());
    const auto same = [&](std::uint32_t a, std::uint32_t b) { return it.block_of(a) == it.block_of(b); };
    if (it.is_heading(strip - 1)) return "a heading at the foot";
    if (strip > 1 && it.is_heading(strip - 2)) return "a heading with one line at the foot";
    if (it.is_row(strip) && same(strip - 1, strip)) {
        const bool one_row = strip < 2 || !same(strip - 2, strip - 1);
        return one_row ? "one row at the foot" : "";
    }
    if (!it.is_line(strip)) return "";
    if (it.text_of(strip) == "某某局" || it.text_of(strip) == "2025年1月20日") return "a signature alone";
    if (!same(strip - 1, strip)) return "";
    if (strip < 2 || !same(strip - 2, strip - 1)) return "one line at the foot";
    if (strip + 1 == count || !same(strip, strip + 1)) return "one line at the head";
    return "";
}

std::string fault_of_page(const Planned& it, const PlannedPage& page) {
    const std::string fault = fault_of_break(it, page.last);
    if (fault.empty()) return "";
    if (it.measured.list.strips[page.last].before > BreakAppeal::poor) return fault + ", and its strip does not say so";
    for (std::uint32_t i = page.first + 1; i < page.last; ++i)
        if (fault_of_break(it, i).empty() && !(it.is_row(i) && it.block_of(i - 1) == it.block_of(i)))
            return fault + ", where a better page end stands above";
    return "";
}

// Text of the body's line height stands on the grid; nothing overlaps, nothing stands outside.
std::string fault_of_places(const Planned& it, const PlannedPage& page) {
    Length below;
    for (std::uint32_t i = page.first; i < page.last; ++i) {
        const Strip& strip = it.measured.list.strips[i];
        const Length top = page.tops[i - page.first];
        if (top < below) return "strips overlap";
        below = top + strip.height;
        const bool body = it.is_line(i) && !it.is_heading(i) && strip.height == grid;
        if (body && top.count() % grid.count() != 0) return "a line off the grid: " + it.text_of(i);
    }
    return below > it.geometry.area.height ? "a strip outside the page" : "";
}

std::string first_fault(const Planned& it) {
    std::uint32_t next = 0;
    for (std::size_t p = 0; p < it.plan.pages.size(); ++p) {
        const PlannedPage& page = it.plan.pages[p];
        const std::string where = "page " + std::to_string(p + 1) + ": ";
        if (page.first != next || page.last < page.first) return where + "strips lost or doubled";
        next = page.last;
        if (page.first == page.last && !it.measured.list.strips[next].odd_page) return where + "an empty page";
        const std::string places = fault_of_places(it, page);
        if (!places.empty()) return where + places;
        const bool ends_text = next == it.measured.list.strips.size();
        if (page.first == page.last || ends_text || it.measured.list.strips[next].before == BreakAppeal::forced) continue;
        const std::string fault = fault_of_page(it, page);
        if (!fault.empty()) return where + fault;
    }
    return next == it.measured.list.strips.size() ? "" : "strips lost";
}

Planned planned(std::vector<Block> blocks, StyleSheet styles = StyleSheet::official()) {
    Document document;
    document.styles = std::move(styles);
    document.blocks = std::move(blocks);
    return Planned(std::move(document));
}

}  // namespace

TEST_CASE("random documents keep the rules of the page wherever a page can keep them") {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        INFO("seed " << seed);
        RandomDocument random(seed);
        REQUIRE(first_fault(Planned(random.document())) == "");
    }
}

TEST_CASE("the checks of the page find what a plan does wrong") {
    Heading heading;
    heading.text = "标题";
    Planned it = planned({lines(20), heading, lines(5)});
    CHECK(first_fault(it) == "");
    it.plan.pages[0].last = it.plan.pages[1].first = 21;
    it.plan.pages[0].tops.push_back(20 * grid);
    it.plan.pages[1].tops.erase(it.plan.pages[1].tops.begin());
    CHECK(first_fault(it).find("a heading at the foot") != std::string::npos);
    it.plan.pages[0].tops[3] += Length::millipoints(1);
    CHECK(first_fault(it).find("off the grid") != std::string::npos);
    it.plan.pages[0].tops[3] = it.plan.pages[0].tops[2];
    CHECK(first_fault(it).find("overlap") != std::string::npos);
}

TEST_CASE("a heading takes whole lines, its space before and after counted in") {
    StyleSheet styles = StyleSheet::official();
    ParagraphStyle& style = styles.paragraphs["heading-1"];
    style.text.size = 22_pt;
    style.line_height = 35_pt;
    style.space_before = 10_pt;
    style.space_after = 10_pt;
    Heading heading;
    heading.text = "标题";
    const Planned it = planned({lines(2), heading, lines(2)}, styles);
    const std::vector<Length>& tops = it.plan.pages[0].tops;
    // 10 + 35 + 10 pt take two lines of 29.621; the surplus stands in equal parts above and below.
    CHECK(tops[3] == 4 * grid);
    CHECK(tops[2] == 2 * grid + 10_pt);
    const Length blank = (2 * grid - 55_pt) / 2;
    CHECK(it.measured.list.strips[2].height == 35_pt + blank);
}

TEST_CASE("the space before a heading is dropped at the head of a page, its lines are not") {
    StyleSheet styles = StyleSheet::official();
    styles.paragraphs["heading-1"].space_before = grid;
    styles.paragraphs["heading-1"].new_page = NewPage::page;
    Heading heading;
    heading.text = "标题";
    const Planned it = planned({lines(2), heading, lines(2)}, styles);
    REQUIRE(it.plan.pages.size() == 2);
    CHECK(it.plan.pages[1].tops == std::vector<Length>{0_pt, grid, 2 * grid});
}

TEST_CASE("text returns to the grid after a note that stands off it") {
    const Planned it = planned({lines(1), lines(1, "note"), lines(2)});
    CHECK(it.plan.pages[0].tops.back().count() % grid.count() == 0);
    CHECK(it.plan.pages[0].tops[1] == grid);
}

TEST_CASE("a heading that begins an odd page leaves an empty page where it must") {
    StyleSheet styles = StyleSheet::official();
    styles.paragraphs["heading-1"].new_page = NewPage::odd_page;
    Heading heading;
    heading.text = "标题";
    const auto sizes = [](const Planned& it) {
        std::vector<std::uint32_t> out;
        for (const PlannedPage& page : it.plan.pages) out.push_back(page.last - page.first);
        return out;
    };
    CHECK(sizes(planned({heading, lines(1)}, styles)) == std::vector<std::uint32_t>{2});
    CHECK(sizes(planned({lines(1), heading, lines(1)}, styles)) == std::vector<std::uint32_t>{1, 0, 2});
    CHECK(sizes(planned({lines(30), heading, lines(1)}, styles)) == std::vector<std::uint32_t>{22, 8, 2});
}

TEST_CASE("a chain of headings goes with two lines of its text") {
    Heading one, two, three;
    one.text = two.text = three.text = "标题";
    two.level = 2;
    three.level = 3;
    for (std::size_t before = 16; before < 22; ++before) {
        const Planned it = planned({lines(before), one, two, three, lines(4)});
        CHECK(it.plan.pages[0].last == (before + 5 <= 22 ? before + 5 : before));
    }
}

TEST_CASE("a heading goes with the header and two rows of a table, or with the whole of it") {
    Heading heading;
    heading.text = "标题";
    Table table;
    table.columns.resize(1);
    table.header_rows = 1;
    table.rows.assign(6, {"行"});
    for (Row& row : table.rows) row.min_height = grid;
    for (std::size_t before = 15; before < 22; ++before) {
        INFO("lines before " << before);
        const Planned it = planned({lines(before), heading, table});
        const std::size_t rows = it.plan.pages[0].last - std::min<std::size_t>(it.plan.pages[0].last, before + 1);
        CHECK((it.plan.pages[0].last == before || rows >= 3));
        table.keep_whole = true;
        const Planned whole = planned({lines(before), heading, table});
        CHECK((whole.plan.pages[0].last == before || whole.plan.pages[0].last == before + 7));
        table.keep_whole = false;
    }
}

TEST_CASE("a signature takes the last lines of the text with it") {
    const Signature signature{.organ = "某某局", .date = "2025年1月20日", .origin = {}};
    for (std::size_t before = 18; before <= 22; ++before) {
        INFO("lines before " << before);
        const Planned it = planned({lines(before), signature});
        if (it.plan.pages.size() == 1) continue;
        CHECK(it.plan.pages[1].first == before - 2);
    }
}

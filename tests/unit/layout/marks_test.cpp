// Marks and annotations on the page: places, tags, and what they leave alone.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/error.hpp>
#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;

namespace {

constexpr Length size = 15.75_pt, left = 28_mm;

Length em(double ems) { return Length::points(static_cast<long double>(ems) * 15.75L); }

TextRun run(std::string text, TextMarks marks = {}) {
    TextRun made;
    made.text = std::move(text);
    made.marks = marks;
    return made;
}

TextRun annotated(std::string text, Ruby ruby) {
    TextRun made = run(std::move(text));
    made.ruby = std::move(ruby);
    return made;
}

PagedDocument set(std::vector<TextRun> runs, FontRole font = FontRole::song) {
    Document document;
    document.title = "标示";
    ParagraphStyle& body = document.styles.paragraphs["body"];
    body.first_indent = {};
    body.text.font = font;
    Paragraph paragraph;
    paragraph.text = Text(std::move(runs));
    document.blocks.emplace_back(std::move(paragraph));
    document.styles.page.folio_shown = false;
    return typeset(document, fonts());
}

template <typename Item> std::vector<Item> all(const PagedDocument& document) {
    std::vector<Item> out;
    for (const Page& page : document.pages)
        for (const PageItem& item : page.items)
            if (const auto* one = std::get_if<Item>(&item)) out.push_back(*one);
    return out;
}

std::vector<Stroke> dots(const PagedDocument& document) {
    std::vector<Stroke> out = all<Stroke>(document);
    std::erase_if(out, [](const Stroke& stroke) { return stroke.points.size() != 1; });
    return out;
}

struct Place {
    std::string text = {};
    Length x = {}, y = {};
};

// Every glyph of a type size, in the order of the page.
std::vector<Place> glyphs(const PagedDocument& document, Length of = size) {
    std::vector<Place> out;
    for (const GlyphRun& one : all<GlyphRun>(document)) {
        if (one.size < of - 1_pt || one.size > of + 1_pt) continue;
        for (const PlacedGlyph& glyph : one.glyphs)
            out.push_back({one.text.substr(glyph.text_begin, glyph.text_length), one.origin.x + glyph.x, one.origin.y});
    }
    return out;
}

Place glyph(const PagedDocument& document, const std::string& text, Length of = size) {
    for (const Place& one : glyphs(document, of))
        if (one.text == text) return one;
    FAIL("no glyph " << text);
    return {};
}

std::string said_all(const PagedDocument& document) {
    std::string out;
    for (const GlyphRun& one : all<GlyphRun>(document)) out += one.text;
    return out;
}

bool near(Length a, Length b, Length tolerance = 20_pt / 1000) { return a - b <= tolerance && b - a <= tolerance; }

std::vector<StructureKind> kinds(const PagedDocument& document) {
    std::vector<StructureKind> out;
    for (const StructureNode& node : document.structure) out.push_back(node.kind);
    return out;
}

}  // namespace

TEST_CASE("a dot stands under the middle of each Han, none under marks, letters and spaces") {
    const PagedDocument pages = set({run("以公开，为PDF 常态", {.dots = true})});
    const auto found = dots(pages);
    REQUIRE(found.size() == 6);
    const std::vector<std::string> dotted = {"以", "公", "开", "为", "常", "态"};
    for (std::size_t i = 0; i < dotted.size(); ++i) {
        CAPTURE(dotted[i]);
        CHECK(near(found[i].points[0].x, glyph(pages, dotted[i]).x + size / 2, em(0.01)));
        CHECK(found[i].points[0].y == found[0].points[0].y);
        CHECK(found[i].node == artifact);
    }
    CHECK(dots(set({run("以公开，为PDF 常态")})).empty());
}

TEST_CASE("dots stay under their Han when a line is stretched, and go on after a line end") {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "政";
    text.insert(12 * 3, "（abc）");
    const PagedDocument pages = set({run(text, {.dots = true})}, FontRole::fangsong);
    const auto found = dots(pages);
    REQUIRE(found.size() == 40);
    std::size_t next = 0;
    for (const Place& one : glyphs(pages))
        if (one.text == "政") CHECK(near(found[next++].points[0].x, one.x + size / 2, em(0.01)));
    CHECK(found.back().points[0].y - found.front().points[0].y == 29.621_pt);
}

TEST_CASE("an underline is one line over Han, Latin and the gaps between, and ends with its text") {
    const PagedDocument pages = set({run("自"), run("2024年起在www公布", {.line = SideLine::underline}), run("。")});
    const auto rules = all<Rule>(pages);
    REQUIRE(rules.size() == 1);
    CHECK(near(rules[0].from.x, glyph(pages, "2").x));  // not under the gap before it
    CHECK(near(rules[0].to.x, glyph(pages, "布").x + size));
    CHECK(rules[0].from.y == rules[0].to.y);
    CHECK(all<Rule>(set({run("自2024年起在www公布。")})).empty());
}

TEST_CASE("neighbouring underlines are one, neighbouring names an eighth of an em apart") {
    const TextMarks underline{.line = SideLine::underline}, name{.line = SideLine::proper_name};
    CHECK(all<Rule>(set({run("公正", underline), run("公平", underline)})).size() == 1);
    const PagedDocument pages = set({run("王安石", name), run("司马光", name), run("等人"), run("苏轼", name)});
    const auto rules = all<Rule>(pages);
    REQUIRE(rules.size() == 3);
    CHECK(near(rules[1].from.x - rules[0].to.x, size / 8, em(0.01)));
    CHECK(near(rules[0].from.x, left));  // only the ends that meet give
    CHECK(near(rules[2].to.x - rules[2].from.x, 2 * size));
}

TEST_CASE("a book title has a wavy line from its first to its last Han") {
    const PagedDocument pages = set({run("传家集", {.line = SideLine::book_title})});
    const auto waves = all<Stroke>(pages);
    REQUIRE(waves.size() == 1);
    CHECK(near(waves[0].points.front().x, left));
    CHECK(near(waves[0].points.back().x, left + 3 * size));
    const auto [low, high] = std::minmax_element(waves[0].points.begin(), waves[0].points.end(),
                                                 [](Point a, Point b) { return a.y < b.y; });
    CHECK(near(high->y - low->y, em(0.06), em(0.005)));
    CHECK(waves[0].points.size() > 60);
}

TEST_CASE("a dot under a line stands below it") {
    const PagedDocument pages = set({run("苏轼", {.line = SideLine::proper_name, .dots = true})});
    REQUIRE(dots(pages).size() == 2);
    const Length line = all<Rule>(pages)[0].from.y + all<Rule>(pages)[0].width / 2;
    CHECK(dots(pages)[0].points[0].y - dots(pages)[0].width / 2 > line);
    CHECK(dots(pages)[0].points[0].y > dots(set({run("苏轼", {.dots = true})}))[0].points[0].y);
}

TEST_CASE("a frame goes around a name, clear of its neighbours, and is not broken") {
    const PagedDocument pages = set({run("由"), run("李向阳", {.framed = true}), run("点校")});
    const auto frames = all<Stroke>(pages);
    REQUIRE(frames.size() == 1);
    REQUIRE(frames[0].points.size() == 5);
    CHECK(frames[0].points.front() == frames[0].points.back());
    CHECK(frames[0].points[0].x > glyph(pages, "由").x + size);
    CHECK(frames[0].points[0].x < glyph(pages, "李").x);
    CHECK(frames[0].points[1].x > glyph(pages, "阳").x + size);
    CHECK(frames[0].points[1].x < glyph(pages, "点").x);
    // The measure has 28 Han: the name would be cut after its first.
    std::string before;
    for (int i = 0; i < 27; ++i) before += "政";
    const PagedDocument broken = set({run(before), run("李向阳", {.framed = true}), run("点校")});
    CHECK(all<Stroke>(broken).size() == 1);
    CHECK(glyph(broken, "李").y == glyph(broken, "阳").y);
    CHECK(glyph(set({run(before + "李向阳点校")}), "李").y < glyph(set({run(before + "李向阳点校")}), "阳").y);
}

TEST_CASE("strong text is 黑体 and says the same") {
    const PagedDocument pages = set({run("公开"), run("公正", {.strong = true})});
    const auto runs = all<GlyphRun>(pages);
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].face != runs[1].face);
    CHECK(said_all(pages) == "公开公正");
}

TEST_CASE("a note mark is small, raised, without a gap, and never begins a line") {
    const PagedDocument pages = set({run("题跋"), run("12", {.superscript = true}), run("附后")});
    const Length small = size * 6 / 10;
    const Place mark = glyph(pages, "1", small);
    CHECK(near(mark.x, left + 2 * size));
    CHECK(near(glyph(pages, "题").y - mark.y, em(0.35), em(0.02)));
    std::string before;
    for (int i = 0; i < 28; ++i) before += "政";
    const PagedDocument broken = set({run(before), run("①", {.superscript = true}), run("附后")});
    const auto places = glyphs(broken);
    // The 28th Han goes down with its mark.
    CHECK(places[27].y > places[26].y);
    const auto plain = glyphs(set({run(before + "①附后")}));
    CHECK(plain[27].y == plain[26].y);
}

TEST_CASE("pinyin by character stands over the middle of each Han, at half its size") {
    const PagedDocument pages = set({annotated("信息", {.text = "xìn xī"}), run("公开")});
    const auto small = glyphs(pages, size / 2);
    REQUIRE(small.size() == 5);
    Length begin = small[0].x, end;
    for (const GlyphRun& one : all<GlyphRun>(pages))
        if (one.text == "xìn") end = one.origin.x + one.glyphs.back().x + one.glyphs.back().advance;
    CHECK(near((begin + end) / 2, glyph(pages, "信").x + size / 2, em(0.01)));
    CHECK(near(glyph(pages, "信").y - small[0].y, em(1.0), em(0.01)));
    CHECK(said_all(pages) == "信xìn息xī公开");
}

TEST_CASE("pinyin longer than its Han hangs over a neighbour without, and pushes one with pinyin away") {
    const PagedDocument alone = set({run("此"), annotated("双", {.text = "shuāng"}), run("方")});
    CHECK(near(glyph(alone, "方").x - glyph(alone, "此").x, 2 * size, em(0.02)));
    const PagedDocument meeting = set({annotated("装双窗", {.text = "zhuāng shuāng chuāng"})});
    CHECK(glyph(meeting, "双").x - glyph(meeting, "装").x > em(1.3));
    Length end;
    for (const GlyphRun& one : all<GlyphRun>(meeting)) {
        if (one.size > 10_pt) continue;
        if (end != Length{}) CHECK(one.origin.x - end >= em(0.12));  // a quarter of its own size
        end = one.origin.x + one.glyphs.back().x + one.glyphs.back().advance;
    }
    // At the edge of the measure it hangs over nothing.
    CHECK(near(glyphs(set({annotated("双", {.text = "shuāng"}), run("方")}), size / 2).front().x, left));
}

TEST_CASE("a word with one annotation is not broken, a text annotated by character may be") {
    std::string before;
    for (int i = 0; i < 27; ++i) before += "政";
    const PagedDocument word = set({run(before), annotated("公开", {.text = "gōngkāi"}), run("工作")});
    CHECK(glyph(word, "公").y == glyph(word, "开").y);
    const PagedDocument characters = set({run(before), annotated("公开", {.text = "gōng kāi"}), run("工作")});
    CHECK(glyph(characters, "公").y < glyph(characters, "开").y);
}

TEST_CASE("bopomofo stands in a column at the right of its Han, its tone beside the last sign") {
    const PagedDocument pages = set({annotated("年報", {.text = "ㄋㄧㄢˊ ㄅㄠˋ", .kind = RubyKind::bopomofo}), run("後")});
    CHECK(near(glyph(pages, "報").x - glyph(pages, "年").x, em(1.5), em(0.02)));
    const Length small = size * 3 / 10;
    const Place n = glyph(pages, "ㄋ", small), i = glyph(pages, "ㄧ", small), an = glyph(pages, "ㄢ", small), tone = glyph(pages, "ˊ", small);
    CHECK(n.x > glyph(pages, "年").x + size);
    CHECK(n.y < i.y);
    CHECK(i.y < an.y);
    CHECK(tone.x > an.x);
    CHECK(said_all(pages) == "年ㄋㄧㄢˊ報ㄅㄠˋ後");
    const PagedDocument light = set({annotated("了", {.text = "˙ㄌㄜ", .kind = RubyKind::bopomofo})});
    CHECK(said_all(light) == "了˙ㄌㄜ");
}

TEST_CASE("a gloss is aligned word by word, above or below") {
    const PagedDocument pages = set({annotated("公开", {.text = "disclosure", .kind = RubyKind::gloss, .side = RubySide::below, .language = "en"})});
    const auto runs = all<GlyphRun>(pages);
    REQUIRE(runs.size() == 2);
    CHECK(runs[1].language == "en");
    CHECK(runs[1].origin.y > runs[0].origin.y);
    const Length end = runs[1].origin.x + runs[1].glyphs.back().x + runs[1].glyphs.back().advance;
    const Length base = glyph(pages, "开").x + size - glyph(pages, "公").x;
    CHECK(near((runs[1].origin.x + end) / 2, glyph(pages, "公").x + base / 2, em(0.02)));
}

TEST_CASE("a remark begins where its text begins and moves nothing") {
    const Ruby remark{.text = "据第七次全国人口普查公报", .kind = RubyKind::remark};
    const PagedDocument pages = set({run("全县"), annotated("户籍", remark), run("人口为四十一万二千余人")});
    CHECK(near(glyph(pages, "据", size / 2).x, glyph(pages, "户").x));
    CHECK(glyph(pages, "人").x == glyph(set({run("全县户籍人口为四十一万二千余人")}), "人").x);
    CHECK_THROWS_WITH(set({annotated("户籍", remark), annotated("人口", {.text = "rénkǒu"})}), Catch::Contains("行间注"));
}

TEST_CASE("annotations are Ruby, RB and RT; a link is Link with its area and description") {
    TextRun link = run("政府网站");
    link.link = "https://www.example.gov.cn/";
    const PagedDocument pages = set({annotated("公开", {.text = "gōngkāi"}), run("见"), link});
    using K = StructureKind;
    CHECK(kinds(pages) == std::vector<K>{K::document, K::paragraph, K::ruby, K::ruby_base, K::ruby_text, K::link});
    const auto links = all<Link>(pages);
    REQUIRE(links.size() == 1);
    CHECK(links[0].uri == "https://www.example.gov.cn/");
    CHECK(links[0].description == "政府网站");
    CHECK(near(links[0].area.left(), glyph(pages, "政").x));
    CHECK(near(links[0].area.size.width, 4 * size));
    CHECK(links[0].area.size.height == size);
    CHECK(pages.structure[links[0].node].kind == K::link);
}

TEST_CASE("a link over a line end has an area on each line") {
    TextRun link = run("政府网站政府网站");
    link.link = "https://www.example.gov.cn/";
    std::string before;
    for (int i = 0; i < 24; ++i) before += "政";
    const auto links = all<Link>(set({run(before), link}));
    REQUIRE(links.size() == 2);
    CHECK(links[0].node == links[1].node);
    CHECK(links[1].area.left() == left);
}

TEST_CASE("no mark changes the line pitch or the text") {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "政";
    const auto pitches = [](const PagedDocument& pages) {
        std::vector<Length> out;
        for (const Place& one : glyphs(pages))
            if (out.empty() || one.y != out.back()) out.push_back(one.y);
        return out;
    };
    const PagedDocument plain = set({run(text)});
    const PagedDocument marked = set({run(text, {.line = SideLine::book_title, .dots = true})});
    CHECK(pitches(plain) == pitches(marked));
    CHECK(said_all(plain) == said_all(marked));
    std::string syllables;
    for (int i = 0; i < 60; ++i) syllables += "wù ";
    CHECK(pitches(set({annotated(text, {.text = syllables})})) == pitches(plain));
}

TEST_CASE("marks that the leading does not hold are an error with the height they need, never printed over text") {
    const Ruby above{.text = "gōng kāi"}, below{.text = "gōng kāi", .side = RubySide::below};
    const auto document = [](std::vector<std::vector<TextRun>> paragraphs, Length pitch) {
        Document made;
        made.styles.paragraphs["body"].line_height = made.styles.page.line_height = pitch;
        for (auto& runs : paragraphs) {
            Paragraph paragraph;
            paragraph.text = Text(std::move(runs));
            made.blocks.emplace_back(paragraph);
        }
        return made;
    };
    const std::vector<TextRun> plain = {run("政府信息")};
    const Document tight = document({plain, {annotated("公开", above)}}, 24_pt);
    CHECK_THROWS_AS(typeset(tight, fonts()), LayoutError);
    CHECK_THROWS_WITH(typeset(tight, fonts()), Catch::Contains("24.728"));
    CHECK_NOTHROW(typeset(document({plain, {annotated("公开", above)}}, 24.8_pt), fonts()));
    CHECK_NOTHROW(typeset(document({{annotated("公开", above)}, plain}, 20_pt), fonts()));  // nothing stands above
    // Below one line and above the next, also over the end of a paragraph.
    CHECK_THROWS_AS(typeset(document({{annotated("公开", below)}, {annotated("公开", above)}}, 29.621_pt), fonts()), LayoutError);
    CHECK_NOTHROW(typeset(document({{annotated("公开", below)}, plain, {annotated("公开", above)}}, 29.621_pt), fonts()));
    CHECK_NOTHROW(typeset(document({{run("公开", {.dots = true})}, {annotated("公开", above)}}, 29.621_pt), fonts()));
}

TEST_CASE("an annotation that a cell has no room for is an error, more line height holds it") {
    Table table;
    table.columns = {Column{}};
    table.rows = {Row{Cell(Text(std::vector<TextRun>{annotated("公开", {.text = "gōng kāi"})}))}};
    Document document;
    document.title = "表";
    document.blocks.emplace_back(table);
    CHECK_THROWS_AS(typeset(document, fonts()), LayoutError);
    document.styles.tables["table"].line_height = 20_pt;
    CHECK_NOTHROW(typeset(document, fonts()));
}

TEST_CASE("a line below a table stands lower when pinyin would reach into the table") {
    const auto gap = [](TextRun first) {
        Table table;
        table.columns = {Column{}};
        table.rows = {Row{Cell("甲")}};
        Document document;
        document.title = "表";
        document.styles.tables["table"].space_after = {};
        document.styles.page.line_height = {};  // no grid, which would give the room
        document.styles.paragraphs["body"].first_indent = {};
        Paragraph paragraph;
        paragraph.text = Text(std::vector<TextRun>{std::move(first)});
        document.blocks = {Block(table), Block(paragraph)};
        const PagedDocument pages = typeset(document, fonts());
        Length foot;
        for (const Rule& rule : all<Rule>(pages)) foot = std::max(foot, std::max(rule.from.y, rule.to.y));
        return glyph(pages, "公").y - foot;
    };
    CHECK(gap(annotated("公", {.text = "gōng"})) >= em(1.3));
    CHECK(gap(run("公")) < em(1.3));
}

TEST_CASE("a cell has the marks of its text, in the size the table was set in") {
    Table table;
    table.columns = {Column{}, Column{}};
    table.rows = {Row{Cell(Text(std::vector<TextRun>{run("着重", {.dots = true}), run("①", {.superscript = true})})), Cell("说明")}};
    Document document;
    document.title = "表";
    document.styles.page.folio_shown = false;
    document.blocks.emplace_back(table);
    const PagedDocument pages = typeset(document, fonts());
    const auto found = dots(pages);
    REQUIRE(found.size() == 2);
    CHECK(near(found[0].points[0].x, glyph(pages, "着", 10_pt).x + 5_pt));
    CHECK(near(found[0].width, 1.2_pt));
    CHECK(glyph(pages, "①", 6_pt).y < glyph(pages, "重", 10_pt).y);
}

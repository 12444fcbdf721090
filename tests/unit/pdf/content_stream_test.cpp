// Operators of content streams, codes of fonts, marks.
#include <catch2/catch.hpp>

#include "pdf/content_stream.hpp"
#include "pdf/glyph_run.hpp"
#include "pdf/painter.hpp"
#include "unit/pdf/sample_pages.hpp"

using namespace nianbao;
using namespace nianbao::samples;

namespace {

struct Written {
    std::string operators = {};
    std::vector<pdf::ContentPlace> places = {};
    pdf::Violations violations = {};
    std::vector<pdf::FontUse> fonts = {};

    explicit Written(const PagedDocument& document, bool tagged = true) {
        for (const auto& face : document.faces) fonts.emplace_back(face.get());
        pdf::ContentContext context{document, fonts, places, violations, tagged};
        operators = pdf::write_content(context, 0).operators;
    }
    bool has(std::string_view part) const { return operators.find(part) != std::string::npos; }
};

struct NoMarks : pdf::TextMarks {
    void plain() override {}
    void replaced(std::string_view) override {}
    void end_replaced() override {}
};

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("a paragraph of several runs is one marked sequence in one text object") {
    Sample sample;
    const NodeId id = sample.node(StructureKind::paragraph);
    for (int line = 0; line < 3; ++line) {
        GlyphRun run = sample.run("年度报告", {pt(80), pt(100 + 30 * line)}, 16);
        run.node = id;
        sample.put(std::move(run));
    }
    const Written page(sample.document);
    CHECK(count(page.operators, "BT\n") == 1);
    CHECK(count(page.operators, "/P<</MCID 0>>BDC\n") == 1);
    CHECK(count(page.operators, "/F0 16 Tf\n") == 1);
    CHECK(page.has("80 741.89 Td\n"));
    CHECK(count(page.operators, "0 -30 Td\n") == 2);
    CHECK(page.places.size() == 1);
}

TEST_CASE("a rule between two lines cuts the marked sequence and is a layout artifact") {
    Sample sample;
    const NodeId id = sample.node(StructureKind::paragraph);
    for (int line = 0; line < 2; ++line) {
        GlyphRun run = sample.run("年", {pt(80), pt(100 + 30 * line)}, 16);
        run.node = id;
        sample.put(std::move(run));
        if (line == 0) sample.put(Rule{.from = {pt(80), pt(110)}, .to = {pt(90), pt(110)}, .width = pt(0.5)});
    }
    const Written page(sample.document);
    CHECK(page.has("/Artifact<</Type/Layout>>BDC\n.5 w\n80 731.89 m 90 731.89 l\nS\nEMC\n"));
    CHECK(page.has("/P<</MCID 1>>BDC"));
    CHECK(page.places.size() == 2);
}

TEST_CASE("text that speaks for nothing is a pagination artifact") {
    Sample sample;
    sample.put(sample.run("1", {pt(80), pt(100)}, 16));
    CHECK(Written(sample.document).has("/Artifact<</Type/Pagination>>BDC"));
}

TEST_CASE("an untagged page has no marks") {
    Written page(one_line(), false);
    CHECK_FALSE(page.has("BDC"));
    CHECK(page.has("Tj"));
}

TEST_CASE("black text needs no colour operator, others are RGB or grey") {
    Sample sample;
    sample.put(Fill{.area = {{pt(0), pt(0)}, {pt(10), pt(10)}}, .color = {0xC6, 0xD9, 0xF1}});
    sample.put(Fill{.area = {{pt(0), pt(0)}, {pt(10), pt(10)}}, .color = {128, 128, 128}});
    const Written page(sample.document);
    CHECK(page.has(".776 .851 .945 rg\n0 831.89 10 10 re f\n"));
    CHECK(page.has(".502 g\n"));
    CHECK_FALSE(Written(one_line()).has(" g\n"));
}

TEST_CASE("an evenly spaced line is one string with character spacing") {
    Sample sample;
    sample.put(sample.run("政府信息公开工作年度报告", {pt(80), pt(100)}, 16, 0, 45));
    const Written page(sample.document);
    CHECK(page.has(".045 Tc\n"));
    CHECK(count(page.operators, "Tj\n") == 1);
    CHECK_FALSE(page.has("TJ"));
}

TEST_CASE("every glyph of an uneven line stands within a millipoint of its place") {
    Sample sample;
    GlyphRun run = sample.run("政府信息公开工作年度报告", {pt(80), pt(100)}, 15.75);
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) run.glyphs[i].x += Length::millipoints(static_cast<std::int64_t>(i * i * 37 % 501));
    pdf::Violations violations;
    pdf::FontUse font(sample.document.faces[0].get());
    const auto glyphs = pdf::code_glyphs(run, font, violations);
    pdf::Painter painter;
    painter.open(pdf::Painter::Kind::text, "");
    NoMarks marks;
    pdf::paint_run(painter, run, glyphs, 0, marks);
    const std::string text = painter.finish();

    // Reads the TJ array back: two bytes are a glyph, a number moves the pen by 1/1000 em.
    double spacing = 0;
    if (const std::size_t at = text.find(" Tc"); at != std::string::npos) spacing = 1000 * std::stod(text.substr(text.rfind('\n', at) + 1));
    double pen = 0;
    std::size_t glyph = 0;
    const std::size_t open = text.find('['), close = text.rfind("]TJ");
    REQUIRE(open != std::string::npos);
    for (std::size_t at = open + 1; at < close;) {
        if (text[at] != '(') {
            std::size_t used = 0;
            pen -= std::stod(text.substr(at), &used) * 15.75;
            at += used;
            continue;
        }
        for (++at; text[at] != ')'; ++at) {
            if (text[at] == '\\') ++at;
            if (text[++at] == '\\') ++at;
            INFO("glyph " << glyph);
            REQUIRE(glyph < glyphs.size());
            CHECK(std::abs(pen - static_cast<double>(glyphs[glyph].x)) <= 1.001);
            pen += glyphs[glyph++].width * 15.75 + spacing;
        }
        ++at;
    }
    CHECK(glyph == glyphs.size());
}

TEST_CASE("turned runs are placed by a matrix and upright ones come back") {
    const Written page(rotated());
    CHECK(page.has("200 541.89 Td\n"));
    CHECK(page.has("0 -1 1 0 250 541.89 Tm\n"));
    CHECK(page.has("-1 0 0 -1 300 541.89 Tm\n"));
    CHECK(page.has("0 1 -1 0 350 541.89 Tm\n"));
    Sample sample;
    GlyphRun turned = sample.run("年", {pt(10), pt(10)}, 16);
    turned.quarter_turns = 1;
    sample.put(turned);
    sample.put(sample.run("年", {pt(50), pt(60)}, 16));
    CHECK(Written(sample.document).has("1 0 0 1 50 781.89 Tm\n"));
}

TEST_CASE("one glyph that says two texts has two codes") {
    const Written page(shared_glyphs());
    CHECK(page.violations.empty());
    REQUIRE(page.fonts[0].slots().size() == 4);
    CHECK(page.fonts[0].slots()[0].glyph == page.fonts[0].slots()[1].glyph);
    CHECK(page.fonts[0].slots()[0].text == "一");
    CHECK(page.fonts[0].slots()[1].text == "⼀");
    CHECK(page.fonts[0].slots()[2].text == "——");
    CHECK(page.fonts[0].slots()[3].text == "—");
}

TEST_CASE("glyphs that overlap by more than half an em say their text together") {
    const auto written = [](double step) {
        Sample sample;
        GlyphRun run = sample.run("，？乙", {pt(10), pt(10)}, 16);
        run.glyphs[1].x = run.glyphs[0].x + Length::millipoints(static_cast<std::int64_t>(16000 * step));
        sample.put(run);
        return Written(sample.document);
    };
    CHECK(written(0.25).has("/Span<</ActualText<FEFFFF0CFF1F>>>BDC"));
    CHECK_FALSE(written(0.5).has("ActualText"));  // a pair as any other
}

TEST_CASE("a mark that overlaps by half an em stands a hair further right, so that rounding does not part the line") {
    const auto places = [](std::int32_t step) {
        Sample sample;
        GlyphRun run = sample.run("。”乙", {pt(10), pt(10)}, 16);
        run.glyphs[1].x = run.glyphs[0].x + Length::millipoints(step);
        pdf::Violations violations;
        pdf::FontUse font(sample.document.faces[0].get());
        return pdf::code_glyphs(run, font, violations)[1].x;
    };
    CHECK(places(8000) == 8003);
    CHECK(places(8002) == 8005);
    CHECK(places(8003) == 8003);  // the control: less than half
    CHECK(places(7990) == 8003);  // the one before has been moved, too
    CHECK(places(7900) == 7900);  // more than half: not moved, the two say their text together
    // Also where the mark and what follows are of two runs.
    const auto second_line = [](std::int32_t step) {
        Sample sample;
        GlyphRun mark = sample.run("）", {pt(10), pt(10)}, 16), word = sample.run("甲", {pt(10), pt(10)}, 16);
        word.origin.x += Length::millipoints(step);
        sample.put(mark);
        sample.put(word);
        return Written(sample.document);
    };
    CHECK(second_line(8000).has("8.003 0 Td"));
    CHECK(second_line(8003).has("8.003 0 Td"));
    CHECK(second_line(9000).has("9 0 Td"));
}

TEST_CASE("a cluster of several glyphs has its text replaced and every code maps to something") {
    const Written page(multi_glyph_cluster());
    CHECK(page.violations.empty());
    CHECK(page.has("/Lang(fr)/ActualText<FEFF00650301>>>BDC"));
    CHECK(page.has("/Lang(fr)/ActualText<FEFFFB01>>>BDC"));
    CHECK(count(page.operators, "BDC") == count(page.operators, "EMC"));
    CHECK(page.has(" 4 Td\n"));  // the raised glyph
    std::vector<std::string> texts;
    for (const auto& slot : page.fonts[0].slots()) texts.push_back(slot.text);
    CHECK(texts == std::vector<std::string>{"x", "e", "\u0301", "y", "\uFB01", "\u2060", "z"});
}

TEST_CASE("no marked sequence of a node stands inside another: each part has a mark of its own") {
    const Written page(multi_glyph_cluster());
    int open = 0;
    std::vector<std::string> sequences;
    for (std::size_t at = 0; at < page.operators.size();) {
        const std::size_t end = std::min(page.operators.find('\n', at), page.operators.size());
        const std::string_view line = std::string_view(page.operators).substr(at, end - at);
        if (line.ends_with("BDC")) {
            CHECK(++open == 1);
            CHECK(line.find("/MCID " + std::to_string(sequences.size())) != std::string_view::npos);
            sequences.emplace_back(line);
        }
        if (line == "EMC") --open;
        at = end + 1;
    }
    CHECK(open == 0);
    CHECK(page.places.size() == sequences.size());
    CHECK(sequences.size() > 3);
    CHECK(count(Written(multi_glyph_cluster(), false).operators, "/Span<</ActualText<") == 2);  // untagged: no MCID
    CHECK_FALSE(Written(multi_glyph_cluster(), false).has("MCID"));
}

TEST_CASE("the map to Unicode lists every code with surrogates and whole clusters") {
    std::vector<pdf::FontUse::Slot> slots = {{1, "一", 1000}, {2, "𠮷", 1000}, {3, "——", 2000}};
    const std::string map = pdf::to_unicode(slots);
    CHECK(map.find("1 beginbfrange\n<0001><0003>[<4E00><D842DFB7><20142014>]\nendbfrange") != std::string::npos);
}

TEST_CASE("a range of the map to Unicode ends where the high byte changes") {
    const std::vector<pdf::FontUse::Slot> slots(600, {1, "一", 1000});
    const std::string map = pdf::to_unicode(slots);
    CHECK(map.find("3 beginbfrange\n<0001><00FF>[") != std::string::npos);
    CHECK(map.find("<0100><01FF>[") != std::string::npos);
    CHECK(map.find("<0200><0258>[") != std::string::npos);
    const std::vector<pdf::FontUse::Slot> to_the_edge(255, {1, "一", 1000});
    CHECK(pdf::to_unicode(to_the_edge).find("1 beginbfrange\n<0001><00FF>[") != std::string::npos);
    const std::vector<pdf::FontUse::Slot> past_a_block(100 * 256 + 5, {1, "一", 1000});
    CHECK(pdf::to_unicode(past_a_block).find("endbfrange\n1 beginbfrange\n<6400><6405>[") != std::string::npos);
}

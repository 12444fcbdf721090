// Every option of LineStyle: what it changes, and that without it nothing does.
#include <catch2/catch.hpp>

#include "fixed_text.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

using Positions = std::vector<double>;

Positions positions(const std::string& text, LineOptions options) {
    return glyph_positions(break_lines(fixed_text(text), options)[0]);
}

} // namespace

TEST_CASE("the Han–Latin gap has the width of the style (CLREQ 6.3.3)") {
    const auto with = [](HanLatinGap gap) {
        return positions("甲A乙", {.measure = em(40), .style = {.han_latin_gap = gap}});
    };
    CHECK(with({}) == Positions{0, 1.25, 2});
    CHECK(with({.width = {200}}) == Positions{0, 1.2, 1.9});
    CHECK(with({.shown = false, .width = {200}}) == Positions{0, 1, 1.5});
}

TEST_CASE("the Han–Latin gap keeps to the limits of the style") {
    // Two gaps and no mark: the line gives what they may give.
    const auto first = [](double measure, HanLatinGap gap) {
        const auto lines = break_lines(
            fixed_text("甲A乙丙"), {.measure = em(measure), .style = {.han_latin_gap = gap}}
        );
        return lines[0];
    };
    CHECK(text_of(first(3.75, {})) == "甲A乙丙"); // 4 em − 2 × 0.125
    CHECK(text_of(first(3.7, {})) != "甲A乙丙");
    CHECK(text_of(first(3.75, {.narrowest = {200}})) != "甲A乙丙");
    CHECK(text_of(first(3.9, {.narrowest = {200}})) == "甲A乙丙");
    // 甲A乙 is 2.25 em; stretched gaps come before the rest.
    const auto wide = [](HanLatinGap gap) {
        return glyph_positions(break_lines(
            fixed_text("甲A乙丙丁戊"), {.measure = em(4.25), .style = {.han_latin_gap = gap}}
        )[0]);
    };
    CHECK(wide({})[1] == 1.25 + 0.125);
    CHECK(wide({.widest = {250}})[1] == 1.25);
}

TEST_CASE("the squeeze of stops can be forbidden (CLREQ 6.2.2.3, step 6)") {
    const auto first = [](bool squeezed) {
        return lines_of("政府。信息公", 5.5, {.style = {.stops_squeezed = squeezed}})[0];
    };
    CHECK(first(true) == "政府。信息公");
    CHECK(first(false) != "政府。信息公");
    // Pauses are another step.
    CHECK(lines_of("政府，信息公", 5.5, {.style = {.stops_squeezed = false}})[0] == "政府，信息公");
}

TEST_CASE("lines below the first may hang (CLREQ 6.2.1.2)") {
    const auto lines = break_lines(
        fixed_text("政府信息公开工作年度报"), {.measure = em(5), .hanging_indent = em(2)}
    );
    CHECK(texts_of(lines) == Texts{"政府信息公", "开工作", "年度报"});
    CHECK(lines[0].pieces[0].x == em(0));
    CHECK(lines[1].pieces[0].x == em(2));
    CHECK(lines[1].width == em(5));
    CHECK(break_lines(fixed_text("政府信息公开工作"), {.measure = em(5)})[1].pieces[0].x == em(0));
}

TEST_CASE("a line alone stands at the start, in the middle, at the end or over the measure (CLREQ 6.2.1.3)") {
    const auto single = [](Align align, Align last = Align::start) {
        return positions("政府", {.measure = em(6), .align = align, .last_line = last});
    };
    CHECK(single(Align::start) == Positions{0, 1});
    CHECK(single(Align::center) == Positions{2, 3});
    CHECK(single(Align::end) == Positions{4, 5});
    CHECK(single(Align::justify) == Positions{0, 1});
    CHECK(single(Align::justify, Align::justify) == Positions{0, 5});
    CHECK(single(Align::justify, Align::center) == Positions{2, 3});
    CHECK(single(Align::justify, Align::end) == Positions{4, 5});
    CHECK(single(Align::center, Align::end) == Positions{2, 3}); // of justified text only
}

namespace {

// 。 with its blank before it, as in the fonts of Taiwan and Hong Kong: in the middle of its box.
ShapedText centred_marks(const std::string& source) {
    ShapedText text = fixed_text(source);
    text.runs[0].language = "zh-Hant-TW";
    for (Cluster& cluster : text.clusters)
        if (cluster.blank_after > Length{}) cluster.blank_before = cluster.blank_after = em(0.25);
    return text;
}

ShapedText styled(std::vector<StyledRun> runs) {
    std::vector<std::string> texts;
    for (const StyledRun& run : runs)
        texts.push_back(run.text);
    ShapedText text = fixed_text(texts);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        text.runs[i].style.tracking = runs[i].style.tracking;
        text.runs[i].style.spread = runs[i].style.spread;
    }
    return text;
}
StyledRun tracked(const std::string& text, int thousandths) {
    return {.text = text, .style = {.tracking = {thousandths}}};
}
StyledRun spread(const std::string& text, int thousandths) {
    return {.text = text, .style = {.spread = {thousandths}}};
}
Positions of(const ShapedText& text, LineOptions options = {.measure = em(40)}) {
    return glyph_positions(break_lines(text, options)[0]);
}

} // namespace

TEST_CASE("one stop may hang outside the measure (CLREQ 6.1.3)") {
    const LineOptions off{.measure = em(5)};
    const LineOptions on{.measure = em(5), .style = {.hanging_marks = true}};
    for (const std::string mark : {"，", "、", "。"}) {
        CAPTURE(mark);
        const ShapedText text = fixed_text("政府信息公" + mark + "开工作报告");
        CHECK(text_of(break_lines(text, off)[0]) == "政府信息");
        const auto lines = break_lines(text, on);
        CHECK(text_of(lines[0]) == "政府信息公" + mark);
        CHECK(lines[0].width == em(5));
        CHECK(glyph_positions(lines[0]) == Positions{0, 1, 2, 3, 4, 5});
    }
    // No other mark, and no two of them.
    CHECK(text_of(break_lines(fixed_text("政府信息公；开工作"), on)[0]) == "政府信息");
    CHECK(text_of(break_lines(fixed_text("政府信息公？开工作"), on)[0]) == "政府信息");
    const auto two = break_lines(fixed_text("政府信息公”。开工作报告"), on)[0];
    CHECK(text_of(two) != "政府信息公”。");
}

TEST_CASE("a mark hangs only where it helps, and never when it stands in the middle of its box") {
    const LineOptions on{.measure = em(5), .style = {.hanging_marks = true}};
    const auto inside = break_lines(fixed_text("政府信息，公开工作"), {.measure = em(4.5), .style = on.style})[0];
    CHECK(glyph_positions(inside) == Positions{0, 1, 2, 3, 4});
    CHECK(inside.pieces[0].glyphs.back().advance == em(0.5));
    CHECK(text_of(break_lines(centred_marks("政府信息公。開工作報告"), on)[0]) == "政府信息");
    CHECK(text_of(break_lines(fixed_text("政府信息公。"), on)[0]) == "政府信息公。"); // the last line too
}

TEST_CASE("three marks may part where only that keeps a line from being very loose (CLREQ 6.1.1)") {
    const auto lines = [](const std::string& source, bool yields) {
        return lines_of(source, 4.5, {.style = {.edges_may_yield = yields}});
    };
    // Three Han over four and a half em, or a mark at a line start.
    CHECK(lines("政府信息）》”。年度报告", false)[0] == "政府信");
    CHECK(lines("政府信息）》”。年度报告", true)[0] == "政府信息）");
    // Where a line need not be loose, nothing yields.
    CHECK(lines("政府）》”。年度报告", true) == lines("政府）》”。年度报告", false));
    // Two marks never part.
    CHECK(lines("政府信息）。年度报告", true) == lines("政府信息）。年度报告", false));
}

TEST_CASE("tracked text is widened or tightened between Han (CLREQ 6.3.1.1, 6.3.1.3)") {
    CHECK(of(styled({tracked("甲乙丙", 0)})) == Positions{0, 1, 2});
    CHECK(of(styled({tracked("甲乙丙", 500)})) == Positions{0, 1.5, 3});
    CHECK(of(styled({tracked("甲乙丙", -50)})) == Positions{0, 0.95, 1.9});
    CHECK(of(styled({tracked("甲乙", 500), tracked("丙丁", 0)})) == Positions{0, 1.5, 2.5, 3.5});
    CHECK(of(styled({tracked("甲——乙", 500)})) == Positions{0, 1.5, 4});        // not inside ——
    CHECK(of(styled({tracked("甲12乙", 500)})) == Positions{0, 1.75, 2.25, 3.5}); // nor inside numbers
    CHECK(of(styled({tracked("甲A乙", -50)})) == Positions{0, 1.25, 2});         // the gap has its own squeeze
    CHECK(break_lines(styled({tracked("甲乙丙", 500)}), {.measure = em(40)})[0].width == em(4)); // none at the end
}

TEST_CASE("short items are spread evenly to n em (CLREQ 6.2.1.3, 6.3.1.2)") {
    CHECK(of(styled({spread("王五", 4000)})) == Positions{0, 3});
    CHECK(of(styled({spread("张小三", 4000)})) == Positions{0, 1.5, 3});
    CHECK(of(styled({spread("欧阳小三", 4000)})) == Positions{0, 1, 2, 3});
    CHECK(of(styled({spread("欧阳小三丰", 4000)})) == Positions{0, 1, 2, 3, 4}); // wider: as it is
    CHECK(of(styled({spread("王", 4000)})) == Positions{0});
    CHECK(of(styled({spread("王五", 0)})) == Positions{0, 1});
    // Before other text the item keeps its width, and adjusting leaves it alone.
    CHECK(of(styled({spread("姓名", 4000), tracked("：甲", 0)})) == Positions{0, 3, 4, 5});
    const auto adjusted = break_lines(styled({spread("姓名", 4000), tracked("甲乙丙丁", 0)}), {.measure = em(6.5)});
    CHECK(glyph_positions(adjusted[0]) == Positions{0, 3, 4.25, 5.5});
    // One item, one line.
    const auto lines = break_lines(styled({tracked("甲乙", 0), spread("丙丁", 3000)}), {.measure = em(4)});
    CHECK(texts_of(lines) == Texts{"甲乙", "丙丁"});
    CHECK(widths(styled({spread("丙丁", 3000)}), {}).narrowest == em(3)); // as table columns see it
    CHECK(of(styled({spread("第12", 4000)})) == Positions{0, 3, 3.5});      // numbers stay whole
}

TEST_CASE("Latin takes whole multiples of the Han width (CLREQ 6.2.4)") {
    const LineOptions on{.measure = em(40), .style = {.latin_on_grid = true}};
    CHECK(of(fixed_text("甲AB乙"), on) == Positions{0, 1.5, 2, 3});   // 1 em in two
    CHECK(of(fixed_text("甲ABC乙"), on) == Positions{0, 1.25, 1.75, 2.25, 3});
    CHECK(of(fixed_text("甲ABCD乙"), on) == Positions{0, 1.5, 2, 2.5, 3, 4});
    CHECK(of(fixed_text("甲AB乙")) == Positions{0, 1.25, 1.75, 2.5}); // off
    CHECK(of(fixed_text("AB乙"), on) == Positions{0.5, 1, 2});        // at the edge as well
    const LineOptions solid{.measure = em(40), .style = {.han_latin_gap = {.shown = false}, .latin_on_grid = true}};
    CHECK(of(fixed_text("甲AB乙"), solid) == Positions{0, 1, 1.5, 2});
    CHECK(of(fixed_text("甲A乙"), solid) == Positions{0, 1.25, 2});
}

TEST_CASE("a paragraph may take one line more or less when a page asks (GB/T 15834 5.1.11)") {
    std::string source;
    for (int i = 0; i < 12; ++i)
        source += "政府信息。公开工作，";
    source += "结束";
    const auto count = [&](double measure, int looseness) {
        const auto lines = break_lines(fixed_text(source), {.measure = em(measure), .looseness = looseness});
        for (const Line& line : lines)
            if (!line.last) CHECK(line.width == em(measure));
        return static_cast<int>(lines.size());
    };
    int shorter = 0, longer = 0;
    for (int tenths = 80; tenths < 280; ++tenths) {
        const double measure = tenths / 10.0;
        const int usual = count(measure, 0), less = count(measure, -1), more = count(measure, 1);
        CHECK((less == usual || less == usual - 1));
        CHECK((more == usual || more == usual + 1));
        shorter += less < usual;
        longer += more > usual;
    }
    CHECK(shorter > 0);
    CHECK(longer > 0);
    CHECK(count(80, 1) == count(80, 0)); // two full lines and a third are not made of one and a half
}

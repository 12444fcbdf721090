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

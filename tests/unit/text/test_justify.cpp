// The order and the limits of squeezing and stretching (CLREQ 6.2.2), place by place.
#include <catch2/catch.hpp>

#include <numeric>

#include "fixed_text.hpp"
#include "text/justify.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

Joint squeezes(Squeeze step, std::int32_t room) {
    return {.squeeze_room = {room, 0}, .squeeze = {step, Squeeze::none}};
}
Joint stretches(Stretch step, std::int32_t room) {
    return {.stretch_room = room, .stretch = step};
}

std::int32_t sum(const std::vector<std::int32_t>& v) {
    return std::accumulate(v.begin(), v.end(), 0);
}

// Against the order, so that order in the vector proves nothing.
const std::vector<Joint> one_of_each{
    squeezes(Squeeze::stop, 500),       squeezes(Squeeze::han_latin_gap, 125),
    squeezes(Squeeze::pause, 500),      squeezes(Squeeze::bracket, 500),
    squeezes(Squeeze::interpunct, 500), squeezes(Squeeze::word_space, 250),
};

} // namespace

TEST_CASE("places shrink in the order of CLREQ, each to its limit before the next begins") {
    const std::vector<std::int32_t> limits{250, 500, 500, 500, 125, 500}; // by step
    for (std::int32_t need = 0; need <= 2375; need += 25) {
        const auto taken = adjust(one_of_each, -need).taken;
        std::int32_t rest = need;
        for (std::size_t step = 0; step < limits.size(); ++step) {
            const std::int32_t expected = std::min(rest, limits[step]);
            CAPTURE(need, step);
            REQUIRE(-taken[limits.size() - 1 - step] == expected);
            rest -= expected;
        }
    }
}

TEST_CASE("a squeeze never goes beyond the room, so never into ink") {
    CHECK(sum(adjust(one_of_each, -100000).taken) == -2375);
}

TEST_CASE("places stretch in the order of CLREQ") {
    const std::vector<Joint> joints{
        stretches(Stretch::any, 0), stretches(Stretch::han_latin_gap, 250),
        stretches(Stretch::word_space, 200)};
    CHECK(adjust(joints, 100).taken == std::vector<std::int32_t>{0, 0, 100});
    CHECK(adjust(joints, 300).taken == std::vector<std::int32_t>{0, 100, 200});
    CHECK(adjust(joints, 1000).taken == std::vector<std::int32_t>{550, 250, 200});
}

TEST_CASE("places of one step give the same amount; odd millipoints go to the first") {
    const std::vector<Joint> joints(3, squeezes(Squeeze::pause, 500));
    CHECK(adjust(joints, -100).taken == std::vector<std::int32_t>{-34, -33, -33});
    const std::vector<Joint> uneven{
        squeezes(Squeeze::pause, 10), squeezes(Squeeze::pause, 500), squeezes(Squeeze::pause, 500)};
    CHECK(adjust(uneven, -210).taken == std::vector<std::int32_t>{-10, -100, -100});
    const std::vector<Joint> gaps(7, stretches(Stretch::any, 0));
    CHECK(adjust(gaps, 1000).taken == std::vector<std::int32_t>{143, 143, 143, 143, 143, 143, 142});
}

TEST_CASE("a line without gaps between Han fills the measure with its word spaces, never between letters") {
    const std::vector<Joint> words{
        stretches(Stretch::word_space, 10), Joint{}, stretches(Stretch::word_space, 10)};
    CHECK(adjust(words, 1000).taken == std::vector<std::int32_t>{500, 0, 500});
    const Adjustment letters = adjust(std::vector<Joint>(2), 1000);
    CHECK(letters.taken == std::vector<std::int32_t>{0, 0});
    CHECK(letters.steps.stretched == std::array<Length, 4>{});
}

TEST_CASE("a line that only holes would fill stays short") {
    const std::vector<Joint> han{stretches(Stretch::any, 0), Joint{}, stretches(Stretch::any, 0)};
    const StretchLimits limits{.any = 2000, .gap = 500};
    CHECK(adjust(han, 4000, limits).taken == std::vector<std::int32_t>{2000, 0, 2000});
    CHECK(adjust(han, 4001, limits).taken == std::vector<std::int32_t>{0, 0, 0});
    const std::vector<Joint> latin{stretches(Stretch::han_latin_gap, 250), Joint{}};
    CHECK(adjust(latin, 750, limits).taken == std::vector<std::int32_t>{750, 0});
    CHECK(adjust(latin, 751, limits).taken == std::vector<std::int32_t>{0, 0});
    CHECK(adjust(latin, 751).taken == std::vector<std::int32_t>{751, 0}); // the control: no limit
}

TEST_CASE("both sides of one joint may give") {
    Joint joint = squeezes(Squeeze::pause, 200);
    joint.squeeze[1] = Squeeze::bracket;
    joint.squeeze_room[1] = 300;
    CHECK(adjust(std::vector<Joint>{joint}, -400).taken == std::vector<std::int32_t>{-400});
}

TEST_CASE("squeezing costs less than stretching by as much, and early steps less than late ones") {
    LineTotals pause{
        .natural = 10500,
        .squeeze = {0, 0, 0, 0, 1000, 0, 0},
        .stretch = {},
        .places = 10,
        .joints = 10};
    LineTotals stop = pause;
    stop.squeeze = {0, 0, 0, 0, 0, 0, 1000};
    const LineTotals loose{
        .natural = 9500, .squeeze = {}, .stretch = {}, .places = 10, .joints = 10};
    CHECK(adjustment_cost(pause, 10000, 1000) < adjustment_cost(stop, 10000, 1000));
    CHECK(adjustment_cost(stop, 10000, 1000) < adjustment_cost(loose, 10000, 1000));
    CHECK(adjustment_cost(loose, 9500, 1000) == 0);
}

TEST_CASE("a line whose only place is one gap costs what that gap has to take") {
    LineTotals word{.natural = 8000, .joints = 6};
    LineTotals gap = word;
    gap.stretch[2] = 250;
    gap.stretching[2] = 1;
    CHECK(adjustment_cost(gap, 10000, 1000) > adjustment_cost(word, 10000, 1000));
    LineTotals two = gap;
    two.places = 2;
    CHECK(adjustment_cost(two, 10000, 1000) < adjustment_cost(gap, 10000, 1000));
}

TEST_CASE("no gap opens inside numbers and words, around connectors and before signs") {
    const auto open = [](const std::string& text) {
        std::string out;
        const Spacing spacing = space_out(fixed_text(text), LineStyle{});
        for (std::size_t i = 1; i + 1 < spacing.joints.size(); ++i)
            out += spacing.joints[i].stretch == Stretch::any ? '+' : '.';
        return out;
    };
    CHECK(open("政府信息") == "+++");
    CHECK(open("政，府。") == "+++");
    CHECK(open("１２件") == ".+");
    CHECK(open("甲～乙") == "..");
    CHECK(open("甲—乙") == "..");
    CHECK(open("甲——乙") == "++");
    CHECK(open("甲／乙") == "..");
    CHECK(open("AB") == ".");
    CHECK(open("5℃甲") == ".+");
    CHECK(open("￥５甲") == ".+");
}

TEST_CASE("the gap of Han and Latin goes from an eighth to a half") {
    const Spacing spacing = space_out(fixed_text("甲A"), LineStyle{});
    CHECK(spacing.joints[1].base == test_em / 4);
    CHECK(spacing.joints[1].squeeze[0] == Squeeze::han_latin_gap);
    CHECK(spacing.joints[1].squeeze_room[0] == test_em / 8);
    CHECK(spacing.joints[1].stretch_room == test_em / 4);
}

TEST_CASE("two marks give half an em and no more; a mark alone gives its blank in its step") {
    const Spacing spacing = space_out(fixed_text("甲，“乙。丙・丁"), LineStyle{});
    CHECK(spacing.joints[2].base == -test_em / 2); // ，“ take one em and a half
    CHECK(spacing.joints[2].squeeze[0] == Squeeze::none);
    CHECK(spacing.joints[2].squeeze[1] == Squeeze::none);
    CHECK(spacing.joints[5].squeeze[0] == Squeeze::stop);
    CHECK(spacing.joints[6].squeeze[1] == Squeeze::interpunct); // both sides of ・
    CHECK(spacing.joints[7].squeeze[0] == Squeeze::interpunct);
}

TEST_CASE("what is not drawn does not come between neighbours") {
    const Spacing gap = space_out(fixed_text("甲\xE2\x81\xA0" "A"), LineStyle{}); // U+2060
    CHECK(gap.joints[2].base == test_em / 4);
    const Spacing pair = space_out(fixed_text("，\xE2\x81\xA0“"), LineStyle{});
    CHECK(pair.joints[2].base == -test_em / 2);
}

TEST_CASE("what each step gave is told, and adds up to the change") {
    const LineSteps squeezed = adjust(one_of_each, -600).steps;
    std::int32_t total = 0;
    for (const Length step : squeezed.squeezed)
        total += step.count();
    CHECK(total == -600);
    CHECK(squeezed.squeezed[static_cast<std::size_t>(Squeeze::word_space)] < Length{}); // the first gives first
    CHECK(squeezed.squeezed[static_cast<std::size_t>(Squeeze::stop)] == Length{});
    CHECK(squeezed.stretched == std::array<Length, 4>{});
    const std::vector<Joint> joints{stretches(Stretch::any, 0), stretches(Stretch::han_latin_gap, 250)};
    const LineSteps stretched = adjust(joints, 400).steps;
    CHECK(stretched.stretched[static_cast<std::size_t>(Stretch::han_latin_gap)] == Length::millipoints(250));
    CHECK(stretched.stretched[static_cast<std::size_t>(Stretch::any)] == Length::millipoints(150));
}

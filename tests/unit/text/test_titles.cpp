// Titles: few lines, of like length, broken by sense (GB/T 9704—2012 7.3.1).
#include <catch2/catch.hpp>

#include "fixed_text.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

Texts title(const std::string& text, double measure = 20.1) {
    return lines_of(text, measure, {.align = Align::center, .balanced = true});
}

} // namespace

TEST_CASE("a title that fits stays on one line") {
    CHECK(title("政府信息公开年报") == Texts{"政府信息公开年报"});
}

TEST_CASE("a title breaks after the organ") {
    CHECK(
        title("某某市人民政府2024年政府信息公开工作年度报告") ==
        Texts{"某某市人民政府", "2024年政府信息公开工作年度报告"}
    );
    CHECK(
        title("某某市人民政府办公厅2019年政府信息公开工作年度报告") ==
        Texts{"某某市人民政府办公厅", "2019年政府信息公开工作年度报告"}
    );
}

TEST_CASE("a title does not break after 的 or 关于, nor before 的, nor inside a word") {
    CHECK(
        title("国务院办公厅关于印发《政府信息公开工作年度报告格式》的通知") ==
        Texts{"国务院办公厅关于印发《政府信息公开", "工作年度报告格式》的通知"}
    );
    CHECK(
        title("关于进一步加强和改进全市政府信息公开与政务服务工作的实施意见") ==
        Texts{"关于进一步加强和改进全市", "政府信息公开与政务服务工作的实施意见"}
    );
}

TEST_CASE("a title takes one line more rather than divide a word") {
    CHECK(
        title("国务院办公厅关于印发《政府信息公开工作年度报告格式》的通知", 16) ==
        Texts{"国务院办公厅", "关于印发《政府信息公开", "工作年度报告格式》的通知"}
    );
}

TEST_CASE("the last line of a title is not a stub") {
    const auto lines = break_lines(
        fixed_text("某某市某某区教育和体育局二〇二四年度部门决算公开"),
        {.measure = em(20), .align = Align::center, .balanced = true}
    );
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].natural_width * 2 >= lines[0].natural_width);
}

TEST_CASE("without balance the same title breaks where it is full") {
    const Texts lines =
        lines_of("某某市人民政府2024年政府信息公开工作年度报告", 20.1, {.align = Align::center});
    CHECK(lines.front() != "某某市人民政府");
}

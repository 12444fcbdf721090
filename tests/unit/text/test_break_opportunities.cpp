// Every rule of where a line may end, on its own.
#include <catch2/catch.hpp>

#include <nianbao/language.hpp>

#include "base/utf8.hpp"
#include "text/break_opportunities.hpp"
#include "text/itemize.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

// The text with | at every break; ¦ where the break is disliked, ‖ where it is forced.
std::string marked(const std::string& source, EdgeLevel level = EdgeLevel::gb) {
    const std::vector<StyledRun> runs{{.text = source}};
    const auto graphemes = itemize(runs);
    std::vector<BreakUnit> units;
    for (const Grapheme& g : graphemes) units.push_back({g.base, g.han, g.characters});
    const auto breaks = break_opportunities(units, level);
    REQUIRE(breaks.size() == units.size() + 1);
    std::string out;
    for (std::size_t i = 0; i < graphemes.size(); ++i) {
        if (breaks[i].kind == BreakKind::mandatory) out += "‖";
        if (breaks[i].kind == BreakKind::allowed) out += breaks[i].penalty > 0 ? "¦" : "|";
        out += source.substr(graphemes[i].begin, graphemes[i].end - graphemes[i].begin);
    }
    return out;
}

}  // namespace

TEST_CASE("a line may break between any two Han") { CHECK(marked("政府信息") == "政|府|信|息"); }

TEST_CASE("no stop, pause or closing mark begins a line") {
    for (const std::string mark : {"，", "、", "。", "．", "；", "：", "？", "！", "”", "’", "）", "》", "〉", "】", "〕", "〗", "」", "』", "］", "｝"}) {
        CAPTURE(mark);
        CHECK(marked("甲" + mark + "乙") == "甲" + mark + "|乙");
    }
}

TEST_CASE("no opening mark ends a line") {
    for (const std::string mark : {"“", "‘", "（", "《", "〈", "【", "〔", "〖", "「", "『", "［", "｛"}) {
        CAPTURE(mark);
        CHECK(marked("甲" + mark + "乙") == "甲|" + mark + "乙");
    }
}

TEST_CASE("connectors and the interpunct do not begin a line") {
    for (const std::string mark : {"—", "–", "～", "·"}) {
        CAPTURE(mark);
        CHECK(marked("甲" + mark + "乙") == "甲" + mark + "|乙");
    }
}

TEST_CASE("the solidus stands at neither edge at GB level, and may end a line at basic level") {
    CHECK(marked("甲／乙") == "甲／乙");
    CHECK(marked("甲/乙") == "甲/乙");
    CHECK(marked("甲／乙", EdgeLevel::basic) == "甲／|乙");
    CHECK(marked("甲／乙", EdgeLevel::none) == "甲|／|乙");
}

TEST_CASE("signs of a number do not part from it") {
    for (const std::string mark : {"％", "%", "‰", "℃", "°", "′", "″", "々", "〃"}) {
        CAPTURE(mark);
        CHECK(marked("甲" + mark + "乙") == "甲" + mark + "|乙");
    }
    for (const std::string mark : {"￥", "$", "№", "§"}) {
        CAPTURE(mark);
        CHECK(marked("甲" + mark + "乙") == "甲|" + mark + "乙");
    }
}

TEST_CASE("at level none the marks may stand anywhere") {
    CHECK(marked("甲，（乙", EdgeLevel::none) == "甲|，|（|乙");
}

TEST_CASE("a dash and an ellipsis are never divided, and begin a line unless strict") {
    CHECK(marked("甲——乙") == "甲¦——|乙");
    CHECK(marked("甲……乙") == "甲¦……|乙");
    CHECK(marked("甲⸺乙") == "甲¦⸺|乙");
    CHECK(marked("甲…………乙") == "甲¦…………|乙");
    CHECK(marked("甲——乙……丙", EdgeLevel::strict) == "甲——|乙……|丙");
}

TEST_CASE("a number is never split") {
    CHECK(marked("共1234567人") == "共|1234567¦人");
    CHECK(marked("约1,234.56元") == "约¦1,234.56¦元");
    CHECK(marked("为84.5%的") == "为|84.5%|的");
    CHECK(marked("于15:24分") == "于|15:24¦分");
    CHECK(marked("为￥1,234甲") == "为|￥1,234|甲");
    CHECK(marked("增-8%甲") == "增|-8%|甲");
    CHECK(marked("话0517-83605210甲") == "话|0517-83605210|甲");
    CHECK(marked("达25℃甲") == "达|25℃|甲");
    CHECK(marked("达３５甲") == "达|３５|甲");
    CHECK(marked("积20㎡甲") == "积|20㎡|甲");
    CHECK(marked("计12\xE2\x80\x89" "345甲") == "计|12\xE2\x80\x89" "345|甲");
    CHECK(marked("1.加强") == "1.¦加|强");
    CHECK(marked("长5 km甲") == "长|5 km|甲");
    CHECK(marked("长5 abc甲") == "长|5 |abc|甲");
}

TEST_CASE("a number and its measure word are parted unwillingly") {
    CHECK(marked("在2024年全") == "在|2024¦年|全");
    CHECK(marked("在2024年1月1日") == "在|2024¦年¦1¦月¦1¦日");
    CHECK(marked("公开5500余条甲") == "公|开|5500¦余¦条|甲");
    CHECK(marked("计12.70万元甲") == "计|12.70¦万¦元|甲");
    CHECK(marked("第三十二条规") == "第¦三¦十¦二¦条|规");
    CHECK(marked("函〔2021〕30号文") == "函¦〔2021〕¦30¦号|文");
    CHECK(marked("从10—20天") == "从|10—¦20¦天");
}

TEST_CASE("Latin words stay whole and break at spaces") {
    CHECK(marked("用Word写") == "用|Word|写");
    CHECK(marked("a good day") == "a |good |day");
    CHECK(marked("don’t go") == "don’t |go");
    CHECK(marked("well-known") == "well-¦known");
    CHECK(marked("COVID-19甲") == "COVID-19|甲");
    CHECK(marked("Mr.\xC2\xA0Wang") == "Mr.\xC2\xA0Wang");
}

TEST_CASE("addresses break at their joints only") {
    CHECK(marked("见http://www.huaian.gov.cn/a/b?c=d甲") == "见|http://¦www.¦huaian.¦gov.¦cn/¦a/¦b?¦c=¦d|甲");
    CHECK(marked("箱：hazwgkc@163.com）甲") == "箱：|hazwgkc@163.¦com）|甲");
}

TEST_CASE("half-width marks keep to the edges too") {
    CHECK(marked("甲,乙(丙)丁:戊") == "甲,|乙|(丙)|丁:|戊");
    CHECK(marked("说\"你好\"了") == "说|\"你|好\"|了");
}

TEST_CASE("spaces do not let a mark slip to an edge") {
    CHECK(marked("甲 。乙") == "甲 。|乙");
    CHECK(marked("甲（ 乙") == "甲|（ 乙");
    CHECK(marked("甲 乙") == "甲 |乙");
}

TEST_CASE("control of breaks: zero width space, joiner, line feed") {
    CHECK(marked("ab\xE2\x80\x8B" "cd") == "ab\xE2\x80\x8B|cd");
    CHECK(marked("甲\xE2\x81\xA0乙") == "甲\xE2\x81\xA0乙");
    CHECK(marked("甲\n乙") == "甲\n‖乙");
    CHECK(marked("甲\r\n乙") == "甲\r\n‖乙");
}

TEST_CASE("a character and what is combined with it is one") {
    CHECK(marked("e\xCC\x81甲") == "e\xCC\x81|甲");
    CHECK(marked("葛\xF3\xA0\x84\x80甲") == "葛\xF3\xA0\x84\x80|甲");
    CHECK(itemize(std::vector<StyledRun>{{.text = "👩‍👩‍👧甲"}}).size() == 2);
}

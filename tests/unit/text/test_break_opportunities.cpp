// Every rule of where a line may end, on its own.
#include <catch2/catch.hpp>

#include <random>
#include <utility>

#include "base/utf8.hpp"
#include "text/break_opportunities.hpp"
#include "text/itemize.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

std::pair<std::vector<Grapheme>, std::vector<Break>> breaks_of(const std::string& source, EdgeLevel level) {
    const std::vector<StyledRun> runs{{.text = source}};
    std::vector<Grapheme> graphemes = itemize(runs);
    std::vector<BreakUnit> units;
    for (const Grapheme& g : graphemes)
        units.push_back({g.base, g.han, g.characters, std::string_view(source).substr(g.begin, g.end - g.begin)});
    std::vector<Break> breaks = break_opportunities(units, level);
    return {std::move(graphemes), std::move(breaks)};
}

// The text with | at every break; ¦ where the break is disliked, ‖ where it is forced.
std::string marked(const std::string& source, EdgeLevel level = EdgeLevel::gb) {
    const auto [graphemes, breaks] = breaks_of(source, level);
    REQUIRE(breaks.size() == graphemes.size() + 1);
    std::string out;
    for (std::size_t i = 0; i < graphemes.size(); ++i) {
        if (breaks[i].kind == BreakKind::mandatory) out += "‖";
        if (breaks[i].kind == BreakKind::allowed) out += breaks[i].penalty() > 0 ? "¦" : "|";
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

TEST_CASE("level none is plain UAX #14") {
    CHECK(marked("甲，（乙", EdgeLevel::none) == "甲，|（乙");   // LB13, LB14
    CHECK(marked("甲·乙～丙", EdgeLevel::none) == "甲|·|乙|～|丙");
    CHECK(marked("甲“乙”丙", EdgeLevel::none) == "甲“乙”丙");   // LB19
    CHECK(marked("甲……乙", EdgeLevel::none) == "甲……|乙");      // LB22
    CHECK(marked("２０年12件", EdgeLevel::none) == "２|０|年|12|件");
    CHECK(marked("a@b.com.cn", EdgeLevel::none) == "a@b.com.cn");
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

TEST_CASE("a title and its name, an abbreviation and its number are parted unwillingly") {
    CHECK(marked("Mr. Smith") == "Mr. ¦Smith");
    CHECK(marked("见Fig. 5") == "见|Fig. ¦5");
    CHECK(marked("We. Smith") == "We. |Smith");
    CHECK(marked("Mr Smith") == "Mr |Smith");
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

TEST_CASE("clusters of UAX 29 are atomic") {
    const auto clusters = [](const std::string& text) {
        return itemize(std::vector<StyledRun>{{.text = text}}).size();
    };
    CHECK(clusters("葛\xF3\xA0\x84\x80") == 1);              // variation selector
    CHECK(clusters("e\xCC\x81\xCC\xA3") == 1);               // two marks
    CHECK(clusters("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB") == 1); // 한 in its parts
    CHECK(clusters("한국") == 2);
    CHECK(clusters("🇨🇳🇨🇳") == 2);
    CHECK(clusters("👍🏽1️⃣") == 2);
    CHECK(clusters("བསྒྲུབས་") == 5);                           // a stack of three letters and a vowel is one
    CHECK(clusters("\r\n") == 1);
    CHECK(clusters("क्") == 1);
    CHECK(clusters("甲\xE2\x80\x8D乙") == 2);                 // a joiner joins pictographs only
    CHECK(marked("甲\xE2\x80\x8D乙") == "甲\xE2\x80\x8D乙"); // but no line ends at it (LB8a)
}

TEST_CASE("a cluster of very many marks is still one") {
    std::string text = "e";
    for (int i = 0; i < 1000; ++i) text += "\xCC\x81";
    const auto graphemes = itemize(std::vector<StyledRun>{{.text = text + "甲"}});
    REQUIRE(graphemes.size() == 2);
    CHECK(graphemes[0].length == 255);
    CHECK(marked(text + "甲") == text + "|甲");
}

TEST_CASE("a mark that begins another run does not begin a line") {
    const std::vector<BreakUnit> units{{U'甲', true}, {0x0301, false}, {U'乙', true}};
    const auto breaks = break_opportunities(units);
    CHECK(breaks[1].kind == BreakKind::forbidden);
    CHECK(breaks[2].kind == BreakKind::allowed);
}

TEST_CASE("other scripts break where Unicode says") {
    CHECK(marked("བོད་ཡིག།") == "བོད་|ཡིག།");                    // after the tsheg, not before the shad
    CHECK(marked("ᠮᠣᠩᠭᠣᠯ\xE2\x80\xAFᠤᠨ ᠤᠯᠤᠰ") == "ᠮᠣᠩᠭᠣᠯ\xE2\x80\xAFᠤᠨ |ᠤᠯᠤᠰ"); // U+202F keeps the case ending
    CHECK(marked("ئۇيغۇر تىلى") == "ئۇيغۇر |تىلى");
    CHECK(marked("ꆈꌠꁱꂷ") == "ꆈ|ꌠ|ꁱ|ꂷ");                        // Yi as Han
    CHECK(marked("Vahcuengh raeuz") == "Vahcuengh |raeuz");
    CHECK(marked("甲😀乙") == "甲|😀|乙");
}

TEST_CASE("signs set as Han writing break as Han, in Latin writing as letters") {
    CHECK(marked("甲①乙②") == "甲|①|乙|②");
    CHECK(marked("甲→乙☆") == "甲|→|乙|☆");
    CHECK(marked("甲×乙") == "甲|×|乙");
    CHECK(marked("3×4") == "3×4");
}

TEST_CASE("a bracket that closes in Latin writing keeps to its word, in Han writing it does not") {
    CHECK(marked("f(x)y") == "f(x)y");
    CHECK(marked("f（x）y") == "f|（x）|y");
    CHECK(marked("see “ab”cd") == "see |“ab”cd");
    CHECK(marked("看“ab”cd") == "看|“ab”|cd");
}

TEST_CASE("a stop does not end a number as a bracket does") {
    CHECK(marked("共12，￥5") == "共|12，|￥5");
    CHECK(marked("约，-8%甲") == "约，|-8%|甲");
    CHECK(marked("约(-8%)甲") == "约|(-8%)|甲");
}

TEST_CASE("each level forbids what the one before forbids, over random characters of all scripts") {
    std::mt19937 random(15834);
    const std::u32string often = U"政府信息，。“”（）·—…／～%￥12ab. -";
    for (int round = 0; round < 2000; ++round) {
        std::u32string text;
        while (text.size() < 24) {
            char32_t c = random() % 2 == 0 ? often[random() % often.size()] : char32_t(random() % 0x20000);
            if (c >= 0xD800 && c <= 0xDFFF) c = U'甲';
            text.push_back(c);
        }
        const std::string source = utf8::to_utf8(text);
        const auto allowed = [&](EdgeLevel level) {
            std::vector<bool> places;
            for (const Break& b : breaks_of(source, level).second) places.push_back(b.kind != BreakKind::forbidden);
            return places;
        };
        const auto basic = allowed(EdgeLevel::basic), gb = allowed(EdgeLevel::gb), strict = allowed(EdgeLevel::strict);
        CAPTURE(source);
        for (std::size_t i = 0; i < basic.size(); ++i) {
            REQUIRE((basic[i] || !gb[i]));
            REQUIRE((gb[i] || !strict[i]));
        }
    }
}

TEST_CASE("the Chinese levels break after no joiner and before no mark that combines") {
    for (const EdgeLevel level : {EdgeLevel::none, EdgeLevel::basic, EdgeLevel::gb, EdgeLevel::strict}) {
        const std::vector<BreakUnit> units{{U'甲', true}, {0x20E3, true}, {0x2060, true}, {U'乙', true}, {0x00A0, false}, {U'丙', true}};
        for (std::size_t i = 1; i < units.size(); ++i)
            CHECK(break_opportunities(units, level)[i].kind == BreakKind::forbidden);
    }
}

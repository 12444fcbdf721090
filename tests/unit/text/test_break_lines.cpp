// Lines of clusters of fixed widths: every rule as exact lines, and what holds for every text.
#include <catch2/catch.hpp>

#include <random>

#include "base/utf8.hpp"
#include "fixed_text.hpp"

using namespace nianbao;
using namespace nianbao::text;

TEST_CASE("a text without characters is one empty line") {
    const auto lines = break_lines(ShapedText{}, {.measure = em(10)});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].pieces.empty());
    CHECK(lines[0].last);
}

TEST_CASE("Han fill the measure and the last line keeps its natural width") {
    const auto lines = break_lines(fixed_text("政府信息公开工作"), {.measure = em(5)});
    CHECK(texts_of(lines) == Texts{"政府信息公", "开工作"});
    CHECK(lines[0].width == em(5));
    CHECK(lines[1].width == em(3));
    CHECK_FALSE(lines[0].last);
    CHECK(lines[1].last);
}

TEST_CASE("the first line begins after its indent") {
    const auto lines =
        break_lines(fixed_text("政府信息公开工作"), {.measure = em(5), .first_indent = em(2)});
    CHECK(texts_of(lines) == Texts{"政府信", "息公开工作"});
    CHECK(glyph_positions(lines[0]).front() == 2.0);
    CHECK(glyph_positions(lines[1]).front() == 0.0);
    CHECK(lines[0].width == em(5));
}

TEST_CASE("a mark that would begin a line goes up with its blank squeezed away") {
    // Five Han and a comma: 5.5 em at the line end (GB/T 15834 5.1.10) would be too wide; so 府，
    // goes on.
    CHECK(lines_of("政府信息公，开工作情况", 5.5) == Texts{"政府信息公，", "开工作情况"});
    CHECK(lines_of("政府信息公，开工作情况", 5) == Texts{"政府信息", "公，开工作", "情况"});
}

TEST_CASE("an opening mark that would end a line goes down") {
    CHECK(lines_of("政府信息公（开工作", 6) == Texts{"政府信息公", "（开工作"});
}

TEST_CASE("the mark at a line end takes half an em and its ink meets the edge") {
    const auto lines = break_lines(fixed_text("政府信息公，开工作"), {.measure = em(5.5)});
    CHECK(lines[0].width == em(5.5));
    CHECK(lines[0].natural_width == em(5.5));
    CHECK(lines[0].pieces.back().glyphs.back().advance == em(0.5));
}

TEST_CASE("an opening mark at a line start loses its left half, in an indented first line too") {
    const auto lines =
        break_lines(fixed_text("（政府）信息"), {.measure = em(10), .first_indent = em(2)});
    CHECK(glyph_positions(lines[0]) == std::vector<double>{1.5, 2.5, 3.5, 4.5, 5.5, 6.5});
    CHECK(lines[0].width == em(7.5));
}

TEST_CASE("neighbouring marks take one em and a half, the mark stays beside what it brackets") {
    const auto positions = [](const std::string& text) {
        return glyph_positions(break_lines(fixed_text(text), {.measure = em(40)})[0]);
    };
    CHECK(positions("甲。”乙") == std::vector<double>{0, 1, 1.5, 2.5});  // stop + closing
    CHECK(positions("甲”，乙") == std::vector<double>{0, 1, 1.5, 2.5});  // closing + pause
    CHECK(positions("甲，“乙") == std::vector<double>{0, 1, 1.5, 2.5});  // pause + opening
    CHECK(positions("甲》《乙") == std::vector<double>{0, 1, 1.5, 2.5}); // closing + opening
    CHECK(positions("甲）》乙") == std::vector<double>{0, 1, 1.5, 2.5}); // closing + closing
    CHECK(positions("甲（《乙") == std::vector<double>{0, 1, 1.5, 2.5}); // opening + opening
    CHECK(positions("甲（）乙") == std::vector<double>{0, 1, 2, 3});     // opening + closing do not
    CHECK(positions("甲，乙") == std::vector<double>{0, 1, 2});          // alone: full width
}

TEST_CASE("two of ！ and ？ take one em, three take two") {
    const auto positions = [](const std::string& text) {
        return glyph_positions(break_lines(fixed_text(text), {.measure = em(40)})[0]);
    };
    CHECK(positions("甲！！乙") == std::vector<double>{0, 1, 1.5, 2});
    CHECK(positions("甲？！乙") == std::vector<double>{0, 1, 1.5, 2});
    CHECK(positions("甲！！！乙") == std::vector<double>{0, 1, 1.5, 2, 3});
    CHECK(positions("甲！乙") == std::vector<double>{0, 1, 2});
}

TEST_CASE("Han and Latin stand a quarter em apart, but not at edges, marks and signs") {
    const auto positions = [](const std::string& text, bool gap = true) {
        return glyph_positions(
            break_lines(fixed_text(text), {.measure = em(40), .style = {.han_latin_gap = {.shown = gap}}})[0]
        );
    };
    CHECK(positions("甲A乙") == std::vector<double>{0, 1.25, 2});
    CHECK(positions("甲A乙", false) == std::vector<double>{0, 1, 1.5});
    CHECK(positions("甲，A。") == std::vector<double>{0, 1, 2, 2.5});
    CHECK(positions("5℃甲") == std::vector<double>{0, 0.5, 1.5});
    CHECK(positions("5%甲") == std::vector<double>{0, 0.5, 1});
    CHECK(positions("甲 A") == std::vector<double>{0, 1, 1.25}); // the typed space is the gap
    CHECK(positions("甲m²乙") == std::vector<double>{0, 1.25, 1.75, 2.25});
}

TEST_CASE("the gap does not count where a line breaks") {
    const auto lines = break_lines(fixed_text("政府信息ABCD公开工作"), {.measure = em(4)});
    CHECK(texts_of(lines) == Texts{"政府信息", "ABCD公", "开工作"});
    CHECK(lines[0].natural_width == em(4));
}

TEST_CASE("a last line has two characters at least") {
    // Ten Han in lines of three would leave one: the optimum cannot avoid it with even lines, so it
    // must move one down although the line becomes loose.
    for (const double measure : {3.0, 4.5, 9.0}) {
        CAPTURE(measure);
        const auto lines = lines_of("政府信息公开工作年度", measure == 3.0 ? 4.5 : measure);
        CHECK(utf8::to_utf32(lines.back()).size() >= 2);
    }
    CHECK(lines_of("政府信息公开工作年度", 9) == Texts{"政府信息公开工作", "年度"});
    CHECK(lines_of("政府信息公开工作年。", 8).back() != "年。");
}

TEST_CASE("a number and its measure word stay together when the line allows it") {
    CHECK(lines_of("公开政府信息一共12件，其中各部门主动公开", 8).front() != "公开政府信息一12");
    for (const std::string& line :
         lines_of("全年新增公开规章和政策性文件一共118件，解读21个，公报6期，年会3次", 10)) {
        CAPTURE(line);
        const bool digit_at_end = line.back() >= '0' && line.back() <= '9';
        CHECK_FALSE(digit_at_end);
    }
}

TEST_CASE("squeezing comes before stretching") {
    // 9 em of text for 8.5: pushing the comma's blank in costs less than a loose line.
    const auto lines =
        break_lines(fixed_text("政府，信息公开工作情况报告制度建设"), {.measure = em(8.5)});
    CHECK(text_of(lines[0]) == "政府，信息公开工作");
    CHECK(glyph_positions(lines[0])[3] == 2.5);
    const auto tight =
        break_lines(fixed_text("政府信，息公开工作，情况报告制度建设"), {.measure = em(9)});
    CHECK(text_of(tight[0]) == "政府信，息公开工作，");
    CHECK(tight[0].natural_width == em(9.5));
    CHECK(tight[0].width == em(9));
    CHECK(glyph_positions(tight[0])[4] == 3.5);
}

TEST_CASE("centred and right-aligned lines stand by their ink") {
    const ShapedText text = fixed_text("“政府”");
    const auto center = break_lines(text, {.measure = em(10), .align = Align::center});
    CHECK(glyph_positions(center[0]) == std::vector<double>{3, 4, 5, 6});
    CHECK(center[0].width == em(6.5));
    const auto end = break_lines(text, {.measure = em(10), .align = Align::end});
    CHECK(end[0].width == em(10));
    const auto start = break_lines(text, {.measure = em(10), .align = Align::start});
    CHECK(start[0].width == em(3));
}

TEST_CASE("ragged lines are not stretched") {
    const auto lines =
        break_lines(fixed_text("政府信息ABCDEF公开"), {.measure = em(5.5), .align = Align::start});
    CHECK(texts_of(lines) == Texts{"政府信息", "ABCDEF公开"});
    CHECK(lines[0].width == em(4));
    CHECK(lines[1].width == em(5.25));
}

TEST_CASE("a forced line end is not stretched and loses no text") {
    const auto lines = break_lines(fixed_text("政府\n信息公开"), {.measure = em(10)});
    CHECK(texts_of(lines) == Texts{"政府\n", "信息公开"});
    CHECK(lines[0].width == em(2));
    CHECK(lines[0].pieces.back().glyphs.back().text_length == 4); // 府 and the line feed
}

TEST_CASE("spaces at a line end take no room and come back") {
    const auto lines = break_lines(fixed_text("政府信息 公开工作"), {.measure = em(4)});
    CHECK(texts_of(lines) == Texts{"政府信息 ", "公开工作"});
    CHECK(lines[0].width == em(4));
    CHECK(lines[0].pieces.back().glyphs.back().advance == Length{});
}

TEST_CASE("an unbreakable run that is too wide parts between words and numbers first, in a number last") {
    CHECK(lines_of("32℃Email￥36119", 4) == Texts{"32℃", "Email", "￥36119"});
    CHECK(lines_of("Office2019Office", 5) == Texts{"Office2019", "Office"});
    CHECK(lines_of("16:39,4,420Word", 6) == Texts{"16:39,4,420", "Word"});
    CHECK(lines_of("Email,16℃", 3) == Texts{"Email,", "16℃"});
    CHECK(lines_of("Office2019", 2.5) == Texts{"Offic", "e2019"}); // the word is parted, the number is not
    CHECK(lines_of("1234567890", 3).size() == 2);        // a number that no line holds
}

TEST_CASE("a run wider than the measure breaks where it must, and never overflows") {
    const auto lines = break_lines(fixed_text("编号ABCDEFGHIJKLMNOP号"), {.measure = em(5)});
    std::string all;
    for (const Line& line : lines) {
        CHECK(line.width <= em(5));
        all += text_of(line);
    }
    CHECK(all == "编号ABCDEFGHIJKLMNOP号");
    CHECK(lines_of("甲，乙", 1) == Texts{"甲", "，", "乙"});
    const auto wide = break_lines(fixed_text("甲——乙"), {.measure = em(1)});
    CHECK(texts_of(wide) == Texts{"甲", "——", "乙"});
    CHECK(wide[1].width == em(2));
}

TEST_CASE("narrow cells are filled line by line") {
    CHECK(lines_of("予以公开", 2) == Texts{"予以", "公开"});
    CHECK(lines_of("（一）予以公开", 3) == Texts{"（一）予", "以公开"});
}

TEST_CASE("greedy lines are as full as they get") {
    CHECK(
        lines_of("政府信息公开工作年度报", 5, {.style = {.break_mode = BreakMode::greedy}}) ==
        Texts{"政府信息公", "开工作年度", "报"}
    );
    CHECK(lines_of("政府信息公开工作年度报", 5).back() != "报");
}

TEST_CASE("pieces follow runs and keep their tags and offsets") {
    const auto lines =
        break_lines(fixed_text(std::vector<std::string>{"政府信", "息公开"}), {.measure = em(4)});
    REQUIRE(lines.size() == 2);
    REQUIRE(lines[0].pieces.size() == 2);
    CHECK(lines[0].pieces[1].run == 1);
    CHECK(lines[0].pieces[1].text == "息");
    CHECK(lines[1].pieces[0].text_offset == 3);
    CHECK(lines[0].pieces[1].x == em(3));
}

TEST_CASE("the narrowest measure holds the widest unbreakable run, the widest holds all") {
    const auto w = widths(fixed_text("政府ABCDEF，信息"), {});
    CHECK(w.narrowest == em(3.5));
    CHECK(w.widest == em(2 + 0.25 + 3 + 1 + 2));
    CHECK(lines_of("政府ABCDEF，信息", 3.5) == Texts{"政府", "ABCDEF，", "信息"});
    const auto forced = widths(fixed_text("政府\n信息公开"), {});
    CHECK(forced.widest == em(4));
}

namespace {

std::string random_text(std::mt19937& random) {
    static const std::u32string pool = U"政府信息公开工作报告年度我市严格落实各项规定，。、；：？！"
                                       U"“”‘’（）《》〔〕——……·～0123456789.,%￥A类 GDP件年月";
    std::u32string text;
    const std::size_t length = 20 + random() % 180;
    while (text.size() < length) {
        const char32_t c = pool[random() % pool.size()];
        text.push_back(c);
        if (c == U'—' || c == U'…') text.push_back(c);
        if (random() % 3 == 0) text += U"的";
    }
    return utf8::to_utf8(text);
}

bool begins_badly(char32_t c) {
    return std::u32string_view(U"，。、；：？！”’）》〕·～%").find(c) != std::u32string_view::npos;
}
bool ends_badly(char32_t c) {
    return std::u32string_view(U"“‘（《〔￥").find(c) != std::u32string_view::npos;
}

} // namespace

TEST_CASE("over random text no rule is broken, every inner line is full and nothing is lost") {
    std::mt19937 random(20240117);
    for (int round = 0; round < 300; ++round) {
        const std::string source = random_text(random);
        const ShapedText text = fixed_text(source);
        const Length measure = em(std::vector<double>{28, 20, 12}[random() % 3]);
        // Runs that fit no line at all are another test's.
        if (widths(text, {}).narrowest > measure - em(2)) continue;
        CAPTURE(source, measure.count());
        const auto lines = break_lines(text, {.measure = measure, .first_indent = em(2)});
        std::string all;
        for (const Line& line : lines) {
            const std::string said = text_of(line);
            const std::u32string characters = utf8::to_utf32(said);
            all += said;
            REQUIRE_FALSE(characters.empty());
            if (&line != &lines.front()) {
                REQUIRE_FALSE(begins_badly(characters.front()));
                const std::u32string before = utf8::to_utf32(text_of(*(&line - 1)));
                const bool split = before.back() >= U'0' && before.back() <= U'9' &&
                                   characters.front() >= U'0' && characters.front() <= U'9';
                REQUIRE_FALSE(split);
            }
            if (line.last) {
                REQUIRE(line.width <= measure);
                continue;
            }
            REQUIRE_FALSE(ends_badly(characters.back()));
            REQUIRE(line.width == measure);
        }
        REQUIRE(all == source);
    }
}

TEST_CASE("advances and positions of a line agree to the millipoint") {
    const auto lines = break_lines(
        fixed_text("本报告由淮安市（ABC）编制，“六稳”“六保”，共12件。政府信息公开工作情况"),
        {.measure = em(11)}
    );
    for (const Line& line : lines) {
        Length pen = line.pieces.front().x;
        for (const LinePiece& piece : line.pieces) {
            CHECK(piece.x == pen);
            for (const auto& glyph : piece.glyphs) {
                CHECK(piece.x + glyph.x == pen);
                pen += glyph.advance;
            }
        }
        CHECK(pen == line.width);
    }
}

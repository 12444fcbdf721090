// Which numeral a line begins with.
#include "intake/numerals.hpp"

#include <catch2/catch.hpp>

#include "unit/intake/notes_of.hpp"

using namespace nianbao::intake;

namespace {

struct Expected {
    const char* text;
    NumeralStyle style;
    int number;
    bool usual;
};

}  // namespace

TEST_CASE("Numerals of every rank are known, with their usual and their wrong forms") {
    const auto expected = GENERATE(
        Expected{"一、总体情况", NumeralStyle::chapter, 1, true}, Expected{"二十一、附则", NumeralStyle::chapter, 21, true},
        Expected{"、存在问题", NumeralStyle::chapter, 0, false}, Expected{"（三）监督", NumeralStyle::section, 3, true},
        Expected{"(一)、对内", NumeralStyle::section, 1, false}, Expected{"2.培训", NumeralStyle::point, 2, true},
        Expected{"3、内部", NumeralStyle::point, 3, false}, Expected{"（4）保障", NumeralStyle::subpoint, 4, true},
        Expected{"③宣传", NumeralStyle::circled, 3, true}, Expected{"二是加强", NumeralStyle::counted, 2, true}
    );
    const Numeral numeral = numeral_of(line(expected.text).chars);
    INFO(expected.text);
    CHECK(numeral.style == expected.style);
    CHECK(numeral.number == expected.number);
    CHECK(numeral.usual == expected.usual);
}

TEST_CASE("Numbers, dates and words are no numerals") {
    for (const char* text : {"3.5万条", "2024年，全县", "12月3日", "一年来", "一是", "（共三类）公开", "十分重视", "10.25会议"}) {
        INFO(text);
        const Numeral numeral = numeral_of(line(text).chars);
        CHECK((!numeral || std::string(text) == "一是"));
    }
}

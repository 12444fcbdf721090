// Ordinals of headings and lists.
#include <catch2/catch.hpp>

#include <nianbao/error.hpp>

#include "document/numbering.hpp"

using namespace nianbao;
using namespace nianbao::document;

namespace {

std::string numeral_of(const Document& document, std::size_t block) {
    return std::get<Heading>(document.blocks[block]).numeral.value();
}

Heading heading(int level) {
    Heading made;
    made.level = level;
    made.text = "x";
    return made;
}

}  // namespace

TEST_CASE("Chinese numbers are written as they are read") {
    CHECK(chinese_number(1) == "一");
    CHECK(chinese_number(10) == "十");
    CHECK(chinese_number(12) == "十二");
    CHECK(chinese_number(20) == "二十");
    CHECK(chinese_number(21) == "二十一");
    CHECK(chinese_number(101) == "一百零一");
    CHECK(chinese_number(110) == "一百一十");
    CHECK(chinese_number(1001) == "一千零一");
    CHECK(chinese_number(1010) == "一千零一十");
    CHECK(chinese_number(9999) == "九千九百九十九");
}

TEST_CASE("heading numerals follow GB/T 9704 7.3.3") {
    CHECK(heading_numeral(1, 3) == "三、");
    CHECK(heading_numeral(2, 11) == "（十一）");
    CHECK(heading_numeral(3, 2) == "2.");
    CHECK(heading_numeral(4, 2) == "（2）");
}

TEST_CASE("list numerals replace the number in their style") {
    CHECK(list_numeral("1.", 12) == "12.");
    CHECK(list_numeral("1、", 2) == "2、");
    CHECK(list_numeral("（1）", 3) == "（3）");
    CHECK(list_numeral("①", 20) == "⑳");
    CHECK(list_numeral("①", 21) == "㉑");
    CHECK(list_numeral("①", 50) == "㊿");
    CHECK(list_numeral("一是", 2) == "二是");
    CHECK_THROWS_AS(list_numeral("①", 51), LayoutError);
    CHECK_THROWS_AS(list_numeral("-", 1), LayoutError);
}

TEST_CASE("a higher heading starts the lower levels again") {
    Document document;
    for (const int level : {1, 2, 3, 2, 1, 2}) document.blocks.push_back(heading(level));
    document = numbered(document);
    CHECK(numeral_of(document, 0) == "一、");
    CHECK(numeral_of(document, 1) == "（一）");
    CHECK(numeral_of(document, 2) == "1.");
    CHECK(numeral_of(document, 3) == "（二）");
    CHECK(numeral_of(document, 4) == "二、");
    CHECK(numeral_of(document, 5) == "（一）");
}

TEST_CASE("a given numeral counts, an empty one does not, restart begins at one") {
    Document document;
    for (int i = 0; i < 4; ++i) document.blocks.push_back(heading(1));
    std::get<Heading>(document.blocks[0]).numeral = "壹、";
    std::get<Heading>(document.blocks[1]).numeral = "";
    std::get<Heading>(document.blocks[3]).restart = true;
    document = numbered(document);
    CHECK(numeral_of(document, 0) == "壹、");
    CHECK(numeral_of(document, 1).empty());
    CHECK(numeral_of(document, 2) == "二、");
    CHECK(numeral_of(document, 3) == "一、");
}

TEST_CASE("a heading of a level that does not exist is an error with its place") {
    Heading wrong = heading(5);
    wrong.origin.pointer = "/overview/0";
    HeadingCounter counter;
    try {
        counter.next(wrong);
        FAIL("no error");
    } catch (const LayoutError& error) {
        CHECK(error.id() == "HEADING-LEVEL");
        CHECK(error.where() == "/overview/0");
    }
}

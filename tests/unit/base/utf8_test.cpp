// UTF-8 is validated once and walked by code point.
#include <catch2/catch.hpp>

#include "base/utf8.hpp"

using namespace nianbao;

TEST_CASE("well-formed text of one to four bytes is valid") {
    CHECK_FALSE(utf8::first_invalid("a\xC2\xA7年𠮷"));
    CHECK(utf8::to_utf32("a年𠮷") == U"a年𠮷");
    CHECK(utf8::to_utf8(U"a§年𠮷") == "a§年𠮷");
}

TEST_CASE("the first ill-formed byte is named") {
    struct Row { const char* text; std::size_t offset; };
    const Row rows[] = {
        {"a\x80", 1},                 // a continuation byte alone
        {"ab\xC0\x80", 2},            // overlong
        {"\xE0\x80\x80", 0},          // overlong
        {"\xED\xA0\x80", 0},          // a surrogate
        {"\xF4\x90\x80\x80", 0},      // above U+10FFFF
        {"\xE5\xB9", 0},              // truncated
        {"\xFF", 0},
    };
    for (const Row& row : rows) {
        const auto found = utf8::first_invalid(row.text);
        REQUIRE(found);
        CHECK(*found == row.offset);
    }
}

TEST_CASE("UTF-16BE uses surrogates for plane 2") {
    CHECK(utf8::to_utf16be("年𠮷") == std::string("\x5E\x74\xD8\x42\xDF\xB7", 6));
}

// JSON: positions, order, and one clear sentence for the first fault.
#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <vector>

#include <nianbao/error.hpp>

#include "base/json.hpp"

using namespace nianbao;
using json::Kind;

namespace {

struct Fault {
    std::string id, message;
    int line = 0, column = 0;
};

Fault fault_of(const std::string& text, const json::Limits& limits = {}) {
    try {
        json::parse(text, "a.json", limits);
    } catch (const JsonError& error) {
        CHECK(error.where() == "a.json");
        return {error.id(), error.message(Language::en), error.line(), error.column()};
    }
    FAIL("no fault in: " << text);
    return {};
}

std::string repeated(const std::string& unit, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += unit;
    return out;
}

}  // namespace

TEST_CASE("every value and key knows its line and column, counted in characters") {
    const auto root = json::parse("{\n  \"年\": 2024,\n  \"行\": [\"总计\", -1.50, null],\n \"x\":{}}", "");
    CHECK(root.position.line == 1);
    REQUIRE(root.members.size() == 3);
    const auto& year = root.members[0];
    CHECK(year.position.line == 2);
    CHECK(year.position.column == 3);
    CHECK(year.value.position.column == 8);
    CHECK(year.value.integer == 2024);
    const auto& row = root.members[1].value;
    REQUIRE(row.items.size() == 3);
    CHECK(row.position.line == 3);
    CHECK(row.items[0].position.column == 9);
    CHECK(row.items[1].position.column == 15);
    CHECK(row.items[1].text == "-1.50");
    CHECK(row.items[1].kind == Kind::real);
    CHECK(row.items[2].position.column == 22);
    CHECK(root.members[2].value.position.column == 6);
    CHECK(root.find("行") == &row);
    CHECK(root.find("列") == nullptr);
}

TEST_CASE("positions stay right after strings that hold separators and escapes") {
    const auto root = json::parse(R"(["a,\"[:]\"\\", "b\\", {"k,":1}])", "");
    CHECK(root.items[0].text == "a,\"[:]\"\\");
    CHECK(root.items[1].position.column == 17);
    CHECK(root.items[2].members[0].position.column == 25);
    CHECK(root.items[2].members[0].value.position.column == 30);
}

TEST_CASE("duplicate keys and the order of keys are kept") {
    const auto root = json::parse(R"({"b":1,"a":2,"b":3})", "");
    REQUIRE(root.members.size() == 3);
    CHECK(root.members[2].key == "b");
    CHECK(root.members[2].position.column == 14);
    CHECK(root.find("b")->integer == 1);
    CHECK(json::dump(root) == R"({"b":1,"a":2,"b":3})");
}

TEST_CASE("numbers keep their digits and integers beyond 64 bits are flagged") {
    const auto root = json::parse("[9223372036854775807,-9223372036854775808,9223372036854775808,"
                                  "123456789012345678901234567890,96171.60,1e3,-0]", "");
    CHECK(root.items[0].integer == INT64_MAX);
    CHECK_FALSE(root.items[0].out_of_range);
    CHECK(root.items[1].integer == INT64_MIN);
    for (const std::size_t i : {2U, 3U}) {
        CHECK(root.items[i].kind == Kind::integer);
        CHECK(root.items[i].out_of_range);
    }
    CHECK(root.items[3].text == "123456789012345678901234567890");
    CHECK(root.items[4].text == "96171.60");
    CHECK(root.items[5].kind == Kind::real);
    CHECK(root.items[5].text == "1e3");
    CHECK(root.items[6].kind == Kind::integer);
    CHECK(root.items[6].text == "-0");
}

TEST_CASE("a byte-order mark is skipped and does not count as a column") {
    const auto root = json::parse("\xEF\xBB\xBF[1]", "");
    CHECK(root.position.column == 1);
    CHECK(fault_of("\xEF\xBB\xBF\xEF\xBB\xBF[1]").id == "JSON-SYNTAX");
}

TEST_CASE("the first fault is named with its place") {
    struct Row {
        std::string text, id, message;
        int line, column;
    };
    const std::vector<Row> rows = {
        {"", "JSON-SYNTAX", "there is no text", 1, 1},
        {"  \n ", "JSON-SYNTAX", "there is no text", 2, 2},
        {"{\"a\": 1,\n  \"b\": tru}", "JSON-SYNTAX", "unknown word tru", 2, 8},
        {"{\"a\" 1}", "JSON-SYNTAX", "unexpected 1 where a colon is expected", 1, 6},
        {"{\"a\":1 \"b\":2}", "JSON-SYNTAX", "unexpected \"b\" where a comma or } is expected", 1, 8},
        {"{\"a\":}", "JSON-SYNTAX", "unexpected } where a value is expected", 1, 6},
        {"{1:2}", "JSON-SYNTAX", "unexpected 1 where a key in double quotes or } is expected", 1, 2},
        {"[1 2]", "JSON-SYNTAX", "unexpected 2 where a comma or ] is expected", 1, 4},
        {"[1,,2]", "JSON-SYNTAX", "unexpected , where a value is expected", 1, 4},
        {"[1,]", "JSON-SYNTAX", "a comma after the last item", 1, 4},
        {"{\"a\":1,}", "JSON-SYNTAX", "a comma after the last item", 1, 8},
        {"[1", "JSON-SYNTAX", "the text ends here, where a comma or ] is expected", 1, 3},
        {"{\"a\":", "JSON-SYNTAX", "the text ends here, where a value is expected", 1, 6},
        {"[1}", "JSON-SYNTAX", "unexpected } where a comma or ] is expected", 1, 3},
        {"[\"abc", "JSON-SYNTAX", "the quotation mark is not closed", 1, 6},
        {"[\"abc\n\"]", "JSON-SYNTAX", "the quotation mark is not closed", 1, 6},
        {"[1] x", "JSON-SYNTAX", "unknown word x", 1, 5},
        {"[1]\n[2]", "JSON-SYNTAX", "[ after the end", 2, 1},
        {"[1 // one\n]", "JSON-SYNTAX", "JSON has no comments", 1, 4},
        {"/* */ []", "JSON-SYNTAX", "JSON has no comments", 1, 1},
        {"[NaN]", "JSON-SYNTAX", "NaN is no JSON number; write null where there is none", 1, 2},
        {"[-Infinity]", "JSON-SYNTAX", "-Infinity is no JSON number", 1, 2},
        {"[01]", "JSON-SYNTAX", "01 is no valid number", 1, 2},
        {"[1.]", "JSON-SYNTAX", "1. is no valid number", 1, 2},
        {"[+1]", "JSON-SYNTAX", "+1 is no valid number", 1, 2},
        {"[1e400]", "JSON-SYNTAX", "the number is too large", 1, 2},
        {"['a']", "JSON-SYNTAX", "text stands in double quotes, not in single ones", 1, 2},
        {"{\"a\"：1}", "JSON-SYNTAX", "： outside of quotation marks", 1, 5},
        {"[“甲”]", "JSON-SYNTAX", "“ outside of quotation marks", 1, 2},
        {"[\"\\x\"]", "JSON-SYNTAX", "unknown escape \\x", 1, 3},
        {"[\"\\u12g4\"]", "JSON-SYNTAX", "unknown escape \\u", 1, 3},
        {"[\"甲\\ud800\"]", "JSON-SYNTAX", "\\ud800 is half of a surrogate pair", 1, 4},
        {"[\"\\udc00\\ud800\"]", "JSON-SYNTAX", "\\udc00 is half of a surrogate pair", 1, 3},
        {"[\"\\ud800\\u0041\"]", "JSON-SYNTAX", "\\ud800 is half of a surrogate pair", 1, 3},
        {"[\"a\\u0000\"]", "JSON-CONTROL", "control character \\u0000", 1, 4},
        {"{\"a\\u0001\":1}", "JSON-CONTROL", "control character \\u0001", 1, 4},
        {"[\"\\b\"]", "JSON-CONTROL", "control character \\b", 1, 3},
        {"[\"a\tb\"]", "JSON-CONTROL", "control character U+0009", 1, 4},
        {std::string("[\"a\0\"]", 6), "JSON-CONTROL", "control character U+0000", 1, 4},
        {"[\"a\x1B[2J\"]", "JSON-CONTROL", "control character U+001B", 1, 4},
        {"[\"\xC2\x85\"]", "JSON-CONTROL", "control character U+0085", 1, 3},
        {"[\"\x7F\"]", "JSON-CONTROL", "control character U+007F", 1, 3},
        {std::string("[1,\0]", 5), "JSON-CONTROL", "control character U+0000", 1, 4},
        {"[\"甲\xFF\"]", "JSON-UTF8", "byte 0xFF is not valid UTF-8", 1, 4},
        {"[\"\xED\xA0\x80\"]", "JSON-UTF8", "byte 0xED is not valid UTF-8", 1, 3},
        {"[\"\xC0/\"]", "JSON-UTF8", "byte 0xC0", 1, 3},
        {"[truex]", "JSON-SYNTAX", "unknown word truex", 1, 2},
        {"[1-2]", "JSON-SYNTAX", "1-2 is no valid number", 1, 2},
        {"{\"a\":\"\xD5\xFE\xB8\xAE\"}", "JSON-ENCODING", "the file is GB18030, not UTF-8", 1, 7},
        {std::string("\xFF\xFE[\0]\0", 6), "JSON-ENCODING", "the file is UTF-16, not UTF-8", 1, 1},
        {std::string("[\0]\0", 4), "JSON-ENCODING", "the file is UTF-16, not UTF-8", 1, 1},
        {std::string("\0[\0]", 4), "JSON-ENCODING", "the file is UTF-16, not UTF-8", 1, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto fault = fault_of(row.text);
        CHECK(fault.id == row.id);
        CHECK_THAT(fault.message, Catch::Contains(row.message));
        CHECK(fault.line == row.line);
        CHECK(fault.column == row.column);
    }
}

TEST_CASE("a fault is said in Chinese too, with line and column") {
    try {
        json::parse("[1,]", "a.json");
        FAIL();
    } catch (const JsonError& error) {
        CHECK(std::string(error.what()) == "第 1 行第 4 列：最后一项后面多了逗号");
    }
}

TEST_CASE("sound escapes are read") {
    const auto root = json::parse(R"(["\u7532\ud840\udc00\n\t\r\/"])", "");
    CHECK(root.items[0].text == "甲𠀀\n\t\r/");
}

TEST_CASE("nesting beyond the limit is refused quickly, however deep") {
    CHECK_NOTHROW(json::parse(repeated("[", 64) + repeated("]", 64), ""));
    const auto fault = fault_of(repeated("[", 65) + repeated("]", 65));
    CHECK(fault.id == "JSON-DEPTH");
    CHECK(fault.column == 65);
    const std::string deep = repeated("{\"a\":", 10'000'000 / 5);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(fault_of(deep).id == "JSON-DEPTH");
    CHECK(fault_of(repeated("[", 100'000)).id == "JSON-DEPTH");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
}

TEST_CASE("size and number of values are limited") {
    CHECK_THROWS_AS(json::parse("[1,2,3]", "", {.bytes = 6}), LimitError);
    CHECK_THROWS_AS(json::parse("[1,2,3]", "", {.values = 3}), LimitError);
    CHECK_NOTHROW(json::parse("[1,2,3]", "", {.bytes = 7, .values = 4}));
}

TEST_CASE("pointers escape tilde and slash") {
    CHECK(json::child("/a", "b/c~d") == "/a/b~1c~0d");
    CHECK(json::child("", std::size_t{3}) == "/3");
}

TEST_CASE("dump and quote give text that reads back the same") {
    const std::string text = R"({"甲":[1,-2.50,"a\"\\\n\t\r",true,false,null],"{}":{},"[]":[]})";
    CHECK(json::dump(json::parse(text, "")) == text);
    CHECK(json::quote("\x01") == "\"\\u0001\"");
}

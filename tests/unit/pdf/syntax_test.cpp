// Numbers, strings and names of PDF.
#include <catch2/catch.hpp>

#include "pdf/syntax.hpp"

#include <limits>

using namespace nianbao;

namespace {
std::string number(std::int64_t value, int decimals) {
    std::string out;
    pdf::append_number(out, value, decimals);
    return out;
}
std::string bytes(std::string_view text) {
    std::string out;
    pdf::append_bytes_string(out, text);
    return out;
}
}  // namespace

TEST_CASE("numbers are exact, without trailing zeros or exponent") {
    CHECK(number(841890, 3) == "841.89");
    CHECK(number(16000, 3) == "16");
    CHECK(number(-10500, 3) == "-10.5");
    CHECK(number(1, 3) == ".001");
    CHECK(number(-50, 3) == "-.05");
    CHECK(number(0, 3) == "0");
    CHECK(number(120, 0) == "120");
    CHECK(number(2147483647, 3) == "2147483.647");
    CHECK(number(446, 4) == ".0446");
    CHECK(number(std::numeric_limits<std::int64_t>::min(), 3) == "-9223372036854775.808");
}

TEST_CASE("byte strings keep every byte") {
    CHECK(bytes("a(b)\\c") == "(a\\(b\\)\\\\c)");
    CHECK(bytes(std::string_view("\0\r\n", 3)) == std::string("(\0\\r\n)", 6));
}

TEST_CASE("text strings are ASCII or UTF-16BE with its mark") {
    CHECK(pdf::text_string("sRGB (1)") == "(sRGB \\(1\\))");
    CHECK(pdf::text_string("年𠮷") == "<FEFF5E74D842DFB7>");
    CHECK(pdf::text_string("\n") == "<FEFF000A>");
}

TEST_CASE("irregular bytes of names are escaped") {
    CHECK(pdf::name("AB+Song-Light") == "/AB+Song-Light");
    CHECK(pdf::name("a /#宋") == "/a#20#2F#23#E5#AE#8B");
}

// Lengths with units and the names of type sizes.
#include <catch2/catch.hpp>

#include "template/length_text.hpp"

using namespace nianbao;
using namespace nianbao::templating;
using namespace nianbao::literals;

namespace {

Length length(std::string_view text, std::optional<Length> em = {}) {
    const ParsedLength parsed = parse_length(text, em);
    CHECK(parsed.fault == LengthFault::none);
    return parsed.length;
}

LengthFault fault(std::string_view text, std::optional<Length> em = {}) { return parse_length(text, em).fault; }

}  // namespace

TEST_CASE("lengths are exact to the millipoint") {
    CHECK(length("16pt") == 16_pt);
    CHECK(length("29.621pt").count() == 29621);
    CHECK(length("26mm") == 26_mm);
    CHECK(length("2.6cm") == 26_mm);
    CHECK(length("156mm").count() == 442205);
    CHECK(length("0.0005pt").count() == 1);
    CHECK(length("0.0004pt").count() == 0);
    CHECK(length("0").count() == 0);
    CHECK(length("14400pt").count() == 14'400'000);
}

TEST_CASE("em is the type size of the place") {
    CHECK(length("2em", 15.75_pt) == 31.5_pt);
    CHECK(length("0.5em", 10_pt) == 5_pt);
    CHECK(fault("2em") == LengthFault::no_em);
}

TEST_CASE("type sizes have their Chinese names") {
    CHECK(length("三号") == 15.75_pt);
    CHECK(length("二号") == 22_pt);
    CHECK(length("四号") == 14_pt);
    CHECK(length("小四") == 12_pt);
    CHECK(length("五号") == 10.5_pt);
    CHECK(length("小五") == 9_pt);
    CHECK(named_type_sizes().size() == 16);
    CHECK(fault("九号") == LengthFault::syntax);
}

TEST_CASE("what is no length is refused") {
    for (const char* text : {"", "pt", "-1mm", "+1mm", "1e3pt", ".5pt", "1.pt", "1234567pt", "1.1234567pt", " 1pt",
                             "１pt", "99999999999999999999999pt", "1", "1px", "1 pt", "1PT", "1in", "1pt "}) {
        CAPTURE(text);
        CHECK(fault(text) == LengthFault::syntax);
    }
    CHECK(fault("14400.001pt") == LengthFault::range);
    CHECK(fault("999999mm") == LengthFault::range);
}

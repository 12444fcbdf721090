// The parts of an annotation: syllables and the Han they stand on.
#include <catch2/catch.hpp>

#include "document/ruby.hpp"

using namespace nianbao;
using namespace nianbao::document;

namespace {

TextRun run(std::string text, std::string ruby, RubyKind kind = RubyKind::pinyin, RubyBy by = RubyBy::by_count) {
    TextRun made;
    made.text = std::move(text);
    made.ruby = {.text = std::move(ruby), .kind = kind, .by = by};
    return made;
}

}  // namespace

TEST_CASE("syllables stand apart by spaces") {
    CHECK(syllables("zhèng fǔ") == std::vector<std::string>{"zhèng", "fǔ"});
    CHECK(syllables("  gōng   kāi ") == std::vector<std::string>{"gōng", "kāi"});
    CHECK(syllables("").empty());
}

TEST_CASE("a text falls into Han and what stands between them") {
    const auto pieces = base_pieces("公开2024年，葛󠄀");
    REQUIRE(pieces.size() == 6);
    CHECK(pieces[2].text == "2024");
    CHECK_FALSE(pieces[2].han);
    CHECK(pieces[4].text == "，");
    CHECK(pieces[5].text == "葛󠄀");  // with its variation selector
    CHECK(han_in("公开2024年，葛󠄀") == 4);
}

TEST_CASE("as many syllables as Han are by character, any other number by word") {
    CHECK(is_by_character(run("公开", "gōng kāi")));
    CHECK_FALSE(is_by_character(run("公开", "gōngkāi")));
    CHECK_FALSE(is_by_character(run("公开", "gōng kāi", RubyKind::pinyin, RubyBy::word)));
    CHECK_FALSE(is_by_character(run("公开", "open access", RubyKind::gloss)));
    CHECK_FALSE(is_by_character(run("公开", "据 公报", RubyKind::remark)));
}

TEST_CASE("an annotation by character fits when every Han has a syllable") {
    CHECK(fits_its_base(run("公开", "gōngkāi")));
    CHECK_FALSE(fits_its_base(run("公开", "gōng", RubyKind::pinyin, RubyBy::character)));
    CHECK(fits_its_base(run("公、开", "gōng kāi", RubyKind::pinyin, RubyBy::character)));
    CHECK_FALSE(fits_its_base(run("公开", "ㄍㄨㄥ", RubyKind::bopomofo)));
    CHECK(fits_its_base(run("公开", "ㄍㄨㄥ ㄎㄞ", RubyKind::bopomofo)));
}

TEST_CASE("bopomofo stands at the right, everything else above, unless it is said") {
    Ruby ruby{.text = "ㄍㄨㄥ", .kind = RubyKind::bopomofo};
    CHECK(side_of(ruby) == RubySide::usual);
    ruby.side = RubySide::above;
    CHECK(side_of(ruby) == RubySide::above);
    CHECK(side_of({.text = "gōng"}) == RubySide::above);
    CHECK(side_of({.text = "open", .kind = RubyKind::gloss, .side = RubySide::below}) == RubySide::below);
}

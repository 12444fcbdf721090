// Damaged fonts: an error of the family or a font, never a crash (spec/reliability 2.2).
#include <catch2/catch.hpp>

#include <nianbao/error.hpp>

#include "font/subset.hpp"
#include "unit/font/freetype_judge.hpp"
#include "unit/font/test_fonts.hpp"

using namespace nianbao;

namespace {

struct Tally {
    int opened = 0, refused = 0;
};

// Opens the bytes and asks for everything a report would.
void use(const std::string& bytes, Tally& tally) {
    try {
        const auto face = FontFace::from_bytes(bytes, 0, "hostile");
        std::vector<std::uint32_t> glyphs = {0};
        for (const char32_t c : {U'A', U'Á', U'一', U'的', U'，', U'9', U'年'}) {
            const std::uint32_t glyph = face->glyph_of(c);
            if (glyph != 0) glyphs.push_back(glyph);
            face->ink(glyph);
            face->advance(glyph);
        }
        face->han_shift();
        const auto program = font::make_program(*face, glyphs);
        CHECK(program.widths.size() == glyphs.size());
        ++tally.opened;
    } catch (const FontError&) {
        ++tally.refused;
    }
}

std::string with_byte(std::string bytes, std::size_t at, char value) {
    bytes[at] = value;
    return bytes;
}

} // namespace

TEST_CASE("fonts cut short are refused or read", "[hostile]") {
    for (const char* file : {"name-keyed.otf", "title-zh.ttf"}) {
        const std::string whole = test_fonts::bytes_of(test_fonts::fixtures / file);
        Tally tally;
        for (std::size_t length = 0; length < whole.size(); ++length)
            use(whole.substr(0, length), tally);
        CHECK(tally.refused > 200);
        use(whole, tally);
        CHECK(tally.opened > 0);
    }
}

TEST_CASE("fonts with any one byte changed are refused or read", "[hostile]") {
    for (const char* file : {"name-keyed.otf", "title-zh.ttf"}) {
        const std::string whole = test_fonts::bytes_of(test_fonts::fixtures / file);
        Tally tally;
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (const char value : {'\x00', '\x01', '\x7F', '\x80', '\xFF'})
                use(with_byte(whole, at, value), tally);
        CHECK(tally.opened > 100);
        CHECK(tally.refused > 100);
    }
}

TEST_CASE("large fonts with random bytes changed are refused or read", "[hostile]") {
    std::uint32_t state = 12345; // a small generator of our own: the same bytes on every machine
    const auto next = [&state] { return state = state * 1664525 + 1013904223; };
    const std::string whole =
        test_fonts::bytes_of(test_fonts::shipped / "LiberationSerif-Regular.ttf");
    Tally tally;
    for (int round = 0; round < 150; ++round) {
        std::string damaged = whole;
        for (int change = 0; change < 40; ++change)
            damaged[(next() >> 4) % (round % 2 == 0 ? damaged.size() : 2000)] =
                static_cast<char>(next() >> 24);
        use(damaged, tally);
    }
    CHECK(tally.opened + tally.refused == 150);
}

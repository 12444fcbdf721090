// Hostile text of both directions: whatever stands in it, every character comes once, and every line shows them in the
// order of UAX #9, held against the annex written out rule by rule.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "base/utf8.hpp"
#include "bidi_reference.hpp"
#include "real_fonts.hpp"
#include "text/bidi.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

const BidiReference& reference() {
    static const BidiReference made;
    return made;
}

bool is_missing() {
    if (reference().has_data()) return false;
    WARN("UnicodeData.txt is not here (package unicode-data): skipped");
    return true;
}

const std::u32string controls = U"\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F";

class HostileText {
public:
    explicit HostileText(std::uint32_t seed) : random_(seed) {}
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_()) % count; }

    // Short and shallow ones come first, so that a fault shows in a small text.
    std::u32string make(std::uint32_t number, std::uint32_t last) {
        const std::uint32_t pieces = 2 + 60 * number / last;
        deepest_ = 1 + 200 * number / last;
        std::u32string text;
        for (std::uint32_t n = below(pieces) + 1; n > 0; --n) text += piece();
        return text;
    }

private:
    std::u32string one_of(const std::u32string& set) { return {set[below(static_cast<std::uint32_t>(set.size()))]}; }
    std::u32string piece() {
        static const std::vector<std::u32string> words{
            U"政府", U"信息", U"ئۇيغۇر", U"تىلى", U"ھۆكۈمەت", U"بىر", U"abc", U"GDP", U"2024", U"12.5%", U"-7", U"a\u0301", U"ئۇ\u064B", U"——", U"……"};
        switch (below(8)) {
        case 0:
        case 1: return one_of(controls);
        case 2: return one_of(U"()[]«»（）《》“”");
        case 3: return one_of(U"،.,:;/+-%。，、؟!");
        case 4: return U" ";
        case 5: return std::u32string(below(deepest_), controls[below(static_cast<std::uint32_t>(controls.size()))]) + one_of(U"政ئa7");
        default: return words[below(static_cast<std::uint32_t>(words.size()))];
        }
    }

    std::mt19937 random_;
    std::uint32_t deepest_ = 1;
};

// Where FriBidi 1.0.8 errs: beyond the depth of BD2 (125 levels), and at a mark that begins a second isolate of the same
// depth, which it resolves by the end of the first. Such text must come whole, whatever its order.
bool is_beyond_the_library(const std::u32string& text) {
    const auto embeds = [](char32_t c) { return c >= 0x202A && c <= 0x202E && c != 0x202C; };
    const auto isolates = [](char32_t c) { return c >= 0x2066 && c <= 0x2068; };
    return std::count_if(text.begin(), text.end(), embeds) > 60 || std::count_if(text.begin(), text.end(), isolates) > 1;
}

std::string codes(const std::u32string& text) {
    std::ostringstream out;
    for (const char32_t c : text) out << std::hex << static_cast<std::uint32_t>(c) << ' ';
    return out.str();
}

const FontSet& fonts_of_scripts() {
    static const FontSet fonts = shipped_fonts().with_folder(test::root() + "/tests/fixtures/fonts/scripts");
    return fonts;
}

// The places in the text (code points) of the clusters a line draws, from left to right.
std::vector<std::size_t> shown(
    const Line& line, const std::u32string& text, const std::vector<std::size_t>& run_begins, const std::vector<StyledRun>& runs
) {
    struct Seen {
        Length x;
        std::size_t at;
    };
    std::vector<Seen> seen;
    for (const LinePiece& piece : line.pieces)
        for (const LinePiece::Glyph& glyph : piece.glyphs) {
            if (glyph.text_length == 0) continue;
            const std::string before = runs[piece.run].text.substr(0, piece.text_offset + glyph.text_begin);
            std::size_t at = run_begins[piece.run] + utf8::to_utf32(before).size();
            while (at < text.size() && controls.find(text[at]) != std::u32string::npos) ++at; // said, not drawn
            // Not told by places: a space that hangs over the line end and a vowel sign that a run parts from its letter have
            // no room; squeezed marks of one em overlap what stands beside them.
            if (at < text.size() && std::u32string_view(U" \u0301\u064B（）《》“”，、。—…").find(text[at]) != std::u32string::npos) continue;
            seen.push_back({piece.x + glyph.x, at});
        }
    std::stable_sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.x < b.x; });
    std::vector<std::size_t> places;
    for (const Seen& s : seen) places.push_back(s.at);
    return places;
}

// Parts the text into runs of random length, as marks, links and changes of style do.
std::vector<StyledRun> in_runs(const std::u32string& text, HostileText& dice, const char* language) {
    std::vector<StyledRun> runs;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::min<std::size_t>(text.size() - at, 1 + dice.below(30));
        StyledRun run = real_run(utf8::to_utf8(std::u32string_view(text).substr(at, length)), FontRole::fangsong, language);
        run.tag = static_cast<std::uint32_t>(runs.size());
        if (dice.below(4) == 0) run.marks.framed = true;
        if (dice.below(6) == 0) run.set_link("https://example.org", run.text);
        runs.push_back(std::move(run));
        at += length;
    }
    return runs;
}

} // namespace

TEST_CASE("UAX #9 written out rule by rule agrees with every line of BidiCharacterTest.txt") {
    std::ifstream file("/usr/share/unicode/BidiCharacterTest.txt");
    if (is_missing() || !file) return;
    std::size_t checked = 0, wrong = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#' || line[0] == '\r') continue;
        std::istringstream in(line);
        std::string characters, direction, base, levels, order;
        std::getline(in, characters, ';');
        std::getline(in, direction, ';');
        std::getline(in, base, ';');
        std::getline(in, levels, ';');
        std::getline(in, order);
        std::u32string text;
        std::istringstream codes(characters);
        for (std::string code; codes >> code;) text += static_cast<char32_t>(std::stoul(code, nullptr, 16));
        const auto found = reference().levels(text, std::stoi(base));
        std::vector<std::size_t> places;
        std::istringstream numbers(order);
        for (std::size_t place = 0; numbers >> place;) places.push_back(place);
        ++checked;
        if (reference().order(text, found, std::stoi(base), 0, text.size()) == places) continue;
        if (++wrong <= 5) UNSCOPED_INFO(line);
    }
    CHECK(wrong == 0);
    CHECK(checked > 90'000);
}

TEST_CASE("levels of hostile text are those of UAX #9 written out") {
    if (is_missing()) return;
    HostileText dice(9);
    int checked = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::u32string text = dice.make(static_cast<std::uint32_t>(i), 4000);
        const int base = i % 2;
        CAPTURE(codes(text), base);
        if (is_beyond_the_library(text)) continue;
        ++checked;
        const auto expected = reference().on_line(text, reference().levels(text, base), base, 0, text.size()); // as one line
        const Embedding found = embedding_levels(text, base == 0 ? BaseDirection::left_to_right : BaseDirection::right_to_left);
        std::string different;
        for (std::size_t k = 0; k < text.size(); ++k)
            if (expected[k] != BidiReference::removed && expected[k] != found.levels[k])
                different += std::to_string(k) + ": " + std::to_string(expected[k]) + " not " + std::to_string(found.levels[k]) + "; ";
        REQUIRE(different == "");
    }
    CHECK(checked > 1500);
}

TEST_CASE("lines of hostile text show every character once, in the order of UAX #9") {
    if (is_missing()) return;
    HostileText dice(2024);
    std::size_t lines_checked = 0, turned = 0;
    for (int i = 0; i < 1500; ++i) {
        const std::u32string text = U"政" + dice.make(static_cast<std::uint32_t>(i), 1500);
        const char* language = i % 3 == 0 ? "ug" : "zh-Hans";
        const std::vector<StyledRun> runs = in_runs(text, dice, language);
        const ShapedText shaped = shape(runs, fonts_of_scripts());
        const std::string source = utf8::to_utf8(text);
        CAPTURE(codes(text), language);
        REQUIRE(shaped.missing.empty());
        const int base = direction_of_block(text, language) == BaseDirection::right_to_left ? 1 : 0;
        const auto levels = reference().levels(text, base);
        std::vector<std::size_t> run_begins;
        std::size_t at = 0;
        for (const StyledRun& run : runs) {
            run_begins.push_back(at);
            at += utf8::to_utf32(run.text).size();
        }
        std::string all;
        std::size_t begin = 0;
        for (const Line& line : break_lines(shaped, {.measure = Length::millipoints(static_cast<std::int32_t>(3 + dice.below(25)) * real_em)})) {
            std::string said;
            for (const LinePiece& piece : line.pieces) said += piece.text;
            all += said;
            const std::size_t end = begin + utf8::to_utf32(said).size();
            const auto places = shown(line, text, run_begins, runs);
            // Of the reference only what is drawn, and of a cluster only its first character.
            std::vector<std::size_t> expected;
            for (const std::size_t place : reference().order(text, levels, base, begin, end))
                if (std::find(places.begin(), places.end(), place) != places.end()) expected.push_back(place);
            std::vector<std::size_t> compared;
            for (const std::size_t place : places)
                if (std::find(expected.begin(), expected.end(), place) != expected.end()) compared.push_back(place);
            CAPTURE(codes(utf8::to_utf32(said)), begin);
            if (!is_beyond_the_library(text)) REQUIRE(compared == expected);
            turned += std::is_sorted(expected.begin(), expected.end()) ? 0U : 1U;
            ++lines_checked;
            begin = end;
        }
        REQUIRE(all == source);
    }
    CHECK(lines_checked > 2500);
    CHECK(turned > 1500);
}

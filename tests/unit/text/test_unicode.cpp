// The tests and the tables that Unicode publishes, read from Debian's unicode-data.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/utf8.hpp"
#include "text/break_opportunities.hpp"
#include "text/grapheme_break.hpp"
#include "text/itemize.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

const std::filesystem::path unicode_data = "/usr/share/unicode";

// The lines of a file without comments and empty lines. Empty when it is absent or of another
// version than the tables.
std::vector<std::string> data_lines(const std::string& name) {
    std::ifstream file(unicode_data / name);
    std::string line;
    std::getline(file, line);
    const std::string version = std::string("-") + unicode_version + ".txt";
    if (!file || line.find(version) == std::string::npos) {
        WARN(name << " of Unicode " << unicode_version << " is not here (package unicode-data): skipped");
        return {};
    }
    std::vector<std::string> lines;
    while (std::getline(file, line)) {
        line.erase(std::min(line.find('#'), line.size()));
        if (line.find_first_not_of(" \t\r") != std::string::npos) lines.push_back(line);
    }
    return lines;
}

// × 0023 ÷ 2014 ÷ → code points, and whether a break stands before each and at the end.
struct Sample {
    std::vector<char32_t> characters;
    std::vector<bool> breaks;
};
Sample sample_of(const std::string& line) {
    Sample sample;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        if (word == "÷" || word == "×")
            sample.breaks.push_back(word == "÷");
        else
            sample.characters.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    }
    return sample;
}

std::vector<bool> line_breaks_of(const std::vector<char32_t>& characters) {
    std::vector<CharacterData> data;
    for (const char32_t c : characters)
        data.push_back(data_of(c));
    std::vector<bool> breaks;
    for (const BreakKind kind : line_breaks(data))
        breaks.push_back(kind != BreakKind::forbidden);
    return breaks;
}

std::vector<bool> grapheme_breaks_of(const std::vector<char32_t>& characters) {
    GraphemeBreaker breaker;
    std::vector<bool> breaks;
    for (const char32_t c : characters)
        breaks.push_back(breaker.begins(c));
    breaks.push_back(true); // GB2
    return breaks;
}

// Through the clusters of the paragraph, at level none: whether each cluster may begin a line.
bool same_by_clusters(const Sample& sample) {
    std::string text;
    std::vector<std::size_t> offsets; // of the code points
    for (const char32_t c : sample.characters) {
        offsets.push_back(text.size());
        utf8::append(text, c);
    }
    const std::vector<StyledRun> runs{{.text = text}};
    const std::vector<Grapheme> graphemes = itemize(runs);
    std::vector<BreakUnit> units;
    for (const Grapheme& g : graphemes)
        units.push_back({g.base, g.han, g.characters, std::string_view(text).substr(g.begin, g.end - g.begin)});
    const auto breaks = break_opportunities(units, EdgeLevel::none);
    for (std::size_t i = 0; i < graphemes.size(); ++i) {
        const auto at = std::lower_bound(offsets.begin(), offsets.end(), graphemes[i].begin) - offsets.begin();
        if ((breaks[i].kind != BreakKind::forbidden) != sample.breaks[static_cast<std::size_t>(at)]) return false;
    }
    return true;
}

// Reads first..last;value rows; calls back for each code point.
template <typename Visit> void for_each_row(const std::vector<std::string>& lines, Visit visit) {
    for (const std::string& line : lines) {
        const auto semicolon = line.find(';');
        const std::string places = line.substr(0, semicolon);
        std::string value;
        std::istringstream(line.substr(semicolon + 1)) >> value;
        const auto dots = places.find("..");
        const auto first = std::stoul(places, nullptr, 16);
        const auto last = dots == std::string::npos ? first : std::stoul(places.substr(dots + 2), nullptr, 16);
        for (auto c = first; c <= last; ++c)
            visit(static_cast<char32_t>(c), value);
    }
}

} // namespace

TEST_CASE("all of Unicode's LineBreakTest.txt passes with the tailoring off") {
    const auto lines = data_lines("auxiliary/LineBreakTest.txt");
    if (lines.empty()) return;
    std::size_t passed = 0;
    for (const std::string& line : lines) {
        const Sample sample = sample_of(line);
        // A surrogate is no text.
        const bool is_text = sample.characters.front() < 0xD800 || sample.characters.back() > 0xDFFF;
        const bool same = line_breaks_of(sample.characters) == sample.breaks &&
                          (!is_text || same_by_clusters(sample));
        if (same)
            ++passed;
        else
            UNSCOPED_INFO(line);
    }
    CHECK(passed == lines.size());
    CHECK(passed > 7000);
}

TEST_CASE("all of Unicode's GraphemeBreakTest.txt passes") {
    const auto lines = data_lines("auxiliary/GraphemeBreakTest.txt");
    if (lines.empty()) return;
    std::size_t passed = 0;
    for (const std::string& line : lines) {
        const Sample sample = sample_of(line);
        const bool same = grapheme_breaks_of(sample.characters) == sample.breaks;
        if (same)
            ++passed;
        else
            UNSCOPED_INFO(line);
    }
    CHECK(passed == lines.size());
    CHECK(passed > 600);
}

TEST_CASE("the tables say of every code point what the Unicode data says") {
    const std::vector<std::string> names{
        "AI", "AL", "B2", "BA", "BB", "BK", "CB", "CL", "CM", "CP", "CR", "EB", "EM", "EX", "GL", "H2", "H3", "HL", "HY", "ID",
        "IN", "IS", "JL", "JT", "JV", "LF", "NL", "NS", "NU", "OP", "PO", "PR", "QU", "RI", "SP", "SY", "WJ", "ZW", "ZWJ"};
    std::size_t wrong = 0, seen = 0;
    for_each_row(data_lines("LineBreak.txt"), [&](char32_t c, std::string value) {
        const LineClass line = data_of(c).line;
        ++seen;
        if (value == "SA") value = line == LineClass::cm ? "CM" : "AL"; // LB1
        if (value == "SG" || value == "XX") value = "AL";
        if (value == "CJ") value = "NS";
        if (names.at(static_cast<std::size_t>(line)) != value) ++wrong;
    });
    const std::vector<std::string> grapheme_names{
        "Other", "CR", "LF", "Control", "Extend", "ZWJ", "Prepend", "Regional_Indicator", "SpacingMark", "L", "V", "T", "LV", "LVT"};
    for_each_row(data_lines("auxiliary/GraphemeBreakProperty.txt"), [&](char32_t c, const std::string& value) {
        if (grapheme_names.at(static_cast<std::size_t>(data_of(c).grapheme)) != value) ++wrong;
    });
    CHECK((seen == 0 || seen > 280000));
    CHECK(wrong == 0);
}

TEST_CASE("code points that Unicode has not assigned have the class of their block") {
    CHECK(data_of(0x2A6E0).line == LineClass::id); // plane 2
    CHECK(data_of(0x1FAFF).line == LineClass::id); // room for pictographs
    CHECK(data_of(0x20CF).line == LineClass::pr);  // room for currencies
    CHECK(data_of(0x0378).line == LineClass::al);
    CHECK(data_of(0x10FFFF).line == LineClass::al);
    CHECK(data_of(0x2A6E0).wide);
}

TEST_CASE("wide characters and reserved pictographs are known") {
    CHECK(data_of(U'（').wide);
    CHECK_FALSE(data_of(U'(').wide);
    CHECK(data_of(0x1F600).pictograph);
    CHECK_FALSE(data_of(0x1F600).reserved_pictograph);
    CHECK(data_of(0x1FAFF).reserved_pictograph);
}

// UAX #9: the tests that Unicode publishes, and the direction of a block.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "text/bidi.hpp"
#include "text/region.hpp"

using namespace nianbao::text;

namespace {

// A file of Debian's unicode-data; without it the test is skipped by name.
std::optional<std::ifstream> unicode_file(const std::string& name) {
    std::ifstream file(std::filesystem::path("/usr/share/unicode") / name);
    if (file) return file;
    WARN(name << " is not here (package unicode-data): skipped");
    return std::nullopt;
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

std::vector<std::string> fields_of(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> fields;
    for (std::string field; std::getline(in, field, ';');) fields.push_back(field);
    return fields;
}

// What Unicode expects: a level, or x for what X9 removes; and the order of the rest, left to right.
struct Expected {
    std::vector<std::string> levels, order;
};

// The text as one line.
bool agrees(const std::u32string& text, BaseDirection direction, const Expected& expected) {
    Embedding found = embedding_levels(text, direction);
    for (std::size_t i = text.size(); i-- > 0 && takes_base_level_at_line_end(text[i]);)
        found.levels[i] = found.base;
    std::vector<BidiLevel> kept;
    std::vector<std::string> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (expected.levels[i] == "x") continue;
        if (std::to_string(found.levels[i]) != expected.levels[i]) return false;
        kept.push_back(found.levels[i]);
        places.push_back(std::to_string(i));
    }
    std::vector<std::string> order;
    for (const std::uint32_t i : visual_order(kept)) order.push_back(places[i]);
    return order == expected.order;
}

// One character of every class of BidiTest.txt.
const std::map<std::string, char32_t> samples{
    {"L", U'a'},    {"R", 0x5D0},    {"AL", 0x627},  {"EN", U'1'},    {"ES", U'+'},    {"ET", U'%'},
    {"AN", 0x661},  {"CS", U','},    {"NSM", 0x300}, {"BN", 0xAD},    {"B", 0x2029},   {"S", U'\t'},
    {"WS", U' '},   {"ON", U'!'},    {"LRE", 0x202A}, {"RLE", 0x202B}, {"LRO", 0x202D}, {"RLO", 0x202E},
    {"PDF", 0x202C}, {"LRI", 0x2066}, {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069}};

} // namespace

TEST_CASE("every line of BidiTest.txt has its levels and its order") {
    auto file = unicode_file("BidiTest.txt");
    if (!file) return;
    Expected expected;
    std::size_t checked = 0, wrong = 0;
    for (std::string line; std::getline(*file, line);) {
        if (line.starts_with("@Levels:")) expected.levels = words_of(line.substr(8));
        if (line.starts_with("@Reorder:")) expected.order = words_of(line.substr(9));
        if (line.empty() || line[0] == '#' || line[0] == '@') continue;
        const auto fields = fields_of(line);
        std::u32string text;
        for (const std::string& name : words_of(fields[0])) text += samples.at(name);
        const int directions = std::stoi(fields[1], nullptr, 16);
        for (const auto& [bit, direction] : {std::pair{1, BaseDirection::automatic},
                                             std::pair{2, BaseDirection::left_to_right},
                                             std::pair{4, BaseDirection::right_to_left}}) {
            if ((directions & bit) == 0) continue;
            ++checked;
            if (agrees(text, direction, expected)) continue;
            if (++wrong <= 5) UNSCOPED_INFO(fields[0] << " in direction " << bit);
        }
    }
    CHECK(wrong == 0);
    CHECK(checked > 700'000);
}

TEST_CASE("every line of BidiCharacterTest.txt has its levels and its order") {
    auto file = unicode_file("BidiCharacterTest.txt");
    if (!file) return;
    std::size_t checked = 0, wrong = 0;
    for (std::string line; std::getline(*file, line);) {
        line.erase(std::min(line.find('\r'), line.size()));
        if (line.empty() || line[0] == '#') continue;
        const auto fields = fields_of(line);
        std::u32string text;
        for (const std::string& code : words_of(fields[0]))
            text += static_cast<char32_t>(std::stoul(code, nullptr, 16));
        const auto direction = fields[1] == "0"   ? BaseDirection::left_to_right
                               : fields[1] == "1" ? BaseDirection::right_to_left
                                                  : BaseDirection::automatic;
        const Expected expected{words_of(fields[3]), fields.size() > 4 ? words_of(fields[4]) : words_of("")};
        ++checked;
        const bool base = std::to_string(embedding_levels(text, direction).base) == fields[2];
        if (base && agrees(text, direction, expected)) continue;
        if (++wrong <= 5) UNSCOPED_INFO(line);
    }
    CHECK(wrong == 0);
    CHECK(checked > 90'000);
}

TEST_CASE("the order of a line is turned at every level, from the highest to the lowest odd one") {
    using Order = std::vector<std::uint32_t>;
    const auto order = [](std::vector<BidiLevel> levels) { return visual_order(levels); };
    CHECK(order({0, 0, 0}) == Order{0, 1, 2});
    CHECK(order({1, 1, 1}) == Order{2, 1, 0});
    CHECK(order({0, 1, 1, 0}) == Order{0, 2, 1, 3});
    CHECK(order({1, 2, 2, 1}) == Order{3, 1, 2, 0}); // a number in Uyghur
    CHECK(order({2, 2}) == Order{0, 1});
    CHECK(order({}).empty());
}

TEST_CASE("text without letters or controls from right to left is not looked at") {
    CHECK_FALSE(turns_direction("2024年，“信息”公开（ABC）——𠮷 Ω ж 中"));
    CHECK_FALSE(turns_direction("ཀ་ ᠮᠣᠩ ꆈꌠ 한국어 \u200E\u202A"));
    CHECK(turns_direction("年 ئۇيغۇر"));
    CHECK(turns_direction("א"));
    CHECK(turns_direction("年\u200F"));
    CHECK(turns_direction("年\u202E报"));
    CHECK(turns_direction("\u2067"));
    CHECK(turns_direction("ﻼ"));
    CHECK(turns_direction("𞤀")); // Adlam, plane 1
}

TEST_CASE("a block goes the way of its language, or of most letters when it begins with one of them") {
    using D = BaseDirection;
    CHECK(direction_of_block(U"ئۇيغۇر语是中国的一种民族语言", "zh-Hans") == D::left_to_right);
    CHECK(direction_of_block(U"ئۇيغۇر تىلى（维）", "zh-Hans") == D::right_to_left);
    CHECK(direction_of_block(U"维 ئۇيغۇر تىلى", "zh-Hans") == D::left_to_right);
    CHECK(direction_of_block(U"GDP ئۇيغۇر تىلى", "ug") == D::right_to_left);
    CHECK(direction_of_block(U"中国政府 ئۇيغۇر", "ug") == D::right_to_left);
    CHECK(direction_of_block(U"中国政府信息公开工作 ئۇيغۇر", "ug") == D::left_to_right);
    CHECK(direction_of_block(U"123", "ug") == D::right_to_left);
    CHECK(direction_of_block(U"", "zh-Hans") == D::left_to_right);
}

TEST_CASE("a language tag says whether the language runs from right to left") {
    for (const char* tag : {"ug", "ug-CN", "ar", "AR-eg", "fa", "he", "kk-CN", "kk-Arab-CN", "uz-Arab"})
        CHECK(is_written_right_to_left(tag));
    for (const char* tag : {"", "zh-Hans", "en", "bo", "mn-Mong", "kk", "kk-Cyrl-CN", "ug-Latn", "ar-Latn"})
        CHECK_FALSE(is_written_right_to_left(tag));
}

// Real reports, set as they are printed: no rule broken, and the evenness spec/typesetting 0 asks
// for.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"
#include "fixed_text.hpp"
#include "real_fonts.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace nianbao::text;

namespace {

const std::filesystem::path shared = std::filesystem::path(test::root()) / ".." / "shared";

void collect(const json::Value& value, std::vector<std::string>& paragraphs) {
    if (value.text.size() >= 180) paragraphs.push_back(value.text);
    for (const json::Value& item : value.items)
        collect(item, paragraphs);
    for (const json::Member& member : value.members)
        collect(member.value, paragraphs);
}

std::vector<std::string> real_report() {
    std::vector<std::string> paragraphs;
    const auto file = shared / "real" / "huaian-2024.json";
    if (std::filesystem::exists(file))
        collect(json::parse(read_file(file, 1 << 20), "huaian-2024.json"), paragraphs);
    return paragraphs;
}

std::vector<std::string> seeds() {
    std::vector<std::string> paragraphs;
    std::vector<std::filesystem::path> files;
    if (std::filesystem::exists(shared / "seeds"))
        for (const auto& entry : std::filesystem::directory_iterator(shared / "seeds"))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        const std::string all = read_file(file, 1 << 24);
        if (utf8::first_invalid(all)) continue;
        for (std::size_t begin = 0; begin < all.size();) {
            std::size_t end = std::min(all.find_first_of("\r\n", begin), all.size());
            if (end - begin >= 180) paragraphs.push_back(all.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return paragraphs;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_han(char32_t c) {
    return c >= 0x4E00 && c <= 0x9FFF;
}
bool in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

struct Figures {
    int lines = 0, edges = 0, overfull = 0, short_lines = 0, split_numbers = 0, unit_splits = 0,
        orphans = 0, loose = 0;
    double stretch = 0;
};

// The middle one of the gaps between neighbouring Han, in em; loose above 0.05 (spec/typesetting
// 0).
double gap_of(const Line& line) {
    std::vector<std::int32_t> gaps;
    char32_t before = 0;
    std::int32_t advance = 0;
    for (const LinePiece& piece : line.pieces)
        for (const auto& glyph : piece.glyphs) {
            const char32_t c =
                glyph.text_length > 0 ? utf8::decode(piece.text, glyph.text_begin).code_point : 0;
            const bool han = is_han(c);
            if (han && before != 0) gaps.push_back(advance - real_em);
            before = han ? c : 0;
            advance = glyph.advance.count();
        }
    if (gaps.empty()) return 0;
    std::sort(gaps.begin(), gaps.end());
    return gaps[gaps.size() / 2] / double(real_em);
}

void count_edges(const std::u32string& before, const std::u32string& line, Figures& figures) {
    if (in(U"，。、；：？！”’）》〉〕】·～％%", line.front())) ++figures.edges;
    if (in(U"“‘（《〈〔【￥", before.back())) ++figures.edges;
    if (is_digit(before.back()) && is_digit(line.front())) ++figures.split_numbers;
    if (is_digit(before.back()) && in(U"年月日号件条个项份次期场人名家万亿元余", line.front()))
        ++figures.unit_splits;
}

Figures measure_corpus(const std::vector<std::string>& paragraphs, int ems) {
    Figures figures;
    const Length measure = Length::millipoints(ems * real_em);
    for (const std::string& paragraph : paragraphs) {
        const auto lines = break_lines(
            real_text(paragraph),
            {.measure = measure, .first_indent = Length::millipoints(2 * real_em)}
        );
        std::string all;
        std::u32string before;
        for (const Line& line : lines) {
            const std::u32string characters = utf8::to_utf32(text_of(line));
            all += text_of(line);
            ++figures.lines;
            if (!before.empty()) count_edges(before, characters, figures);
            before = characters;
            if (line.width > measure) ++figures.overfull;
            if (line.last) {
                const auto read =
                    std::count_if(characters.begin(), characters.end(), [](char32_t c) {
                        return c > 0x2E80 ? c < 0xFF00 && !in(U"。、》）", c)
                                          : c > 0x20 && c < 0x80;
                    });
                if (lines.size() > 1 && read < 2) ++figures.orphans;
                continue;
            }
            if (line.width != measure && std::any_of(characters.begin(), characters.end(), is_han)) {
                ++figures.short_lines;
                UNSCOPED_INFO(text_of(line));
            }
            const double gap = gap_of(line);
            figures.stretch += gap;
            if (gap > 0.05) ++figures.loose;
        }
        REQUIRE(all == paragraph);
    }
    figures.stretch /= std::max(1, figures.lines);
    return figures;
}

void check_rules(const Figures& f) {
    CHECK(f.edges == 0);
    CHECK(f.overfull == 0);
    CHECK(f.short_lines == 0);
    CHECK(f.split_numbers == 0);
    CHECK(f.orphans == 0);
}

} // namespace

TEST_CASE("a real report is set without a broken rule, as even as the best") {
    const auto paragraphs = real_report();
    if (paragraphs.empty()) {
        WARN("no real report beside the project: skipped");
        return;
    }
    struct Bar {
        int ems;
        double loose_per_thousand, stretch;
    };
    for (const Bar bar : {Bar{28, 3.4, 0.0027}, Bar{20, 22.4, 0.0060}, Bar{12, 144, 0.0146}}) {
        CAPTURE(bar.ems);
        const Figures f = measure_corpus(paragraphs, bar.ems);
        check_rules(f);
        CHECK(f.loose * 1000.0 / f.lines <= bar.loose_per_thousand);
        CHECK(f.stretch <= bar.stretch);
        if (bar.ems == 28) CHECK(f.unit_splits == 0);
    }
}

TEST_CASE("dirty texts with half-width marks are set without a broken rule") {
    const auto paragraphs = seeds();
    if (paragraphs.empty()) {
        WARN("no seeds beside the project: skipped");
        return;
    }
    for (const int ems : {28, 20, 12}) {
        CAPTURE(ems);
        check_rules(measure_corpus(paragraphs, ems));
    }
}

// What shaping and breaking cost: so many characters of a text as one paragraph, 28 em wide. It sees
// the text room itself, because pages take 45,000 characters in a paragraph and this goes further.
// Usage: lines_bench TEXT.txt CHARACTERS RUNS   prints JSON: medians in ms, peak memory in kB
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "text/break_lines.hpp"
#include "text/shape.hpp"

using namespace nianbao;

namespace {

constexpr Length em = Length::millipoints(15750);

// The text again and again, without its line feeds, until it has so many characters.
std::string paragraph_of(const std::string& file, std::size_t characters) {
    std::string text = read_file(file, std::size_t{1} << 30);
    text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
    std::string out;
    for (std::size_t count = 0, at = 0; count < characters; ++count) {
        const std::size_t length = utf8::decode(text, at).length;
        out.append(text, at, length);
        at += length;
        if (at == text.size()) at = 0;
    }
    return out;
}

template <typename Work>
double milliseconds(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> samples) {
    std::sort(samples.begin(), samples.end());
    return samples[samples.size() / 2];
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fputs("usage: lines_bench TEXT.txt CHARACTERS RUNS\n", stderr);
        return 2;
    }
    const std::string text = paragraph_of(arguments[1], static_cast<std::size_t>(std::atoll(arguments[2])));
    const int runs = std::atoi(arguments[3]);
    const text::StyledRun run{.text = text, .style = {}, .language = "zh-Hans"};
    const FontSet fonts = FontSet::bundled();
    const text::LineOptions optimum{.measure = 28 * em, .first_indent = 2 * em};
    text::LineOptions greedy = optimum;
    greedy.style.break_mode = BreakMode::greedy;
    std::vector<double> shaping, breaking, greedily;
    std::size_t lines = 0;
    for (int i = 0; i < runs; ++i) {
        text::ShapedText shaped;
        shaping.push_back(milliseconds([&] { shaped = text::shape(std::span(&run, 1), fonts); }));
        breaking.push_back(milliseconds([&] { lines = text::break_lines(shaped, optimum).size(); }));
        greedily.push_back(milliseconds([&] { text::break_lines(shaped, greedy); }));
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("{\"lines\": %zu, \"shape_ms\": %.3f, \"optimum_ms\": %.3f, \"greedy_ms\": %.3f, \"peak_kb\": %ld}\n", lines,
                median(shaping), median(breaking), median(greedily), usage.ru_maxrss);
}

// The patterns of English, read once, and libhyphen that applies them.
#include "text/hyphenate.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include <hyphen.h>

namespace nianbao::text {

std::string_view english_patterns(); // made by cmake/EmbedPatterns.cmake

namespace {

constexpr int least_before = 2, least_after = 3; // letters

struct Release {
    void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using Patterns = std::unique_ptr<HyphenDict, Release>;

// libhyphen reads files only; this one is in memory.
Patterns read_english() {
    std::string text(english_patterns());
    const std::unique_ptr<std::FILE, Release> file(fmemopen(text.data(), text.size(), "r"));
    return Patterns(file ? hnj_hyphen_load_file(file.get()) : nullptr);
}

// Read only once they are there, so threads share them.
HyphenDict* patterns_of(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    for (const std::string_view served : {"", "en", "zh", "yue"}) {
        if (primary != served) continue;
        static const Patterns english = read_english();
        return english.get();
    }
    return nullptr;
}

} // namespace

std::vector<std::size_t> word_divisions(std::string_view word, std::string_view language) {
    std::vector<std::size_t> divisions;
    HyphenDict* patterns = patterns_of(language);
    if (patterns == nullptr || word.size() < std::size_t{least_before + least_after}) return divisions;
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    const int size = static_cast<int>(lower.size());
    std::string marks(lower.size() + 5, '\0'); // as large as libhyphen asks
    char** replacements = nullptr;
    int *positions = nullptr, *cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate3(
        patterns, lower.c_str(), size, marks.data(), nullptr, &replacements, &positions, &cuts,
        least_before, least_after, least_before, least_after
    );
    for (std::size_t i = 0; failed == 0 && i + 1 < lower.size(); ++i) {
        const bool divides = ((marks[i] - '0') & 1) != 0;
        if (divides && (replacements == nullptr || replacements[i] == nullptr))
            divisions.push_back(i + 1);
    }
    if (replacements != nullptr)
        for (std::size_t i = 0; i < lower.size(); ++i)
            std::free(replacements[i]);
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
    return divisions;
}

} // namespace nianbao::text

// Reads the language, the script and the region of a BCP 47 tag.
#include "text/region.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::text {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return lower(x) == lower(y);
    });
}

} // namespace

// The script says more than the region: zh-Hans-HK is Simplified.
bool is_traditional(std::string_view language) {
    bool chinese = false, region = false;
    for (std::size_t begin = 0; begin <= language.size();) {
        const std::size_t end = std::min(language.find('-', begin), language.size());
        const std::string_view part = language.substr(begin, end - begin);
        if (begin == 0) chinese = same(part, "zh") || same(part, "yue");
        if (same(part, "Hans")) return false;
        if (same(part, "Hant")) return chinese;
        region = region || same(part, "TW") || same(part, "HK") || same(part, "MO");
        begin = end + 1;
    }
    return chinese && region;
}

bool is_written_right_to_left(std::string_view language) {
    constexpr std::string_view languages[] = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"};
    constexpr std::string_view scripts[] = {"Arab", "Hebr", "Syrc", "Thaa"};
    const auto among = [](std::string_view part, const auto& list) {
        return std::any_of(std::begin(list), std::end(list), [&](std::string_view one) { return same(part, one); });
    };
    bool right = false, turkic = false;
    for (std::size_t begin = 0; begin <= language.size();) {
        const std::size_t end = std::min(language.find('-', begin), language.size());
        const std::string_view part = language.substr(begin, end - begin);
        if (begin == 0) {
            right = among(part, languages);
            turkic = same(part, "kk") || same(part, "ky");
        } else if (part.size() == 4) {
            return among(part, scripts); // the script says more than the language
        } else if (turkic && same(part, "CN")) {
            right = true;
        }
        begin = end + 1;
    }
    return right;
}

} // namespace nianbao::text

// Reads the script and the region of a BCP 47 tag.
#include "text/region.hpp"

#include <algorithm>

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

} // namespace nianbao::text

// Sets of code points as written in fonts.json.
#include "font/code_point_ranges.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace nianbao::font {
namespace {

std::optional<char32_t> hexadecimal(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (fault != std::errc() || end != text.data() + text.size() || value > 0x10FFFF)
        return std::nullopt;
    return static_cast<char32_t>(value);
}

} // namespace

std::optional<CodePointRanges> CodePointRanges::parse(std::string_view text) {
    CodePointRanges result;
    while (!text.empty()) {
        const std::size_t blank = text.find(' ');
        const std::string_view item = text.substr(0, blank);
        text = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
        const std::size_t dash = item.find('-');
        const auto first = hexadecimal(item.substr(0, dash));
        const auto last =
            dash == std::string_view::npos ? first : hexadecimal(item.substr(dash + 1));
        if (!first || !last || *last < *first) return std::nullopt;
        if (!result.ranges_.empty() && *first <= result.ranges_.back().second) return std::nullopt;
        result.ranges_.emplace_back(*first, *last);
    }
    return result;
}

bool CodePointRanges::contain(char32_t code_point) const {
    if (ranges_.empty() || code_point < ranges_.front().first || code_point > ranges_.back().second)
        return false;
    const auto after = std::upper_bound(
        ranges_.begin(), ranges_.end(), code_point,
        [](char32_t c, const auto& range) { return c < range.first; }
    );
    return after != ranges_.begin() && code_point <= std::prev(after)->second;
}

} // namespace nianbao::font

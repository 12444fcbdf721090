// Sets of code points as written in fonts.json: "2460-24FF 3007".
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::font {

class CodePointRanges {
public:
    // Hexadecimal, ascending, separated by one blank; nothing when it is not that.
    static std::optional<CodePointRanges> parse(std::string_view text);

    bool empty() const { return ranges_.empty(); }
    bool contain(char32_t code_point) const;

private:
    std::vector<std::pair<char32_t, char32_t>> ranges_; // first and last, ascending
};

} // namespace nianbao::font

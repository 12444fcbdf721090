// UAX #9 rule by rule, as the annex is written and without any library: what FriBidi and our lines are held against.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace nianbao::text {

// Classes and brackets of Debian's unicode-data; without the files nothing can be compared.
class BidiReference {
public:
    BidiReference();
    bool has_data() const { return !classes_.empty(); }

    static constexpr int removed = -1; // by X9

    // Rules X1 to I2 on one paragraph without its separator.
    std::vector<int> levels(const std::u32string& text, int base) const;
    // L1 on the line [begin, end) of it.
    std::vector<int> on_line(const std::u32string& text, std::vector<int> levels, int base, std::size_t begin, std::size_t end) const;
    // And L2: the places of what is not removed, from left to right.
    std::vector<std::size_t> order(const std::u32string& text, const std::vector<int>& paragraph, int base, std::size_t begin, std::size_t end) const;

private:
    struct Range {
        char32_t first, last;
        std::string name;
    };
    struct Bracket {
        char32_t character, pair;
        bool opens;
    };
    std::string class_of(char32_t c) const;
    const Bracket* bracket(char32_t c) const;
    using Names = std::vector<std::string>; // of classes
    int first_strong(const Names& classes, std::size_t begin, std::size_t end) const;
    void embed(const Names& original, int base, Names& classes, std::vector<int>& level) const;
    std::vector<std::pair<std::size_t, std::size_t>>
    pairs(const std::u32string& text, const Names& c, const std::vector<std::size_t>& at) const;

    std::vector<Range> classes_ = {};
    std::vector<Bracket> brackets_ = {};
};

} // namespace nianbao::text

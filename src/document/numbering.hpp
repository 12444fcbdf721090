// Ordinals (序数): 一、（一） 1. （1） and the styles of lists.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <nianbao/document.hpp>

namespace nianbao::document {

// 1 → 一, 10 → 十, 21 → 二十一, to 9999.
std::string chinese_number(int number);

// The numeral of a heading, GB/T 9704—2012 7.3.3: level 1 一、 2 （一） 3 1. 4 （1）.
std::string heading_numeral(int level, int number);

// The numeral of a list item in the style "1." "1、" "（1）" "①" "一是": the first 1, ① or 一 of the
// style is replaced. Throws LayoutError for a style without one, or a number the style cannot write.
std::string list_numeral(std::string_view style, int number);

// Counts headings in order of the blocks. A heading of a higher level starts the lower ones again.
class HeadingCounter {
public:
    // The numeral to print: given ones as they are (and counted when not empty), others generated.
    // Throws LayoutError (HEADING-LEVEL) for a level that is not 1 to 4.
    std::string next(const Heading& heading);

private:
    std::array<int, 4> counts_ = {};
};

// The document with every heading's numeral written out.
Document numbered(Document document);

}  // namespace nianbao::document

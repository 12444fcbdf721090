// The section of a format that a level 1 head of a text stands for.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/format_data.hpp"

namespace nianbao::intake {

// A head that contains all `words` (parted by a bar) is the section `key`.
struct SectionWords {
    std::string_view key;
    std::u32string_view words;
};
std::span<const SectionWords> section_words();  // section_words_table.cpp

// Key of a section of `format`, or empty. The heads vary: 五、存在问题及改进情况 is the section
// 存在的主要问题及改进情况.
std::string section_of_head(const report::Format& format, const std::string& head);

}  // namespace nianbao::intake

// What a web page puts around a text: advertising, breadcrumbs, counters, footers (页面残留).
#pragma once

#include <span>
#include <string_view>

#include "intake/notes.hpp"
#include "intake/source_text.hpp"

namespace nianbao::intake {

enum class Zone { head, foot };

// A line with `mark` in that zone is no part of the text.
struct FurnitureMark {
    Zone zone;
    std::u32string_view mark;
};
std::span<const FurnitureMark> furniture_marks();  // furniture_table.cpp

// Whether a line before the text, or after it, is furniture.
bool is_furniture(const SourceChars& chars, Zone zone);

// Leaves out furniture before and behind the text; each line is a finding IMPORT-FURNITURE.
SourceLines without_furniture(const SourceLines& lines, Notes& notes);

}  // namespace nianbao::intake

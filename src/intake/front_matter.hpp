// Title, organ, date and year before a text, and the signature behind it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/notes.hpp"
#include "intake/source_text.hpp"

namespace nianbao::intake {

struct FrontMatter {
    std::vector<SourceLine> title = {};   // 标题, one or two lines
    std::string organ = {};               // 发布机关
    std::optional<SourceLine> salutation = {};  // 主送机关, with its colon
    std::optional<int> year = {};         // 报告年度
    std::string issued = {};              // YYYY-MM-DD or empty
    std::optional<SourceLine> signature_organ = {}, signature_date = {};  // 落款
    SourceLines body = {};                // what stands between
};

// Lines without empty ones. What becomes data (来源, a date of publication) is a finding IMPORT-METADATA.
FrontMatter front_matter_of(const SourceLines& lines, Notes& notes);

// 2024 of the first 2024年 in a text.
std::optional<int> year_in(const std::u32string& text);

}  // namespace nianbao::intake

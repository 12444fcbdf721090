// Words by which the heads of the official sections are known in all their variants.
#include "intake/sections.hpp"

namespace nianbao::intake {

std::span<const SectionWords> section_words() {
    static constexpr SectionWords rows[] = {
        {"overview", U"总体情况"},
        {"overview", U"工作基本情况"},
        {"proactive", U"主动公开|情况"},
        {"applications", U"收到|处理|申请"},
        {"disputes", U"行政复议|行政诉讼"},
        {"problems", U"问题|改进"},
        {"other_matters", U"其他|报告|事项"},
    };
    return rows;
}

}  // namespace nianbao::intake

// Names and penalties of line ends.
#include "text/line_end.hpp"

#include <array>

namespace nianbao::text {
namespace {

struct Row {
    std::string_view name;
    std::int32_t penalty;
};

// In the order of LineEnd.
constexpr std::array<Row, static_cast<std::size_t>(LineEnd::emergency) + 1> rows{{
    {"the paragraph", 0},
    {"at a line feed", 0},
    {"freely", 0},
    {"inside a date", 10},
    {"inside a Han numeral", 10},
    {"after an approximate number", 20},
    {"inside an address", 20},
    {"after a typed hyphen", 60},
    {"before a dash or an ellipsis", 60},
    {"between number and measure word", 120}, // dearer than a tenth of an em in each gap
    {"inside a word, hyphen shown", 135},     // two in a row cost it once more
    {"between three marks", 800},             // dearer than a fifth of an em in each gap
    {"inside what is unbreakable", 10000},
}};

} // namespace

std::int32_t penalty_of(LineEnd end) {
    return rows[static_cast<std::size_t>(end)].penalty;
}

std::string_view name_of(LineEnd end) {
    return rows[static_cast<std::size_t>(end)].name;
}

} // namespace nianbao::text

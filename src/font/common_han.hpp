// The Han characters by which a face's vertical middle is measured.
#pragma once

#include <string_view>

namespace nianbao::font {

// The five hundred most frequent of running text, commonest first.
extern const std::u32string_view common_han;

} // namespace nianbao::font

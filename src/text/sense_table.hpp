// Words that titles of official documents are made of, to break them by sense (GB/T 9704—2012 7.3.1).
#pragma once

#include <span>
#include <string_view>

namespace nianbao::text {

std::span<const std::u32string_view> title_words();      // never divided
std::span<const std::u32string_view> organ_endings();    // a good place comes after
std::span<const std::u32string_view> leaning_words();    // 的 和 关于: never last in a line
std::u32string_view suffixes();                          // 的 局 市: never first in a line

}  // namespace nianbao::text

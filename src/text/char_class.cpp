// Looks a code point up in the class table.
#include "text/char_class.hpp"

#include <algorithm>
#include <array>

#include "text/scripts.hpp"
#include "text/unicode_data.hpp"

namespace nianbao::text {
namespace {

CharClass search(char32_t code_point) {
    const auto table = class_table();
    const auto* end = table.begin + table.size;
    const auto* row =
        std::lower_bound(table.begin, end, code_point, [](const ClassRange& r, char32_t c) {
            return r.last < c;
        });
    if (row != end && row->first <= code_point) return row->value;
    if (data_of(code_point).ignorable) return CharClass::ignorable;
    // Alphabets stand below U+2000; symbols and Han writing above (UAX #14: AL, ID).
    if (code_point < 0x2000 || is_of_own_script(code_point)) return CharClass::letter;
    return CharClass::han;
}

std::array<CharClass, 256> first_block() {
    std::array<CharClass, 256> classes{};
    for (char32_t c = 0; c < 256; ++c)
        classes[c] = search(c);
    return classes;
}

} // namespace

CharClass class_of(char32_t code_point) {
    static const std::array<CharClass, 256> low = first_block();
    if (code_point < 256) return low[code_point];
    if (code_point >= 0x3400 && code_point <= 0x9FFF) return CharClass::han;
    return search(code_point);
}

} // namespace nianbao::text

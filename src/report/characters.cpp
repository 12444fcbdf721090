// Characters of a text that a reader cannot see, or that mean something else elsewhere.
#include "report/characters.hpp"

#include <utility>

#include <fmt/format.h>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/utf8.hpp"

namespace nianbao::report {

namespace {

constexpr std::size_t longest_text = std::size_t{1} << 20;  // bytes

struct Range {
    char32_t first, last;
};

// Default_Ignorable_Code_Point (Unicode 15) without variation selectors, which choose a form, and
// the separators U+2028 and U+2029 and the annotation and object controls U+FFF9 to U+FFFC.
constexpr Range invisible[] = {{0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
                               {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
                               {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFC}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
                               {0xE0000, 0xE00FF}, {0xE01F0, 0xE0FFF}};
// Joiners, vowel separators and marks of direction, which the writings of `joining` need.
constexpr Range shaping[] = {{0x061C, 0x061C}, {0x180E, 0x180E}, {0x200C, 0x200F}, {0x2066, 0x2069}};
// Hebrew, Arabic, Syriac and their extensions; Tibetan and the scripts of India; Mongolian.
constexpr Range joining[] = {{0x0590, 0x08FF}, {0x0900, 0x0FFF}, {0x1800, 0x18AF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}};
constexpr Range private_use[] = {{0xE000, 0xF8FF}, {0xF0000, 0xFFFFD}, {0x100000, 0x10FFFD}};

template <std::size_t count>
bool in(char32_t c, const Range (&ranges)[count]) {
    for (const Range& range : ranges) {
        if (c >= range.first && c <= range.last) return true;
    }
    return false;
}

}  // namespace

// A byte order mark and private use are faults: PDF/A-2 cannot carry them (ISO 19005-2, 6.2.11.7).
void check_text(Reading& reading, const Node& node) {
    const std::string& text = node.value->text;
    reading.remember(node);
    if (text.size() > longest_text) {
        throw LimitError("LIMIT-TEXT", node.pointer, say("LIMIT-TEXT", {{"where", node.pointer}, {"limit", longest_text}}));
    }
    char32_t before = 0;
    bool told_invisible = false, told_mark = false, told_private = false, told_tab = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const utf8::Decoded next = utf8::decode(text, offset);
        offset += next.length;
        const char32_t previous = std::exchange(before, next.code_point);
        const auto name = [&] { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(next.code_point)); };
        if (next.code_point == U'\t' && !told_tab) {
            told_tab = true;
            reading.fault("TEXT-TAB", node);
        } else if (next.code_point == U'\uFEFF' && !told_mark) {
            told_mark = true;
            reading.fault("CHAR-INVISIBLE", node, {.found = name()});
        } else if (next.code_point < 0xAD || (next.code_point >= 0x3165 && next.code_point < 0xE000)) {
            continue;
        } else if (in(next.code_point, shaping) &&
                   (in(previous, joining) || (offset < text.size() && in(utf8::decode(text, offset).code_point, joining)))) {
            continue;
        } else if (!told_invisible && in(next.code_point, invisible)) {
            told_invisible = true;
            reading.note("CHAR-INVISIBLE", Severity::warning, node, {.found = name()});
        } else if (!told_private && in(next.code_point, private_use)) {
            told_private = true;
            reading.fault("CHAR-PRIVATE", node, {.found = name()});
        }
    }
}

}  // namespace nianbao::report

// Scripts beside Han, Latin, Greek and Cyrillic, by the blocks of Unicode 15.
#include "text/scripts.hpp"

#include "base/utf8.hpp"
#include "text/bidi.hpp"

namespace nianbao::text {

bool is_of_own_script(char32_t c) {
    if (c < 0x0530) return false;
    if (c < 0x1100) return true;                    // Armenian to Georgian
    if (c < 0x1D00) return c >= 0x1200;             // Ethiopic to Vedic; not the jamo
    if (c < 0x2C00) return false;                   // Latin and Greek extensions, symbols
    if (c < 0x2E00) return !(c >= 0x2C60 && c < 0x2C80) && c < 0x2DE0;  // Glagolitic, Coptic, …
    if (c < 0xA4D0) return false;                   // Han, kana, Yi
    if (c < 0xAC00) {
        const bool latin = (c >= 0xA640 && c < 0xA6A0) || (c >= 0xA700 && c < 0xA800) ||
                           (c >= 0xAB30 && c < 0xAB70);
        return !latin && !(c >= 0xA960 && c < 0xA980); // Lisu, Phags-pa, …; not the jamo
    }
    if (c < 0xFB13) return false;                   // Hangul, private use, Han
    if (c < 0xFE00) return true;                    // presentation forms
    if (c < 0x10000) return c >= 0xFE70 && c < 0xFEFF;
    if (c < 0x16FE0) return true;                   // Linear B to Miao
    return c >= 0x1E000 && c < 0x1F000 && !(c >= 0x1E030 && c < 0x1E090);
}

bool needs_script_runs(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        // Below U+0500, and from U+3000 to U+9FFF, by the first byte.
        const bool plain = lead < 0xD4 || (lead >= 0xE3 && lead <= 0xE9);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (!plain) {
            const char32_t c = utf8::decode(utf8, at).code_point;
            if (is_of_own_script(c) || turns_direction(c)) return true;
        }
        at += length;
    }
    return false;
}

bool is_syllable_mark(char32_t c) {
    return c == 0x0F0B;
}

} // namespace nianbao::text

// Which writing a character belongs to when it stands alone.
#include "text/writing.hpp"

#include "text/char_class.hpp"
#include "text/class_set.hpp"
#include "text/scripts.hpp"

namespace nianbao::text {

Writing writing_of(char32_t c) {
    if (c < 0x80) return c <= 0x20 ? Writing::none : Writing::latin;
    if (c >= 0x3000) return is_of_own_script(c) ? Writing::latin : Writing::han;
    switch (c) {
    case 0x00B0:
    case 0x00B1:
    case 0x00D7:
    case 0x00F7:
    case 0x2032:
    case 0x2033:
    case 0x2212:
        return Writing::technical;
    case 0x00B7:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2025:
    case 0x2026:
    case 0x2027:
        return Writing::shared;
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
        return Writing::quote;
    case 0x2030: // ‰ belongs to the digits before it (spec/fonts 5, rule 5)
        return Writing::latin;
    default:
        break;
    }
    constexpr ClassSet silent{
        CharClass::space, CharClass::glue, CharClass::zero_width_space, CharClass::newline,
        CharClass::ignorable};
    if (silent.has(class_of(c))) return Writing::none;
    if (c < 0x2000)
        return c >= 0x1100 && c < 0x1200 ? Writing::han : Writing::latin; // jamo are set as Han
    if (c >= 0x2010 && c <= 0x2011) return Writing::latin;
    if (c == 0x2039 || c == 0x203A || (c >= 0x2070 && c < 0x2100))
        return Writing::latin; // superscripts, currencies
    return Writing::han;
}

} // namespace nianbao::text

// Parses a decimal and its unit without floating point.
#include "template/length_text.hpp"

#include <cstdint>

namespace nianbao::templating {

namespace {

constexpr std::int64_t largest = 14'400'000;  // millipoints

// A decimal: value / scale. At most six digits on either side of the point.
struct Decimal {
    std::int64_t value = 0, scale = 1;
    std::size_t length = 0;  // characters read; 0 = not a decimal
};

Decimal read_decimal(std::string_view text) {
    Decimal out;
    std::size_t whole = 0, fraction = 0, i = 0;
    const auto digit = [&] { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (; digit(); ++i, ++whole) out.value = out.value * 10 + (text[i] - '0');
    if (i < text.size() && text[i] == '.') {
        for (++i; digit(); ++i, ++fraction, out.scale *= 10) out.value = out.value * 10 + (text[i] - '0');
        if (fraction == 0) return {};
    }
    if (whole == 0 || whole > 6 || fraction > 6) return {};
    out.length = i;
    return out;
}

// How many millipoints one unit has: numerator / denominator. Denominator 0: no such unit.
struct Unit {
    std::int64_t numerator = 0, denominator = 0;
};

Unit unit_of(std::string_view name, std::optional<Length> em) {
    if (name == "pt") return {1000, 1};
    if (name == "mm") return {720'000, 254};
    if (name == "cm") return {7'200'000, 254};
    if (name == "em" && em) return {em->count(), 1};
    return {};
}

}  // namespace

ParsedLength parse_length(std::string_view text, std::optional<Length> em) {
    for (const NamedTypeSize& named : named_type_sizes()) {
        if (text == named.name) return {named.size, LengthFault::none};
    }
    const Decimal decimal = read_decimal(text.substr(0, 14));
    if (decimal.length == 0) return {{}, LengthFault::syntax};
    const std::string_view name = text.substr(decimal.length);
    const Unit unit = unit_of(name, em);
    if (unit.denominator == 0) {
        const bool bare_zero = name.empty() && decimal.value == 0;
        if (bare_zero) return {};
        return {{}, name == "em" ? LengthFault::no_em : LengthFault::syntax};
    }
    const std::int64_t divisor = decimal.scale * unit.denominator;
    const std::int64_t count = (decimal.value * unit.numerator + divisor / 2) / divisor;
    if (count > largest) return {{}, LengthFault::range};
    return {Length::millipoints(count), LengthFault::none};
}

}  // namespace nianbao::templating

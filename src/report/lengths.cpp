// Decimal numbers without floating point.
#include "report/lengths.hpp"

#include <algorithm>
#include <string>

namespace nianbao::report {

std::optional<std::int64_t> thousandths_of(std::string_view text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point < text.size() ? text.substr(point + 1) : std::string_view("0");
    if (whole.empty() || whole.size() > 5 || part.empty() || part.size() > 3) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : std::string(whole) + std::string(part)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    for (std::size_t i = part.size(); i < 3; ++i) value *= 10;
    return value;
}

std::optional<Length> length_of(std::string_view text) {
    if (text.size() < 3) return std::nullopt;
    const std::string_view unit = text.substr(text.size() - 2);
    const auto value = thousandths_of(text.substr(0, text.size() - 2));
    if (!value || *value == 0) return std::nullopt;
    if (unit == "pt") return Length::millipoints(*value);
    // 1 mm = 72/25.4 pt, so thousandths of it are that many millipoints.
    if (unit == "mm") return Length::millipoints((*value * 720 + 127) / 254);
    return std::nullopt;
}

}  // namespace nianbao::report

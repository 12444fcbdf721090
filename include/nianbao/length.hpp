// Length: a distance on paper, counted in whole millipoints so that sums are exact.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include <nianbao/export.hpp>

namespace nianbao {

// One int32 count of millipoints (1/1000 pt; 1 pt = 1/72 inch). Range ± 2 147 483 pt.
// Example: `26_mm + 3 * 15.75_pt`.
class Length {
public:
    constexpr Length() = default;

    static constexpr Length millipoints(std::int64_t count) {
        return Length(static_cast<std::int32_t>(count));
    }
    // Rounded half away from zero to a whole millipoint.
    static constexpr Length points(long double pt) { return millipoints(rounded(pt * 1000)); }
    static constexpr Length millimetres(long double mm) {
        return millipoints(rounded(mm * 72000 / 25.4L));
    }

    constexpr std::int32_t count() const { return millipoints_; }
    constexpr double in_points() const { return millipoints_ / 1000.0; }

    constexpr Length& operator+=(Length b) { millipoints_ += b.millipoints_; return *this; }
    constexpr Length& operator-=(Length b) { millipoints_ -= b.millipoints_; return *this; }
    friend constexpr Length operator+(Length a, Length b) { return a += b; }
    friend constexpr Length operator-(Length a, Length b) { return a -= b; }
    friend constexpr Length operator-(Length a) { return millipoints(-std::int64_t{a.count()}); }
    friend constexpr Length operator*(Length a, std::int64_t n) { return millipoints(a.count() * n); }
    friend constexpr Length operator*(std::int64_t n, Length a) { return a * n; }
    friend constexpr Length operator/(Length a, std::int64_t n) { return millipoints(a.count() / n); }
    friend constexpr auto operator<=>(Length, Length) = default;

    // a × numerator / denominator, rounded half away from zero; exact in 64 bits.
    constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
        const std::int64_t product = std::int64_t{millipoints_} * numerator;
        const std::int64_t half = denominator / 2;
        return millipoints((product >= 0 ? product + half : product - half) / denominator);
    }

private:
    constexpr explicit Length(std::int32_t count) : millipoints_(count) {}
    static constexpr std::int64_t rounded(long double value) {
        return static_cast<std::int64_t>(value < 0 ? value - 0.5L : value + 0.5L);
    }
    std::int32_t millipoints_ = 0;
};

namespace literals {
constexpr Length operator""_pt(unsigned long long v) { return Length::millipoints(static_cast<std::int64_t>(v) * 1000); }
constexpr Length operator""_pt(long double v) { return Length::points(v); }
constexpr Length operator""_mm(unsigned long long v) { return Length::millimetres(static_cast<long double>(v)); }
constexpr Length operator""_mm(long double v) { return Length::millimetres(v); }
}  // namespace literals

// Points as PDF wants them, no trailing zeros, never an exponent: 16000 → "16", 10500 → "10.5".
NIANBAO_API std::string to_string(Length);

}  // namespace nianbao

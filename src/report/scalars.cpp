// Single values of the input: numbers of a table, dates, choices.
#include "report/scalars.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "base/messages.hpp"
#include "base/nearest.hpp"
#include "base/utf8.hpp"
#include "report/characters.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

constexpr std::int64_t largest_count = 1'000'000'000'000;
constexpr std::size_t longest_amount = 30;  // digits; more is no sum of money

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool is_decimal(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) return all_digits(text);
    return all_digits(text.substr(0, point)) && all_digits(text.substr(point + 1));
}

// "+12", "-8", "0": at most 13 digits, so that it fits.
bool is_signed(std::string_view text) {
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    return all_digits(text) && text.size() <= 13;
}

std::optional<std::int64_t> signed_number(std::string_view text) {
    std::int64_t value = 0;
    if (!is_signed(text)) return std::nullopt;
    if (text.front() == '+') text.remove_prefix(1);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value > largest_count || value < -largest_count ? std::nullopt : std::optional(value);
}

// A decimal with a unit of money behind it.
bool is_quantity(std::string_view text) {
    for (const std::string_view unit : {"亿元", "百万元", "万元", "千元", "元"}) {
        if (text.size() > unit.size() && text.ends_with(unit)) return is_decimal(text.substr(0, text.size() - unit.size()));
    }
    return is_decimal(text);
}

// The text with fullwidth digits, signs and full stop as ASCII; equal when it has none.
std::string halfwidth(const std::string& text) {
    std::string out;
    for (const char32_t c : utf8::to_utf32(text)) {
        if (c >= U'０' && c <= U'９') out += static_cast<char>('0' + (c - U'０'));
        else if (c == U'．') out += '.';
        else if (c == U'＋') out += '+';
        else if (c == U'－' || c == U'\u2212') out += '-';
        else utf8::append(out, c);
    }
    return out;
}

// A number in fullwidth digits is a slip of the input method, never meant.
bool is_fullwidth_number(Reading& reading, const Node& node, bool (*is_sound)(std::string_view)) {
    const std::string ascii = halfwidth(node.value->text);
    if (ascii == node.value->text || !is_sound(ascii)) return false;
    reading.fault("FULLWIDTH-DIGITS", node, {.found = shown(*node.value), .suggestion = ascii});
    return true;
}

CellValue cell_at(const Node& node, CellKind kind, std::string shown_text) {
    CellValue cell;
    cell.kind = kind;
    cell.shown = std::move(shown_text);
    cell.pointer = node.pointer;
    cell.line = node.value->position.line;
    cell.column = node.value->position.column;
    return cell;
}

// "12.0" and "1200e-2" are 12, told as a suggestion; "1.5" is nothing whole.
std::string whole_part(const std::string& number) {
    const std::size_t point = number.find('.');
    if (point == std::string::npos || !is_decimal(number)) return {};
    return number.find_first_not_of('0', point + 1) == std::string::npos ? number.substr(0, point) : std::string();
}

// A number that stands where a count stands; its fault is told.
void check_count(Reading& reading, const Node& node) {
    const json::Value& value = *node.value;
    const Detail detail{.expected = in_both("0–1000000000000"), .found = shown(value)};
    if (value.text.starts_with('-')) {
        Detail negative = detail;
        if (value.text == "-0") negative.suggestion = "0";
        return reading.fault("COUNT-NEGATIVE", node, negative);
    }
    if (value.is(Kind::real)) {
        Detail fraction = detail;
        fraction.suggestion = whole_part(value.text);
        return reading.fault("COUNT-FRACTION", node, fraction);
    }
    if (value.out_of_range || value.integer > largest_count) reading.fault("COUNT-RANGE", node, detail);
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool is_date(std::string_view text) {
    if ((text.size() != 7 && text.size() != 10) || text[4] != '-' || !all_digits(text.substr(0, 4)) ||
        !all_digits(text.substr(5, 2))) {
        return false;
    }
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + length, value);
        return value;
    };
    const int month = number(5, 2);
    if (month < 1 || month > 12 || number(0, 4) == 0) return false;
    if (text.size() == 7) return true;
    if (text[7] != '-' || !all_digits(text.substr(8))) return false;
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int last = month == 2 && is_leap(number(0, 4)) ? 29 : days[month - 1];
    return number(8, 2) >= 1 && number(8, 2) <= last;
}

}  // namespace

CellValue read_count(Reading& reading, const Node& node) {
    const json::Value& value = *node.value;
    if (value.is(Kind::null)) return cell_at(node, CellKind::missing, "");
    if (value.is(Kind::string)) {
        check_text(reading, node);
        if (!reading.as_printed()) is_fullwidth_number(reading, node, all_digits);
        return cell_at(node, CellKind::text, value.text);
    }
    CellValue cell = cell_at(node, CellKind::count, value.text);
    if (value.is(Kind::integer) || value.is(Kind::real)) check_count(reading, node);
    else reading.wrong_type(node, "EXPECTED-COUNT");
    cell.number = value.integer;
    return cell;
}

CellValue read_amount(Reading& reading, const Node& node) {
    const json::Value& value = *node.value;
    if (value.is(Kind::null)) return cell_at(node, CellKind::missing, "");
    const bool is_text = value.is(Kind::string);
    if (is_text && !is_decimal(value.text)) {
        check_text(reading, node);
        if (!reading.as_printed()) is_fullwidth_number(reading, node, is_decimal);
        return cell_at(node, CellKind::text, value.text);
    }
    if (!is_text && !value.is(Kind::integer) && !value.is(Kind::real)) {
        reading.wrong_type(node, "EXPECTED-AMOUNT");
    } else if (!is_decimal(value.text)) {
        reading.fault("AMOUNT", node, {.expected = say("EXPECTED-AMOUNT"), .found = shown(value)});
    } else if (value.text.size() > longest_amount) {
        reading.fault("AMOUNT-LONG", node, {.expected = in_both(std::to_string(longest_amount)), .found = shown(value)});
    }
    return cell_at(node, CellKind::amount, value.text);
}

CellValue read_signed_count(Reading& reading, const Node& node) {
    const json::Value& value = *node.value;
    const Detail detail{.expected = in_both("±1000000000000"), .found = shown(value)};
    if (value.is(Kind::null)) return cell_at(node, CellKind::missing, "");
    if (value.is(Kind::string)) {
        check_text(reading, node);
        const auto number = signed_number(value.text);
        if (!number && !reading.as_printed()) is_fullwidth_number(reading, node, is_signed);
        CellValue cell = cell_at(node, number ? CellKind::count : CellKind::text, value.text);
        cell.number = number.value_or(0);
        return cell;
    }
    if (value.is(Kind::real)) reading.fault("COUNT-FRACTION", node, detail);
    else if (!value.is(Kind::integer)) reading.wrong_type(node, "EXPECTED-SIGNED");
    else if (value.out_of_range || std::abs(value.integer) > largest_count) reading.fault("COUNT-RANGE", node, detail);
    CellValue cell = cell_at(node, CellKind::count, value.text == "-0" ? "0" : value.text);
    cell.number = value.integer;
    return cell;
}

CellValue read_quantity(Reading& reading, const Node& node) {
    if (!node.is(Kind::string)) return read_amount(reading, node);
    if (is_quantity(node.value->text)) return cell_at(node, CellKind::amount, node.value->text);
    check_text(reading, node);
    if (!reading.as_printed()) is_fullwidth_number(reading, node, is_quantity);
    return cell_at(node, CellKind::text, node.value->text);
}

CellValue read_number(Reading& reading, const Node& node, FieldKind kind) {
    if (kind == FieldKind::signed_count) return read_signed_count(reading, node);
    if (kind == FieldKind::amount) return read_amount(reading, node);
    if (kind == FieldKind::quantity) return read_quantity(reading, node);
    return read_count(reading, node);
}

std::optional<int> read_year(Reading& reading, const Node& node) {
    const json::Value& value = *node.value;
    if (value.is(Kind::string)) {
        if (is_fullwidth_number(reading, node, all_digits)) return std::nullopt;
        reading.wrong_type(node, "EXPECTED-YEAR", all_digits(value.text) ? value.text : std::string());
        return std::nullopt;
    }
    if (!value.is(Kind::integer) && !value.is(Kind::real)) {
        reading.wrong_type(node, "EXPECTED-YEAR");
        return std::nullopt;
    }
    if (value.is(Kind::real) || value.out_of_range || value.integer < 2008 || value.integer > 2100) {
        reading.fault("YEAR", node, {.expected = in_both("2008–2100"), .found = shown(value), .suggestion = whole_part(value.text)});
        return std::nullopt;
    }
    return static_cast<int>(value.integer);
}

std::string read_date(Reading& reading, const Node& node) {
    if (!node.is(Kind::string)) {
        reading.wrong_type(node, "EXPECTED-DATE");
        return {};
    }
    reading.remember(node);
    if (is_date(node.value->text)) return node.value->text;
    if (!is_fullwidth_number(reading, node, is_date)) reading.fault("DATE", node, {.expected = in_both("YYYY-MM-DD"), .found = shown(*node.value)});
    return {};
}

std::optional<std::size_t> read_choice(Reading& reading, const Node& node, const std::vector<std::string>& choices) {
    if (!node.is(Kind::string)) {
        reading.wrong_type(node, "EXPECTED-TEXT");
        return std::nullopt;
    }
    const auto found = std::find(choices.begin(), choices.end(), node.value->text);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    const std::string all = fmt::format("{}", fmt::join(choices, ", "));
    reading.fault("ENUM", node, {.expected = in_both(all), .found = shown(*node.value),
                                 .suggestion = nearest(node.value->text, choices)});
    return std::nullopt;
}

std::optional<int> read_integer(Reading& reading, const Node& node, int least, int most) {
    const json::Value& value = *node.value;
    if (!value.is(Kind::integer)) {
        reading.wrong_type(node, "EXPECTED-INTEGER");
        return std::nullopt;
    }
    if (value.out_of_range || value.integer < least || value.integer > most) {
        const std::string range = fmt::format("{}–{}", least, most);
        reading.fault("NUMBER-RANGE", node, {.expected = in_both(range), .found = shown(value)});
        return std::nullopt;
    }
    return static_cast<int>(value.integer);
}

bool read_flag(Reading& reading, const Node& node) {
    if (!node.is(Kind::boolean)) reading.wrong_type(node, "EXPECTED-FLAG");
    return node.value->boolean;
}

}  // namespace nianbao::report

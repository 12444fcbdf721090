// Checks for numbers of persons that have no place in a published report.
#include "report/check_texts.hpp"

#include <algorithm>

#include "report/han.hpp"

namespace nianbao::report {

namespace {

// Digits in a row; those of a bank card may stand in groups.
struct Number {
    std::size_t begin = 0, end = 0;  // in the text
    std::string digits = {};
};

// Runs of digits that touch no other letter or digit. `grouped`: single spaces between four digits are passed over.
std::vector<Number> numbers_in(const std::u32string& chars, bool grouped) {
    std::vector<Number> out;
    for (std::size_t i = 0; i < chars.size();) {
        if (!is_ascii_digit(chars[i])) {
            ++i;
            continue;
        }
        Number number{.begin = i};
        const bool glued = is_ascii_alnum(char_before(chars, i)) || is_one_of(char_before(chars, i), U".-/_@");
        while (i < chars.size()) {
            if (is_ascii_digit(chars[i])) number.digits += static_cast<char>(chars[i]);
            else if (!(grouped && chars[i] == U' ' && number.digits.size() % 4 == 0 && is_ascii_digit(char_at(chars, i + 1)))) break;
            ++i;
        }
        number.end = i;
        if (!glued) out.push_back(std::move(number));
    }
    return out;
}

bool ends_freely(const std::u32string& chars, std::size_t end) { return !is_ascii_alnum(char_at(chars, end)); }

std::string starred(const std::string& text) {
    std::string out = text;
    for (std::size_t i = 3; i + 2 < out.size(); ++i) out[i] = '*';
    return out;
}

bool is_date_of_birth(std::string_view digits) {
    const auto value = [&](std::size_t at, std::size_t length) { return std::stoi(std::string(digits.substr(at, length))); };
    const int year = value(0, 4), month = value(4, 2), day = value(6, 2);
    return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// GB 11643—1999: ISO 7064 MOD 11-2 over the first seventeen digits.
char check_character(std::string_view seventeen) {
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) sum += (seventeen[i] - '0') * weights[i];
    return "10X98765432"[sum % 11];
}

// ISO/IEC 7812-1, annex B (Luhn).
bool passes_luhn(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

}  // namespace

void check_identity_numbers(const TextCheck& check) {
    for (const TextPiece& text : check.texts) {
        for (const Number& number : numbers_in(text.chars, false)) {
            std::string whole = number.digits;
            std::size_t end = number.end;
            if (whole.size() == 17 && is_one_of(char_at(text.chars, end), U"Xx")) {
                whole += 'X';
                ++end;
            }
            if (whole.size() != 18 || !ends_freely(text.chars, end)) continue;
            if (!is_date_of_birth(std::string_view(whole).substr(6, 8)) || check_character(whole) != whole.back()) continue;
            check.find_masked(text, number.begin, starred(whole));
        }
    }
}

void check_mobile_numbers(const TextCheck& check) {
    for (const TextPiece& text : check.texts) {
        for (const Number& number : numbers_in(text.chars, false)) {
            const std::string& digits = number.digits;
            const bool is_mobile = digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
            if (is_mobile && ends_freely(text.chars, number.end)) check.find_masked(text, number.begin, starred(digits));
        }
    }
}

void check_bank_cards(const TextCheck& check) {
    for (const TextPiece& text : check.texts) {
        for (const Number& number : numbers_in(text.chars, true)) {
            const std::string& digits = number.digits;
            if (digits.size() < 16 || digits.size() > 19 || !ends_freely(text.chars, number.end)) continue;
            if (digits[0] < '3' || digits[0] > '6' || !passes_luhn(digits)) continue;
            // Eighteen digits with a date of birth are an identity number, told by its own rule.
            if (digits.size() == 18 && is_date_of_birth(std::string_view(digits).substr(6, 8)) && check_character(digits) == digits.back()) continue;
            check.find_masked(text, number.begin, starred(digits));
        }
    }
}

}  // namespace nianbao::report

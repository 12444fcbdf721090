// Numbers of a table column on a common digit or decimal point (CY/T 170—2019).
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/fit_table.hpp"

namespace nianbao::layout {

// Where a number is aligned: byte offsets in its text.
struct NumberPoints {
    bool range = false;          // two numbers joined by ～ or —: aligned at that mark
    std::size_t decimal = 0;     // before the decimal point, or behind the last digit
    std::size_t last_digit = 0;  // behind the last digit
};

// A number has digits, perhaps in groups (1,234 or 1 234), perhaps a sign before and up to three other
// characters behind (% ‰ ①). Nothing for any other text.
std::optional<NumberPoints> number_points(std::string_view text);

// The numbers of the columns that align them. Each column's numbers stand as one block in its middle;
// ranges make a block of their own.
class NumberColumns {
public:
    NumberColumns(const TableTexts& texts, const FittedTable& fitted);

    // The width of the block a cell belongs to; nothing when it is no number of such a column.
    std::optional<Length> width(std::size_t cell) const;
    // How far from the left edge of the block the text of the cell begins.
    Length begin(std::size_t cell) const;

private:
    struct Sides {
        Length before = {}, after = {};
    };
    struct Number {
        std::int32_t block = -1;  // index into blocks_; -1: no such number
        Sides sides = {};
    };
    // What a text is as a number, told once for all cells that say it.
    static Number number_of(const TableTexts& texts, const FittedTexts& fitted, std::size_t cell, Align align);
    std::int32_t block_of(std::uint32_t column, bool range);

    std::vector<Number> cells_ = {};  // empty when no column aligns numbers
    std::vector<Sides> blocks_ = {};
    std::map<std::pair<std::uint32_t, bool>, std::int32_t> block_index_ = {};  // by column and range
};

}  // namespace nianbao::layout

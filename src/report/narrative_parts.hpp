// What the checks of numbers in the text have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/format_data.hpp"
#include "report/quantities.hpp"
#include "report/report_data.hpp"
#include "report/report_texts.hpp"

namespace nianbao::report {

// A finding of a rule in a text: pointer and place; its sentence is still to be filled.
Finding narrative_finding(const Rule& rule, const Format& format, const ReportText& text, std::size_t index);

// The words around a number, as a finding quotes them.
std::string phrase_around(std::u32string_view text, const Quantity& quantity);

// The sum of cells as a reader of the table makes it: a blank is none, a blank total is the sum of its
// row. Nothing when no cell has a number, or one holds a text.
std::optional<std::int64_t> sum_said(const Report::Data& data, const Format& format, const std::vector<std::string>& cells);

// 2023年 in a report of 2024, 上年, 同期: a number of another year stands there, unless it is said to be
// carried over.
bool is_of_another_year(std::u32string_view text, std::size_t index, std::optional<int> year);

// 258件，占33.9%: the percentage belongs to the number before.
bool is_share_of(std::u32string_view text, const Quantity& part, const Quantity& share);
// Within one unit of the last decimal, since some round and some cut.
bool is_right_share(std::int64_t part, std::int64_t whole, const Quantity& share);
// 100 part / whole to so many decimals, rounded half up.
std::string written_share(std::int64_t part, std::int64_t whole, int decimals);

// N-10: 共9条，其中…1条、…3条: the parts add up to the whole.
void check_parts(const ReportText& text, const std::vector<Quantity>& quantities, const Rule& rule, const Format& format,
                 std::vector<Finding>& out);

// N-12, N-13: what the text says of the processing fee (信息处理费), twice or against table 3.
void check_fees(const Report::Data& data, std::vector<Finding>& out);

}  // namespace nianbao::report

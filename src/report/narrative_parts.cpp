// Cells, years and percentages as the text speaks of them.
#include "report/narrative_parts.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "base/utf8.hpp"
#include "report/format.hpp"

namespace nianbao::report {

namespace {

using View = std::u32string_view;

std::optional<std::int64_t> number_in(const Report::Data& data, const std::string& pointer) {
    const auto cell = data.cells.find(pointer);
    if (cell == data.cells.end() || (cell->second.kind != CellKind::count)) return std::nullopt;
    return cell->second.number;
}

bool is_missing(const Report::Data& data, const std::string& pointer) {
    const auto cell = data.cells.find(pointer);
    return cell != data.cells.end() && cell->second.kind == CellKind::missing;
}

// The sum of a row whose total is blank.
std::optional<std::int64_t> row_sum(const Report::Data& data, const Format& format, const std::string& total) {
    const std::string row = total.substr(0, total.rfind('/'));
    const Field* field = find_field(format, row);
    if (field == nullptr || field->kind != FieldKind::row) return std::nullopt;
    const ColumnSet& set = format.column_sets[field->column_set];
    if (!set.total || json::child(row, set.columns[*set.total].key) != total) return std::nullopt;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < set.columns.size(); ++i)
        if (i != *set.total) sum += number_in(data, json::child(row, set.columns[i].key)).value_or(0);
    return sum;
}

// Nearest 20dd年 before the place; 0 when there is none.
int year_before(View text) {
    for (std::size_t at = text.rfind(U'年'); at != View::npos && at >= 4; at = text.rfind(U'年', at - 1)) {
        int year = 0;
        bool digits = true;
        for (std::size_t i = at - 4; i < at; ++i) {
            digits = digits && text[i] >= U'0' && text[i] <= U'9';
            year = year * 10 + static_cast<int>(text[i]) - '0';
        }
        if (digits && year > 1900 && year < 2200) return year;
        if (at == 0) break;
    }
    return 0;
}

}  // namespace

Finding narrative_finding(const Rule& rule, const Format& format, const ReportText& text, std::size_t index) {
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.pointer = text.pointer_at(index);
    finding.advice = rule.advice;
    const Field* section = find_field(format, json::child("", text.section));
    finding.place = section == nullptr ? say("PLACE-ATTACHMENTS") : Bilingual{section->label.printed, section->label.printed};
    return finding;
}

std::string phrase_around(View text, const Quantity& quantity) {
    constexpr std::size_t before = 14;
    const Stretch sentence = sentence_around(text, quantity.begin);
    std::size_t begin = std::max(sentence.begin, quantity.begin > before ? quantity.begin - before : 0);
    const std::size_t mark = text.substr(begin, quantity.begin - begin).find_last_of(U"，、（");
    if (mark != View::npos) begin += mark + 1;
    return utf8::to_utf8(text.substr(begin, quantity.end - begin));
}

std::optional<std::int64_t> sum_said(const Report::Data& data, const Format& format, const std::vector<std::string>& cells) {
    std::int64_t sum = 0;
    bool any = false;
    for (const std::string& pointer : cells) {
        const auto number = number_in(data, pointer);
        if (number) {
            sum += *number;
            any = true;
        } else if (is_missing(data, pointer)) {
            const auto row = row_sum(data, format, pointer);
            sum += row.value_or(0);
            any = any || row.has_value();
        } else {
            return std::nullopt;
        }
    }
    return any ? std::optional(sum) : std::nullopt;
}

bool is_of_another_year(View text, std::size_t index, std::optional<int> year) {
    const Stretch sentence = sentence_around(text, index);
    const View before = text.substr(sentence.begin, index - sentence.begin);
    const int said = year_before(before);
    if (said != 0 && year && said != *year) return true;
    const std::size_t comma = before.find_last_of(U"，；（");
    const View clause = comma == View::npos ? before : before.substr(comma + 1);
    for (const View word : {View(U"去年"), View(U"同期"), View(U"同比"), View(U"增加"), View(U"减少"), View(U"比上年"), View(U"较上年")})
        if (clause.find(word) != View::npos) return true;
    return false;
}

bool is_share_of(View text, const Quantity& part, const Quantity& share) {
    if (share.unit != U"%" && share.unit != U"％") return false;
    const View between = text.substr(part.end, share.begin - part.end);
    return between.size() <= 10 && between.find(U'占') != View::npos && between.find_first_of(U"。；") == View::npos;
}

bool is_right_share(std::int64_t part, std::int64_t whole, const Quantity& share) {
    std::int64_t scale = 100;
    for (int i = 0; i < share.decimals; ++i) scale *= 10;
    const std::int64_t exact_times_whole = part * scale, said_times_whole = share.value * whole;
    const std::int64_t off = exact_times_whole > said_times_whole ? exact_times_whole - said_times_whole : said_times_whole - exact_times_whole;
    return off < whole;
}

std::string written_share(std::int64_t part, std::int64_t whole, int decimals) {
    std::int64_t scale = 100, one = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
        one *= 10;
    }
    const std::int64_t value = (part * scale * 2 + whole) / (whole * 2);
    std::string digits = std::to_string(value % one);
    digits.insert(0, static_cast<std::size_t>(std::max(0, decimals - static_cast<int>(digits.size()))), '0');
    return std::to_string(value / one) + (decimals > 0 ? "." + digits : "");
}

}  // namespace nianbao::report

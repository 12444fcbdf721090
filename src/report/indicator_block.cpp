// The {"indicator_table": …} block of a narrative → Table.
#include "report/blocks.hpp"

#include <nianbao/indicator_table.hpp>

#include "report/keys.hpp"
#include "report/scalars.hpp"
#include "report/table_cell.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

// A text or a number; null is a blank.
Text read_value(Reading& reading, const Node& node) {
    if (node.is(Kind::null)) return {};
    return read_cell(reading, node).text;
}

std::vector<Text> read_lines(Reading& reading, const Node& node) {
    std::vector<Text> out;
    for (const Node& line : items_of(reading, node, most_rows)) out.push_back(read_line(reading, line));
    return out;
}

std::vector<Indicator> read_indicators(Reading& reading, const Node& node, std::size_t columns);

Indicator read_indicator(Reading& reading, const Node& node, std::size_t columns) {
    static const std::vector<KeySpec> specs = {{"label", true}, {"unit"}, {"code"}, {"values"}, {"rows"}};
    const Keys keys(reading, node, specs);
    Indicator out;
    out.origin.pointer = node.pointer;
    if (const auto label = keys.find("label")) out.label = read_line(reading, *label);
    if (const auto unit = keys.find("unit")) out.unit = read_line(reading, *unit, Emptiness::allowed);
    if (const auto code = keys.find("code")) out.code = read_value(reading, *code);
    if (const auto values = keys.find("values")) {
        for (const Node& value : items_of(reading, *values, most_columns)) {
            out.values.push_back(value.is(Kind::object) ? Text() : read_value(reading, value));
            if (value.is(Kind::object)) reading.wrong_type(value, "EXPECTED-TEXT");
        }
        if (out.values.size() != columns && values->is(Kind::array))
            reading.fault("INDICATOR-VALUES", *values, {.expected = in_both(std::to_string(columns)), .found = std::to_string(out.values.size())});
    }
    if (const auto rows = keys.find("rows")) out.parts = read_indicators(reading, *rows, columns);
    return out;
}

std::vector<Indicator> read_indicators(Reading& reading, const Node& node, std::size_t columns) {
    std::vector<Indicator> out;
    for (const Node& row : items_of(reading, node, most_rows)) out.push_back(read_indicator(reading, row, columns));
    if (out.empty() && node.is(Kind::array)) reading.fault("TEXT-EMPTY", node);
    return out;
}

}  // namespace

Table read_indicator_table(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"caption"}, {"unit"},  {"label_head"}, {"unit_head"}, {"code_head"},
                                               {"values"},  {"align"}, {"rows", true}, {"notes"},     {"turned"},    {"style"}};
    const Keys keys(reading, node, specs);
    IndicatorTable out;
    out.origin.pointer = node.pointer;
    const auto line = [&](const char* key, Text& target) {
        if (const auto found = keys.find(key)) target = read_line(reading, *found);
    };
    line("caption", out.caption);
    line("unit", out.unit);
    line("label_head", out.label_head);
    line("unit_head", out.unit_head);
    line("code_head", out.code_head);
    if (const auto heads = keys.find("values")) {
        out.value_heads = read_lines(reading, *heads);
        if (out.value_heads.empty() && heads->is(Kind::array)) reading.fault("TEXT-EMPTY", *heads);
    }
    if (const auto align = keys.find("align")) out.value_align = read_align(reading, *align).value_or(out.value_align);
    if (const auto rows = keys.find("rows")) out.indicators = read_indicators(reading, *rows, out.value_heads.size());
    if (const auto notes = keys.find("notes")) out.notes = read_lines(reading, *notes);
    if (const auto turned = keys.find("turned")) out.turned = read_turned(reading, *turned);
    if (const auto style = keys.find("style")) out.style = read_table_style(reading, *style);
    return indicator_table(out);
}

}  // namespace nianbao::report

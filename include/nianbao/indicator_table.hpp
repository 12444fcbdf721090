// The generic table of indicators (统计指标表): labels of several levels, units, codes, columns of values.
//
//     const Table table = indicator_table({.indicators = {{.label = "一、主动公开情况", .parts = {
//         {.label = "（一）规范性文件数", .unit = "件", .values = {"12"}}}}}});
#pragma once

#include <string>
#include <vector>

#include <nianbao/document.hpp>

namespace nianbao {

struct Indicator {
    Text label = {};                    // with its numeral
    Text unit = {};                     // 单位
    Text code = {};                     // 代码
    std::vector<Text> values = {};      // one per column, or none
    std::vector<Indicator> parts = {};  // of the next level, indented
    Origin origin = {};
};

struct IndicatorTable {
    Text caption = {}, unit = {};       // as of a Table
    Text label_head = "统计指标", unit_head = "单位", code_head = "代码";
    std::vector<Text> value_heads = {"统计数"};
    Align value_align = Align::center;
    std::vector<Indicator> indicators = {};
    std::vector<Text> notes = {};
    Turned turned = Turned::when_needed;
    std::string style = "table";        // role in StyleSheet::tables
    Origin origin = {};
};

// The table: one header row; the label, then the unit and the code, in columns as wide as they need, when any
// indicator has one, then the values. What is divided into parts and has no value shows —— there, anything else
// without one a blank (formats c.1). No page ends between a label and its first part; further pages say 续表. A row
// with too few or too many values is a fault of the grid when the table is set (LayoutError TABLE-ROW-SHORT,
// TABLE-ROW-LONG).
NIANBAO_API Table indicator_table(const IndicatorTable& source);

}  // namespace nianbao

// Indicators → rows of a table.
#include <nianbao/indicator_table.hpp>

#include <algorithm>

namespace nianbao {

namespace {

template <typename Has>
bool any(const std::vector<Indicator>& indicators, const Has& has) {
    return std::any_of(indicators.begin(), indicators.end(), [&](const Indicator& each) { return has(each) || any(each.parts, has); });
}

class Rows {
public:
    explicit Rows(const IndicatorTable& source)
        : source_(source), has_codes_(any(source.indicators, [](const Indicator& each) { return !each.code.empty(); })),
          has_units_(any(source.indicators, [](const Indicator& each) { return !each.unit.empty(); })) {}

    Table run() {
        const auto column = [&](auto width, Align align) { table_.columns.push_back({.width = width, .align = align}); };
        column(Share{5}, Align::start);
        if (has_units_) column(Auto{}, Align::center);
        if (has_codes_) column(Auto{}, Align::center);
        for (std::size_t i = 0; i < source_.value_heads.size(); ++i) column(Share{2}, source_.value_align);
        add_head();
        for (const Indicator& each : source_.indicators) add(each, 0);
        return std::move(table_);
    }

private:
    void add_head() {
        Row row;
        row.origin = source_.origin;
        row.cells.emplace_back(source_.label_head);
        row.cells.back().align = Align::center;
        if (has_units_) row.cells.emplace_back(source_.unit_head);
        if (has_codes_) row.cells.emplace_back(source_.code_head);
        for (const Text& head : source_.value_heads) row.cells.emplace_back(head);
        table_.rows.push_back(std::move(row));
    }

    void add(const Indicator& indicator, int level) {
        const bool is_group = !indicator.parts.empty() && indicator.values.empty();
        Row row;
        row.origin = indicator.origin;
        row.keep_with_next = !indicator.parts.empty();
        Cell label(indicator.label);
        label.level = level;
        label.header = HeaderScope::row;
        row.cells.push_back(std::move(label));
        if (has_units_) row.cells.emplace_back(is_group && indicator.unit.empty() ? Text("——") : indicator.unit);
        if (has_codes_) row.cells.emplace_back(indicator.code);
        for (const Text& value : indicator.values) row.cells.emplace_back(value);
        for (std::size_t i = 0; indicator.values.empty() && i < source_.value_heads.size(); ++i)
            row.cells.emplace_back(is_group ? Text("——") : Text());
        table_.rows.push_back(std::move(row));
        for (const Indicator& part : indicator.parts) add(part, level + 1);
    }

    const IndicatorTable& source_;
    bool has_codes_, has_units_;
    Table table_ = {};
};

}  // namespace

Table indicator_table(const IndicatorTable& source) {
    Table table = Rows(source).run();
    table.caption = source.caption;
    table.unit = source.unit;
    table.notes = source.notes;
    table.turned = source.turned;
    table.style = source.style;
    table.origin = source.origin;
    table.header_rows = 1;
    table.continued = Text();
    table.repeat_unit = true;
    return table;
}

}  // namespace nianbao

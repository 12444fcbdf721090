// Pictures from files, charts from numbers.
#include "report/figures.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "base/messages.hpp"
#include "report/format.hpp"
#include "report/lengths.hpp"
#include "report/scalars.hpp"
#include "report/texts.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

constexpr std::uintmax_t most_bytes = std::uintmax_t{32} << 20;

// Below the report's own folder: neither absolute nor through "..".
bool is_inside(const std::filesystem::path& path) {
    return path.is_relative() && !path.empty() && std::find(path.begin(), path.end(), "..") == path.end();
}

std::shared_ptr<const std::string> read_image(Reading& reading, const Node& node) {
    const PointedText name = read_plain(reading, node);
    if (name.text.empty()) return nullptr;
    if (!is_inside(name.text)) {
        reading.fault("FIGURE-PATH", node, {.found = name.text});
    } else if (reading.folder().empty()) {
        reading.fault("FIGURE-FOLDER", node, {.found = name.text});
    } else {
        try {
            auto bytes = std::make_shared<const std::string>(read_file(reading.folder() / name.text, most_bytes));
            reading.add_picture(*bytes);
            return bytes;
        } catch (const Error&) {
            reading.fault("FIGURE-FILE", node, {.found = name.text});
        }
    }
    return nullptr;
}

std::vector<std::int64_t> read_values(Reading& reading, const Node& node) {
    std::vector<std::int64_t> values;
    if (!node.is(Kind::array)) {
        reading.wrong_type(node, "EXPECTED-LIST");
        return values;
    }
    for (std::size_t i = 0; i < node.value->items.size(); ++i) {
        const CellValue cell = read_signed_count(reading, node.item(i));
        if (cell.kind != CellKind::count) reading.wrong_type(node.item(i), "EXPECTED-COUNT");
        values.push_back(cell.number);
    }
    return values;
}

ChartSeries read_series(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"name", true}, {"values", true}};
    const Keys keys(reading, node, specs);
    ChartSeries series;
    if (const auto name = keys.find("name")) series.name = read_plain(reading, *name).text;
    if (const auto values = keys.find("values")) series.values = read_values(reading, *values);
    return series;
}

// Numbers that stand in the block itself.
void read_own_data(Reading& reading, const Node& node, Chart& chart) {
    static const std::vector<KeySpec> specs = {{"labels", true}, {"values"}, {"series"}};
    const Keys keys(reading, node, specs);
    if (const auto labels = keys.find("labels"))
        for (const PointedText& label : read_plain_lines(reading, *labels)) chart.labels.push_back(label.text);
    if (const auto values = keys.find("values")) chart.series.push_back({{}, read_values(reading, *values)});
    if (const auto series = keys.find("series"); series && series->is(Kind::array))
        for (std::size_t i = 0; i < series->value->items.size(); ++i) chart.series.push_back(read_series(reading, series->item(i)));
    const bool fits = std::all_of(chart.series.begin(), chart.series.end(), [&](const ChartSeries& s) { return s.values.size() == chart.labels.size(); });
    if (chart.series.empty() || chart.labels.empty() || !fits) reading.fault("CHART-DATA", node);
}

std::optional<std::int64_t> number_at(const Report::Data& data, const std::string& pointer) {
    const auto cell = data.cells.find(pointer);
    if (cell == data.cells.end() || cell->second.kind != CellKind::count) return std::nullopt;
    return cell->second.number;
}

// A row shows its columns but for the total; a group shows its rows by their totals, its groups by their sum.
class FieldNumbers {
public:
    FieldNumbers(const Format& format, const Report::Data& data) : format_(format), data_(data) {}

    bool fill(const Field& field, Chart& chart) const {
        chart.series.assign(1, {});
        if (field.kind == FieldKind::row) {
            const ColumnSet& set = format_.column_sets[field.column_set];
            for (std::size_t i = 0; i < set.columns.size(); ++i)
                if (i != set.total) add(chart, set.columns[i].label.text, number_at(data_, json::child(field.pointer, set.columns[i].key)));
        }
        for (const Field& below : field.fields)
            if (below.key != "total") add(chart, below.label.text, total_of(below));
        return !chart.labels.empty();
    }

private:
    static void add(Chart& chart, const std::string& label, std::optional<std::int64_t> number) {
        if (!number) return;
        chart.labels.push_back(label.substr(0, label.find("（")));  // without the note of the form
        chart.series.front().values.push_back(*number);
    }

    std::optional<std::int64_t> total_of(const Field& field) const {
        if (field.kind == FieldKind::row) {
            const ColumnSet& set = format_.column_sets[field.column_set];
            return set.total ? number_at(data_, json::child(field.pointer, set.columns[*set.total].key)) : std::nullopt;
        }
        if (field.kind != FieldKind::group) return number_at(data_, field.pointer);
        std::int64_t sum = 0;
        bool any = false;
        for (const Field& below : field.fields)
            if (const auto number = total_of(below)) {
                sum += *number;
                any = true;
            }
        return any ? std::optional(sum) : std::nullopt;
    }

    const Format& format_;
    const Report::Data& data_;
};

void complete(const Format& format, const Report::Data& data, std::vector<Block>& blocks, std::vector<Finding>& faults) {
    for (Block& block : blocks) {
        auto* chart = std::get_if<Chart>(&block);
        if (chart == nullptr || chart->source.empty()) continue;
        const Field* field = find_field(format, chart->source);
        if (field != nullptr && FieldNumbers(format, data).fill(*field, *chart)) continue;
        Finding fault;
        fault.rule = "CHART-FIELD";
        fault.pointer = chart->origin.pointer;
        fault.found = chart->source;
        fault.sentence = say("CHART-FIELD", {{"where", chart->origin.pointer}, {"found", chart->source}});
        fault.advice = hint("CHART-FIELD");
        faults.push_back(std::move(fault));
    }
}

}  // namespace

void add_figure(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    Figure figure;
    const Node node = *keys.find("figure");
    figure.origin.pointer = node.pointer;
    figure.image = read_image(reading, node);
    if (const auto alt = keys.find("alt")) figure.alternative = read_plain(reading, *alt).text;
    if (const auto caption = keys.find("caption")) figure.caption = read_line(reading, *caption);
    if (const auto width = keys.find("width")) {
        figure.width = width->is(Kind::string) ? length_of(width->value->text) : std::nullopt;
        if (!figure.width) reading.fault("WIDTH", *width, {.found = shown(*width->value)});
    }
    out.emplace_back(std::move(figure));
}

void add_chart(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    static const std::vector<std::string> kinds = {"bar", "column", "line", "pie"};
    Chart chart;
    const Node node = *keys.find("chart");
    chart.origin.pointer = node.pointer;
    if (const auto kind = read_choice(reading, node, kinds)) chart.kind = static_cast<ChartKind>(*kind);
    if (const auto alt = keys.find("alt")) chart.alternative = read_plain(reading, *alt).text;
    if (const auto unit = keys.find("unit")) chart.unit = read_plain(reading, *unit).text;
    if (const auto caption = keys.find("caption")) chart.caption = read_line(reading, *caption);
    if (const auto data = keys.find("data")) {
        if (data->is(Kind::string)) chart.source = read_plain(reading, *data).text;
        else read_own_data(reading, *data, chart);
    }
    out.emplace_back(std::move(chart));
}

void complete_charts(const Format& format, Report::Data& data) {
    std::vector<Finding> faults;
    for (auto& [key, blocks] : data.narratives) complete(format, data, blocks, faults);
    for (Attachment& attachment : data.attachments) complete(format, data, attachment.body, faults);
    if (!faults.empty()) throw ReportError(std::move(faults));
}

}  // namespace nianbao::report

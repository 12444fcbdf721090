// The {"table": …} block of a narrative → Table.
#include "report/blocks.hpp"

#include <array>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "document/table_cells.hpp"
#include "report/keys.hpp"
#include "report/scalars.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

constexpr std::size_t most_rows = 20'000, most_columns = 100;

// The thousandths of "24", "24.5" or "24.125", up to 99999; nothing for anything else.
std::optional<std::int64_t> thousandths(std::string_view text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point < text.size() ? text.substr(point + 1) : std::string_view("0");
    if (whole.empty() || whole.size() > 5 || part.empty() || part.size() > 3) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : std::string(whole) + std::string(part)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    for (std::size_t i = part.size(); i < 3; ++i) value *= 10;
    return value;
}

// "24mm", "68pt", "2fr" or "auto".
std::optional<decltype(Column::width)> parse_width(std::string_view text) {
    if (text == "auto") return Auto{};
    if (text.size() < 3) return std::nullopt;
    const std::string_view unit = text.substr(text.size() - 2);
    const auto value = thousandths(text.substr(0, text.size() - 2));
    if (!value || *value == 0) return std::nullopt;
    if (unit == "fr") return Share{*value};
    if (unit == "pt") return Length::millipoints(*value);
    // 1 mm = 72/25.4 pt, so thousandths of it are that many millipoints.
    if (unit == "mm") return Length::millipoints((*value * 720 + 127) / 254);
    return std::nullopt;
}

std::optional<Align> read_align(Reading& reading, const Node& node) {
    static const std::vector<std::string> names = {"start", "center", "end", "decimal"};
    constexpr std::array meanings = {Align::start, Align::center, Align::end};
    const auto choice = read_choice(reading, node, names);
    if (!choice) return std::nullopt;
    if (*choice < meanings.size()) return meanings[*choice];
    reading.fault("FEATURE-UNSUPPORTED", node, {.found = names[*choice]});
    return std::nullopt;
}

VerticalAlign read_valign(Reading& reading, const Node& node) {
    static const std::vector<std::string> names = {"top", "middle", "bottom"};
    constexpr std::array meanings = {VerticalAlign::top, VerticalAlign::middle, VerticalAlign::bottom};
    return meanings[read_choice(reading, node, names).value_or(1)];
}

Column read_column(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"width"}, {"align"}};
    const Keys keys(reading, node, specs);
    Column column;
    if (const auto width = keys.find("width")) {
        const auto parsed = width->is(Kind::string) ? parse_width(width->value->text) : std::nullopt;
        if (parsed) column.width = *parsed;
        else reading.fault("WIDTH", *width, {.found = shown(*width->value)});
    }
    if (const auto align = keys.find("align")) column.align = read_align(reading, *align).value_or(column.align);
    return column;
}

Cell read_plain_cell(Reading& reading, const Node& node) {
    if (!node.is(Kind::integer) && !node.is(Kind::real)) return read_cell_text(reading, node);
    return Text({TextRun{.text = node.value->text, .origin = {node.pointer, 0}}});
}

Cell read_cell(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"text"},   {"rows"},  {"columns"},  {"align"},
                                               {"valign"}, {"shade"}, {"vertical"}, {"diagonal"}};
    if (!node.is(Kind::object)) return read_plain_cell(reading, node);
    const Keys keys(reading, node, specs);
    Cell cell;
    if (const auto text = keys.find("text")) cell.text = read_plain_cell(reading, *text).text;
    if (const auto rows = keys.find("rows")) cell.rows = read_integer(reading, *rows, 1, most_rows).value_or(1);
    if (const auto columns = keys.find("columns")) cell.columns = read_integer(reading, *columns, 1, most_columns).value_or(1);
    if (const auto align = keys.find("align")) cell.align = read_align(reading, *align);
    if (const auto valign = keys.find("valign")) cell.valign = read_valign(reading, *valign);
    if (const auto shade = keys.find("shade")) cell.shaded = read_flag(reading, *shade);
    const auto vertical = keys.find("vertical");
    if (vertical && read_flag(reading, *vertical)) reading.fault("FEATURE-UNSUPPORTED", *vertical, {.found = "vertical"});
    if (const auto diagonal = keys.find("diagonal")) reading.fault("FEATURE-UNSUPPORTED", *diagonal, {.found = "diagonal"});
    return cell;
}

// The items of a list, or none after a fault. Throws LimitError above `most`.
std::vector<Node> items_of(Reading& reading, const Node& node, std::size_t most) {
    std::vector<Node> out;
    if (!node.is(Kind::array)) {
        reading.wrong_type(node, "EXPECTED-LIST");
        return out;
    }
    if (node.value->items.size() > most) {
        throw LimitError("LIMIT-ROWS", node.pointer, say("LIMIT-ROWS", {{"where", node.pointer}, {"limit", most}}));
    }
    for (std::size_t i = 0; i < node.value->items.size(); ++i) out.push_back(node.item(i));
    return out;
}

Row read_row(Reading& reading, const Node& node) {
    Row row;
    row.origin.pointer = node.pointer;
    for (const Node& cell : items_of(reading, node, most_columns)) row.cells.push_back(read_cell(reading, cell));
    return row;
}

// One column each for the cells of the first row, when no columns are given.
std::size_t columns_of_first_row(const Table& table) {
    std::size_t count = 0;
    if (table.rows.empty()) return 0;
    for (const Cell& cell : table.rows.front().cells) count += static_cast<std::size_t>(cell.columns);
    return count;
}

// The row a complaint about the grid points at, or the whole table.
Node row_at(const Node& table, const std::string& pointer) {
    const json::Value* rows = table.value->find("rows");
    for (std::size_t i = 0; rows != nullptr && i < rows->items.size(); ++i) {
        const Node row = Node{rows, json::child(table.pointer, "rows"), json::child(table.canonical, "rows")}.item(i);
        if (row.pointer == pointer) return row;
    }
    return table;
}

// The document knows what a grid is; its complaint becomes a fault of this place.
void check_grid(Reading& reading, const Node& node, const Table& table) {
    try {
        document::cells_on_grid(table);
    } catch (const LayoutError& error) {
        reading.fault("TABLE-GRID", row_at(node, error.where()), {.expected = {error.message(Language::zh), error.message(Language::en)}});
    }
}

// "continued": true, false, or the mark itself.
std::optional<Text> read_continued(Reading& reading, const Node& node) {
    if (!node.is(Kind::boolean)) return read_line(reading, node);
    return read_flag(reading, node) ? std::optional(Text()) : std::nullopt;
}

// How the table stands on pages.
void read_page_choices(Reading& reading, const Keys& keys, Table& table) {
    const auto flag = [&](const char* key, bool& value) {
        if (const auto node = keys.find(key)) value = read_flag(reading, *node);
    };
    flag("repeat_footer", table.repeat_footer);
    flag("keep_whole", table.keep_whole);
    flag("move_whole", table.move_whole);
    flag("keep_groups", table.keep_groups);
    flag("repeat_unit", table.repeat_unit);
    if (const auto mark = keys.find("continued")) table.continued = read_continued(reading, *mark);
    if (const auto turned = keys.find("turned")) {
        static const std::vector<std::string> names = {"when_needed", "never", "always"};
        constexpr std::array meanings = {Turned::when_needed, Turned::never, Turned::always};
        table.turned = meanings[read_choice(reading, *turned, names).value_or(0)];
    }
    if (const auto columns = keys.find("key_columns")) {
        table.key_columns = read_integer(reading, *columns, 0, most_columns).value_or(1);
    }
}

}  // namespace

Table read_table(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"caption"},     {"unit"},       {"columns"}, {"header_rows"},
                                               {"footer_rows"}, {"rows", true}, {"notes"},  {"repeat_footer"},
                                               {"keep_whole"},  {"move_whole"}, {"keep_groups"}, {"continued"},
                                               {"repeat_unit"}, {"turned"},     {"key_columns"}};
    const std::size_t faults_before = reading.fault_count();
    const Keys keys(reading, node, specs);
    Table table;
    table.origin.pointer = node.pointer;
    if (const auto caption = keys.find("caption")) table.caption = read_line(reading, *caption);
    if (const auto unit = keys.find("unit")) table.unit = read_line(reading, *unit);
    if (const auto columns = keys.find("columns")) {
        for (const Node& column : items_of(reading, *columns, most_columns)) table.columns.push_back(read_column(reading, column));
    }
    if (const auto header = keys.find("header_rows")) {
        table.header_rows = read_integer(reading, *header, 0, most_rows).value_or(0);
    }
    if (const auto footer = keys.find("footer_rows")) {
        table.footer_rows = read_integer(reading, *footer, 0, most_rows).value_or(0);
    }
    read_page_choices(reading, keys, table);
    if (const auto rows = keys.find("rows")) {
        for (const Node& row : items_of(reading, *rows, most_rows)) table.rows.push_back(read_row(reading, row));
    }
    if (const auto notes = keys.find("notes")) {
        for (const Node& note : items_of(reading, *notes, most_rows)) table.notes.push_back(read_line(reading, note));
    }
    if (!keys.find("columns")) table.columns.resize(columns_of_first_row(table));
    if (reading.fault_count() == faults_before) check_grid(reading, node, table);
    return table;
}

}  // namespace nianbao::report

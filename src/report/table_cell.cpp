// Columns and cells of a table: their looks, and what stands in a cell.
#include "report/table_cell.hpp"

#include <array>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "report/blocks.hpp"
#include "report/keys.hpp"
#include "report/lengths.hpp"
#include "report/scalars.hpp"
#include "report/texts.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

// "24mm", "68pt", "2fr" or "auto".
std::optional<decltype(Column::width)> parse_width(std::string_view text) {
    if (text == "auto") return Auto{};
    if (text.ends_with("fr")) {
        const auto parts = thousandths_of(text.substr(0, text.size() - 2));
        return parts && *parts > 0 ? std::optional<decltype(Column::width)>(Share{*parts}) : std::nullopt;
    }
    const auto length = length_of(text);
    return length ? std::optional<decltype(Column::width)>(*length) : std::nullopt;
}

// "C6D9F1".
std::optional<Color> read_color(Reading& reading, const Node& node) {
    std::uint32_t value = 0;
    const std::string text = node.is(Kind::string) ? node.value->text : std::string();
    bool right = text.size() == 6;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9', upper = c >= 'A' && c <= 'F', lower = c >= 'a' && c <= 'f';
        right = right && (digit || upper || lower);
        value = value * 16 + static_cast<std::uint32_t>(digit ? c - '0' : upper ? c - 'A' + 10 : c - 'a' + 10);
    }
    if (!right) {
        reading.fault("COLOR", node, {.found = shown(*node.value)});
        return std::nullopt;
    }
    const auto channel = [&](int shift) { return static_cast<std::uint8_t>(value >> shift); };
    return Color{channel(16), channel(8), channel(0)};
}

VerticalAlign read_valign(Reading& reading, const Node& node) {
    static const std::vector<std::string> names = {"top", "middle", "bottom"};
    constexpr std::array meanings = {VerticalAlign::top, VerticalAlign::middle, VerticalAlign::bottom};
    return meanings[read_choice(reading, node, names).value_or(1)];
}

HeaderScope read_header(Reading& reading, const Node& node) {
    static const std::vector<std::string> names = {"none", "column", "row"};
    constexpr std::array meanings = {HeaderScope::none, HeaderScope::column, HeaderScope::row};
    return meanings[read_choice(reading, node, names).value_or(0)];
}

Cell read_plain_cell(Reading& reading, const Node& node) {
    if (!node.is(Kind::integer) && !node.is(Kind::real)) return read_cell_text(reading, node);
    return Text({TextRun{.text = node.value->text, .origin = {node.pointer, 0}}});
}

// A width for the rule of one edge; null: none.
RuleLook read_rule(Reading& reading, const Node& node) {
    if (node.is(Kind::null)) return {};
    return {read_length(reading, node, Length::millipoints(10'000)), {}};
}

// true: the colour of the style; or a colour.
void read_shade(Reading& reading, const Node& node, Cell& cell) {
    if (node.is(Kind::string)) cell.shade = read_color(reading, node);
    else cell.shaded = read_flag(reading, node);
}

void read_labels(Reading& reading, const Node& node, Cell& cell) {
    for (const Node& label : items_of(reading, node, most_columns)) cell.diagonal.push_back(read_line(reading, label));
    const bool counted = cell.diagonal.size() == 2 || cell.diagonal.size() == 3;
    if (node.is(Kind::array) && (!counted || !cell.text.empty() || !cell.blocks.empty())) reading.fault("CELL-LABELS", node);
}

// Paragraphs and tables; other blocks do not stand in cells.
void read_blocks(Reading& reading, const Node& node, Cell& cell) {
    for (const Block& block : read_narrative(reading, node, Emptiness::fault)) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) cell.blocks.push_back({paragraph->text});
        else if (const auto* table = std::get_if<Table>(&block)) cell.blocks.push_back({*table});
        else reading.fault("CELL-BLOCK", node);
    }
}

void read_looks(Reading& reading, const Keys& keys, Cell& cell) {
    static const std::vector<std::string> styles = {"song", "hei", "kai", "fangsong"};
    if (const auto align = keys.find("align")) cell.align = read_align(reading, *align);
    if (const auto valign = keys.find("valign")) cell.valign = read_valign(reading, *valign);
    if (const auto header = keys.find("header")) cell.header = read_header(reading, *header);
    if (const auto shade = keys.find("shade")) read_shade(reading, *shade, cell);
    if (const auto rules = keys.find("rules")) cell.rules = read_rules(reading, *rules);
    if (const auto level = keys.find("level")) cell.level = read_integer(reading, *level, 0, 9).value_or(0);
    if (const auto spread = keys.find("spread")) cell.spread = {1000 * read_integer(reading, *spread, 0, 40).value_or(0)};
    if (const auto vertical = keys.find("vertical")) cell.vertical = read_flag(reading, *vertical);
    if (const auto repeat = keys.find("repeat_label")) cell.repeat_label = read_flag(reading, *repeat);
    if (const auto style = keys.find("style")) {
        if (const auto choice = read_choice(reading, *style, styles)) cell.style = styles[*choice];
    }
    if (const auto padding = keys.find("padding")) {
        const Length all = read_length(reading, *padding, Length::millipoints(100'000));
        cell.padding = Insets{all, all, all, all};
    }
}

}  // namespace

Column read_column(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"width"}, {"align"}};
    const Keys keys(reading, node, specs);
    Column column{.width = Share{1000}};  // 1fr, in thousandths as parse_width reads them
    if (const auto width = keys.find("width")) {
        const auto parsed = width->is(Kind::string) ? parse_width(width->value->text) : std::nullopt;
        if (parsed) column.width = *parsed;
        else reading.fault("WIDTH", *width, {.found = shown(*width->value)});
    }
    if (const auto align = keys.find("align")) column.align = read_align(reading, *align).value_or(column.align);
    return column;
}

Cell read_cell(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"text"},     {"rows"},     {"columns"}, {"align"},  {"valign"},
                                               {"header"},   {"shade"},    {"rules"},   {"level"},  {"padding"},
                                               {"style"},    {"spread"},   {"vertical"}, {"repeat_label"},
                                               {"diagonal"}, {"blocks"}};
    if (!node.is(Kind::object)) return read_plain_cell(reading, node);
    const Keys keys(reading, node, specs);
    Cell cell;
    if (const auto text = keys.find("text")) cell.text = read_plain_cell(reading, *text).text;
    if (const auto rows = keys.find("rows")) cell.rows = read_integer(reading, *rows, 1, most_rows).value_or(1);
    if (const auto columns = keys.find("columns")) cell.columns = read_integer(reading, *columns, 1, most_columns).value_or(1);
    read_looks(reading, keys, cell);
    if (const auto blocks = keys.find("blocks")) read_blocks(reading, *blocks, cell);
    if (const auto diagonal = keys.find("diagonal")) read_labels(reading, *diagonal, cell);
    return cell;
}

std::optional<Align> read_align(Reading& reading, const Node& node) {
    static const std::vector<std::string> names = {"start", "center", "end", "justify", "digit", "decimal"};
    constexpr std::array meanings = {Align::start, Align::center, Align::end, Align::justify, Align::digit, Align::decimal};
    const auto choice = read_choice(reading, node, names);
    return choice ? std::optional(meanings[*choice]) : std::nullopt;
}

Length read_length(Reading& reading, const Node& node, Length most) {
    const std::string_view text = node.is(Kind::string) ? std::string_view(node.value->text) : std::string_view();
    if (text == "0") return {};
    const auto length = length_of(text);
    if (length && *length <= most) return *length;
    reading.fault("LENGTH", node, {.expected = in_both(to_string(most)), .found = shown(*node.value)});
    return {};
}

EdgeRules read_rules(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"top"}, {"right"}, {"bottom"}, {"left"}};
    EdgeRules rules;
    const Keys keys(reading, node, specs);
    const auto read = [&](std::string_view key, std::optional<RuleLook>& edge) {
        if (const auto found = keys.find(key)) edge = read_rule(reading, *found);
    };
    read("top", rules.top);
    read("right", rules.right);
    read("bottom", rules.bottom);
    read("left", rules.left);
    return rules;
}

Turned read_turned(Reading& reading, const Node& node) {
    static const std::vector<std::string> names = {"when_needed", "never", "always"};
    constexpr std::array meanings = {Turned::when_needed, Turned::never, Turned::always};
    return meanings[read_choice(reading, node, names).value_or(0)];
}

std::string read_table_style(Reading& reading, const Node& node) {
    static const std::vector<std::string> styles = {"table", "three-line"};
    return styles[read_choice(reading, node, styles).value_or(0)];
}

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

}  // namespace nianbao::report

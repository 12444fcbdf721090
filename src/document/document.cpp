// Text::plain, and a Document as indented text for tests and bug reports.
#include <nianbao/document.hpp>

#include <array>
#include <iterator>

#include <fmt/format.h>

#include "base/json.hpp"

namespace nianbao {

std::string Text::plain() const {
    std::string out;
    for (const TextRun& run : runs) out += run.text;
    return out;
}

namespace {

std::string shown_marks(const TextRun& run) {
    constexpr std::array<const char*, 4> lines = {"", " underline", " proper-name", " book-title"};
    constexpr std::array<const char*, 4> kinds = {" pinyin ", " bopomofo ", " gloss ", " remark "};
    const TextMarks& marks = run.marks;
    std::string out = lines[static_cast<std::size_t>(marks.line)];
    if (marks.dots) out += " dots";
    if (marks.strong) out += " strong";
    if (marks.framed) out += " framed";
    if (marks.superscript) out += " superscript";
    if (!run.ruby.text.empty()) out += kinds[static_cast<std::size_t>(run.ruby.kind)] + json::quote(run.ruby.text);
    if (!run.link.empty()) out += " link " + json::quote(run.link);
    return out;
}

std::string shown(const TextRun& run) {
    std::string out = json::quote(run.text);
    if (!run.style.empty()) out += ":" + run.style;
    if (!run.language.empty()) out += "@" + run.language;
    return out + shown_marks(run);
}

std::string shown(const Text& text) {
    if (text.empty()) return "\"\"";
    std::string out;
    for (const TextRun& run : text.runs) out += (out.empty() ? "" : " + ") + shown(run);
    return out;
}

const char* name_of(Align align) {
    switch (align) {
    case Align::start: return "start";
    case Align::center: return "center";
    case Align::end: return "end";
    case Align::justify: return "justify";
    case Align::digit: return "digit";
    case Align::decimal: return "decimal";
    }
    return "";
}

std::string shown(const Column& column) {
    std::string width = "auto";
    if (const auto* share = std::get_if<Share>(&column.width)) width = fmt::format("share {}", share->parts);
    if (const auto* length = std::get_if<Length>(&column.width)) width = to_string(*length);
    return width + " " + name_of(column.align);
}

std::string shown(const Color& color) {
    return fmt::format("{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

std::string shown(const EdgeRules& rules) {
    std::string out;
    const auto add = [&](const char* edge, const std::optional<RuleLook>& look) {
        if (!look) return;
        out += fmt::format(" {} {}", edge, to_string(look->width));
        if (look->color != Color{}) out += ":" + shown(look->color);
    };
    add("top-rule", rules.top);
    add("right-rule", rules.right);
    add("bottom-rule", rules.bottom);
    add("left-rule", rules.left);
    return out;
}

// A paragraph, or the texts of a table.
std::string shown(const CellBlock& block);

std::string shown(const Cell& cell) {
    std::string out = shown(cell.text);
    if (cell.rows != 1 || cell.columns != 1) out += fmt::format(" {}x{}", cell.rows, cell.columns);
    if (cell.header != HeaderScope::none)
        out += cell.header == HeaderScope::row ? " row-header" : " column-header";
    if (cell.align) out += std::string(" ") + name_of(*cell.align);
    if (cell.valign != VerticalAlign::middle) out += cell.valign == VerticalAlign::top ? " top" : " bottom";
    if (cell.shaded) out += " shaded";
    if (cell.shade) out += " shade " + shown(*cell.shade);
    if (cell.padding)
        out += fmt::format(" padding {} {} {} {}", to_string(cell.padding->top), to_string(cell.padding->right),
                           to_string(cell.padding->bottom), to_string(cell.padding->left));
    out += shown(cell.rules);
    if (!cell.style.empty()) out += " style " + cell.style;
    if (cell.repeat_label) out += " repeated";
    if (cell.level != 0) out += fmt::format(" level {}", cell.level);
    if (cell.spread != Em{}) out += fmt::format(" spread {}", cell.spread.thousandths);
    if (cell.vertical) out += " vertical";
    for (const Text& label : cell.diagonal) out += " / " + shown(label);
    for (const CellBlock& block : cell.blocks) out += " ¶ " + shown(block);
    return out;
}

std::string shown(const CellBlock& block) {
    if (const auto* text = std::get_if<Text>(&block.what)) return shown(*text);
    std::string out = "table [";
    for (const Row& row : std::get<Table>(block.what).rows) {
        out += out.back() == '[' ? "" : "; ";
        for (const Cell& cell : row.cells) out += (&cell == &row.cells.front() ? "" : ", ") + shown(cell);
    }
    return out + "]";
}

// What differs from a plain table.
std::string looks_of(const Table& table) {
    std::string out;
    if (table.footer_rows > 0) out += fmt::format(" footer {}{}", table.footer_rows, table.repeat_footer ? " repeated" : "");
    if (!table.repeat_header) out += " header-once";
    if (table.keep_whole) out += " whole";
    if (!table.move_whole) out += " stays";
    if (table.keep_groups) out += " groups-kept";
    if (table.repeat_unit) out += " unit-repeated";
    if (table.turned != Turned::when_needed) out += table.turned == Turned::always ? " turned" : " upright";
    if (table.key_columns != 1) out += fmt::format(" keys {}", table.key_columns);
    return out;
}

class BlockPrinter {
public:
    explicit BlockPrinter(std::string& out) : out_(out) {}

    void operator()(const Paragraph& block) { line(1, "paragraph {} {}", block.style, shown(block.text)); }

    void operator()(const Heading& block) {
        std::string rest;
        if (block.numeral) rest += " numeral " + json::quote(*block.numeral);
        if (block.restart) rest += " restart";
        if (!block.style.empty()) rest += " style " + block.style;
        if (!block.run_in.empty()) rest += " run-in " + shown(block.run_in);
        line(1, "heading {} {}{}", block.level, shown(block.text), rest);
    }

    void operator()(const Table& block) {
        line(1, "table {} header {}{}", block.style, block.header_rows, looks_of(block));
        if (!block.caption.empty()) line(2, "caption {}", shown(block.caption));
        if (!block.unit.empty()) line(2, "unit {}", shown(block.unit));
        if (!block.summary.empty()) line(2, "summary {}", json::quote(block.summary));
        for (const Column& column : block.columns) line(2, "column {}", shown(column));
        if (block.continued) line(2, "continued {}", shown(*block.continued));
        for (const Row& row : block.rows) print(row);
        for (const Text& note : block.notes) line(2, "note {}", shown(note));
    }

    void operator()(const List& block) {
        line(1, "list {}", block.numerals);
        for (const List::Item& item : block.items) {
            line(2, "item");
            for (const Paragraph& paragraph : item.paragraphs)
                line(3, "paragraph {} {}", paragraph.style, shown(paragraph.text));
        }
    }

    void operator()(const Figure& block) {
        line(1, "figure {} bytes{}{}", block.image ? block.image->size() : 0, block.width ? " width " + to_string(*block.width) : "",
             block.caption.empty() ? "" : " caption " + shown(block.caption));
        line(2, "alternative {}", json::quote(block.alternative));
    }

    void operator()(const Chart& block) {
        static constexpr const char* kinds[] = {"bar", "column", "line", "pie"};
        line(1, "chart {}{}", kinds[static_cast<std::size_t>(block.kind)], block.caption.empty() ? "" : " caption " + shown(block.caption));
        line(2, "alternative {}", json::quote(block.alternative));
        for (const ChartSeries& series : block.series) {
            std::string values;
            for (std::size_t i = 0; i < series.values.size() && i < block.labels.size(); ++i)
                values += fmt::format(" {}={}", json::quote(block.labels[i]), series.values[i]);
            line(2, "series {}{}", json::quote(series.name), values);
        }
    }

    void operator()(const PageBreak&) { line(1, "page-break"); }
    void operator()(const Signature& block) { line(1, "signature {} {}", shown(block.organ), shown(block.date)); }
    void operator()(const Contents& block) { line(1, "contents 1-{} {}", block.levels, shown(block.title)); }
    void operator()(const BlankLines& block) { line(1, "blank-lines {}", block.count); }

private:
    void print(const Row& row) {
        std::string rest;
        if (row.min_height > Length{}) rest += " at-least " + to_string(row.min_height);
        if (row.keep_with_next) rest += " keep-with-next";
        rest += shown(row.rules);
        line(2, "row{}", rest);
        for (const Cell& cell : row.cells) line(3, "{}", shown(cell));
    }

    template <typename... Values>
    void line(std::size_t depth, fmt::format_string<Values...> format, Values&&... values) {
        out_.append(2 * depth, ' ');
        fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
        out_ += '\n';
    }

    std::string& out_;
};

}  // namespace

std::string dump(const Document& document) {
    std::string out = fmt::format("document {} {}{}\n", json::quote(document.title), document.language,
                                  document.draft ? " draft" : "");
    if (!document.author.empty()) out += fmt::format("  author {}\n", json::quote(document.author));
    if (!document.created.empty()) out += fmt::format("  created {}\n", document.created);
    BlockPrinter printer(out);
    for (const Block& block : document.blocks) std::visit(printer, block);
    return out;
}

}  // namespace nianbao

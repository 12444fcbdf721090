// Small tables and pages for tests of tables.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

namespace nianbao::samples {

inline Row row(std::vector<Cell> cells) {
    Row made;
    made.cells = std::move(cells);
    return made;
}

inline Cell spanning(std::string text, int rows, int columns = 1) {
    Cell made(std::move(text));
    made.rows = rows;
    made.columns = columns;
    return made;
}

inline std::string many(const std::string& text, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

// Body text that fills that many lines of 28 characters.
inline Paragraph lines(std::size_t count) {
    Paragraph made;
    made.text = many("政", count > 0 ? count * 28 - 2 : 0);
    return made;
}

// "第1行" … in `columns` columns, below one header row "表头".
inline Table plain_table(std::size_t rows, std::size_t columns = 2) {
    Table table;
    table.columns.resize(columns);
    table.header_rows = 1;
    table.rows.push_back(row(std::vector<Cell>(columns, Cell("表头"))));
    for (std::size_t r = 1; r <= rows; ++r)
        table.rows.push_back(row(std::vector<Cell>(columns, Cell("第" + std::to_string(r) + "行"))));
    return table;
}

inline PagedDocument typeset_blocks(std::vector<Block> blocks) {
    Document document;
    document.blocks = std::move(blocks);
    return typeset(document, checks::fonts());
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

inline bool says(const Page& page, const std::string& text) {
    return checks::text_of(page).find(text) != std::string::npos;
}

// The first run on the page that says just this.
inline GlyphRun run_of(const Page& page, const std::string& text) {
    for (const GlyphRun& run : checks::runs_of(page))
        if (run.text == text) return run;
    throw std::runtime_error("no run says " + text);
}

// The first and the last rule across, of the frame.
inline Length frame_top(const Page& page) {
    Length top = page.size.height;
    for (const Rule& rule : checks::rules_of(page)) top = std::min({top, rule.from.y, rule.to.y});
    return top;
}
inline Length frame_bottom(const Page& page) {
    Length bottom;
    for (const Rule& rule : checks::rules_of(page)) bottom = std::max({bottom, rule.from.y, rule.to.y});
    return bottom;
}

// What the cells of the table say, in order, against what the pages say for the cell nodes.
inline bool each_cell_said_once(const Table& table, const PagedDocument& pages) {
    const auto texts = checks::said(pages);
    std::vector<std::string> found, wanted;
    for (std::size_t i = 0; i < pages.structure.size(); ++i) {
        const StructureKind kind = pages.structure[i].kind;
        if (kind != StructureKind::header_cell && kind != StructureKind::data_cell) continue;
        const auto text = texts.find(static_cast<NodeId>(i));
        found.push_back(text == texts.end() ? "" : text->second);
    }
    for (const Row& each : table.rows)
        for (const Cell& one : each.cells) wanted.push_back(one.text.plain());
    return found == wanted;
}

}  // namespace nianbao::samples

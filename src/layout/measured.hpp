// What measure makes of a document: strips, what each shows, and the structure it speaks for.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/paged_document.hpp>

#include "document/table_cells.hpp"
#include "layout/strip.hpp"
#include "text/line.hpp"

namespace nianbao::layout {

using Runs = std::vector<text::StyledRun>;

// A line of a paragraph, ready to be placed in its strip.
struct MeasuredLine {
    std::uint32_t runs = 0;   // index into Measured::runs
    text::Line line = {};
    Length left = {};         // of its measure, from the left edge of the type area
    Length baseline = {};     // from the top of the strip
    std::int32_t entry = -1;  // of the contents, index into Measured::entries; -1 = none
};

// Lines of a text in a width, shared by the cells that say the same: most cells of a report say 0.
class SharedLines {
public:
    SharedLines() = default;
    explicit SharedLines(std::vector<text::Line> lines)
        : lines_(std::make_shared<const std::vector<text::Line>>(std::move(lines))) {}
    explicit SharedLines(text::Line line) {
        std::vector<text::Line> lines;
        lines.push_back(std::move(line));
        *this = SharedLines(std::move(lines));
    }
    bool empty() const { return size() == 0; }
    std::size_t size() const { return lines_ ? lines_->size() : 0; }
    const text::Line& operator[](std::size_t i) const { return (*lines_)[i]; }
    const text::Line* begin() const { return lines_ ? lines_->data() : nullptr; }
    const text::Line* end() const { return begin() + size(); }

private:
    std::shared_ptr<const std::vector<text::Line>> lines_ = {};
};

struct NestedTable;
struct DiagonalHead;

// A cell with its text broken to the width of the cell.
struct MeasuredCell {
    document::GridCell at = {};
    std::uint32_t runs = 0;
    SharedLines lines = {};
    Length left = {};         // of the lines, from the left edge of the cell
    NodeId node = artifact;
    // What stands in the room of lines that are empty.
    std::vector<std::shared_ptr<const NestedTable>> nested = {};
    std::shared_ptr<const DiagonalHead> diagonal = {};
};

// A row, or a line of a row that is higher than half a page: one strip.
struct RowSlice {
    std::uint32_t row = 0;
    Length height = {};
};

struct MeasuredTable {
    const Table* table = nullptr;
    const TableStyle* style = nullptr;
    Length size = {}, line_height = {};              // after shrinking
    Insets padding = {};
    std::vector<Length> edges = {};                  // of the columns, from the left of the type area
    std::vector<MeasuredCell> cells = {};
    std::vector<std::uint32_t> owners = {};          // cell of each slot, row by row
    std::vector<RowSlice> slices = {};
    std::vector<std::uint32_t> first_slice = {};     // of each row, and one past the last
    std::int32_t header_group = -1;
    std::vector<MeasuredLine> marks = {};            // 续表 and the unit, above each further part; the
    Length marks_height = {};                        // baselines from the top of the first of them

    std::uint32_t columns() const { return static_cast<std::uint32_t>(edges.size() - 1); }
    std::uint32_t owner(std::uint32_t row, std::uint32_t column) const { return owners[row * columns() + column]; }
    std::uint32_t header_rows() const { return static_cast<std::uint32_t>(table->header_rows); }
    std::uint32_t footer_row() const { return static_cast<std::uint32_t>(table->rows.size()) - static_cast<std::uint32_t>(table->footer_rows); }
    std::uint32_t header_end() const { return first_slice[header_rows()]; }    // one past its last slice
    // One past the last row, or slice, that stands again on every page; 0 when the header stands once.
    std::uint32_t repeated_rows() const { return table->repeat_header ? header_rows() : 0; }
    std::uint32_t repeated_end() const { return first_slice[repeated_rows()]; }
    std::uint32_t footer_begin() const { return first_slice[footer_row()]; }  // its first slice
    std::uint32_t slice_begin(const MeasuredCell& cell) const { return first_slice[cell.at.row]; }
    std::uint32_t slice_end(const MeasuredCell& cell) const { return first_slice[cell.at.row + cell.at.rows]; }
    // Lines that fit into a stretch of a cell of that height; a cut edge needs no padding.
    std::int64_t capacity(const MeasuredCell& cell, std::int64_t millipoints, bool has_top, bool has_bottom) const;
    const Insets& padding_of(const MeasuredCell& cell) const { return cell.at.cell->padding ? *cell.at.cell->padding : padding; }
};

// A table in a cell, with runs of its own.
struct NestedTable {
    std::int64_t line = 0, lines = 0;  // of the cell, in whose room it stands
    MeasuredTable table = {};
    std::vector<Runs> runs = {};
};

// A picture or chart in its own box; it stands at the top of its strip.
struct MeasuredFigure {
    Length left = {};                        // of the box, from the left edge of the type area
    std::vector<PageItem> shapes = {};       // from the top left of the box
    std::vector<MeasuredLine> labels = {};   // left and baseline from there too
};

// What a strip shows.
struct StripSource {
    enum class Kind { blank, line, row, figure };
    Kind kind = Kind::blank;
    std::uint32_t index = 0;  // into Measured::lines, tables or figures
    std::uint32_t slice = 0;  // of the table
};

struct MeasuredBookmark {
    std::uint32_t strip = 0;
    std::string title = {};
    int level = 1;
};

// A heading in the contents (目录). Lines are indexes into Measured::lines.
struct MeasuredEntry {
    std::uint32_t bookmark = 0;    // index into Measured::bookmarks
    NodeId link = artifact;
    TextStyle text = {};
    Length right = {};             // where page numbers end, from the left edge of the type area
    std::string title = {}, language = {};
    Origin source = {};
    std::uint32_t first_line = 0, last_line = 0;  // [first, last)
    // Known when the pages are: the page and the y of the heading, from the head of PageArea.
    Destination to = {};
    std::uint32_t number = 0;      // 0: none yet, the lines of the entry come first
    std::uint32_t leaders = 0;     // 0: no room for any
};

struct Measured {
    StripList list = {};
    std::vector<StripSource> sources = {};  // one per strip
    std::vector<Runs> runs = {};
    std::vector<MeasuredLine> lines = {};
    std::vector<MeasuredTable> tables = {};
    std::vector<MeasuredFigure> figures = {};
    std::vector<std::unique_ptr<const Table>> pieces = {};  // of tables split by columns
    std::vector<StructureNode> structure = {};
    std::vector<MeasuredBookmark> bookmarks = {};
    std::vector<MeasuredEntry> entries = {};
    std::vector<MissingCharacter> missing = {};
    std::vector<Warning> warnings = {};
};

}  // namespace nianbao::layout

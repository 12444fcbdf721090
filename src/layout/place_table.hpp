// The part of a table that stands on one page → fills, rules and texts.
#pragma once

#include <optional>
#include <vector>

#include "layout/cut_cell.hpp"
#include "layout/draw.hpp"
#include "layout/table_rules.hpp"

namespace nianbao::layout {

// Slices [first, last) of a table on one page.
struct TablePart {
    std::uint32_t page = 0;
    std::uint32_t first = 0, last = 0;
    Length top = {};          // of slice `first`, on the page
    bool goes_on = false;     // marks and header rows stand above, repeated
    bool breaks_off = false;  // repeated footer rows stand below
    bool copy = false;        // says again what stands elsewhere
};

// A table with its parts, and how the texts of cut cells are divided among them.
class PlacedTable {
public:
    // Throws LayoutError (CELL-SPLIT) when a cut cell cannot hold its text.
    PlacedTable(const MeasuredTable& table, std::vector<TablePart> parts, const std::vector<Runs>& runs);

    // `left`: of the type area on that page.
    void draw(std::size_t part, Length left, PageCanvas& canvas) const;

private:
    // A cell, or what a page end leaves of it.
    struct Shown {
        std::uint32_t cell = 0;
        Rect area = {};
        bool has_top = true;      // the part begins where the cell begins
        CutLines lines = {};
    };
    // What each part shows of a cell that stands in several, from part `first` on.
    struct Division {
        std::uint32_t cell = 0;
        std::size_t first = 0;
        std::vector<CutLines> lines = {};
    };

    void divide(std::uint32_t cell);
    RuledGrid grid_of(const TablePart& part, Length left) const;
    std::vector<std::uint32_t> slices_of(const TablePart& part) const;
    std::vector<Shown> shown_in(std::size_t part, const RuledGrid& grid) const;
    CutLines lines_in(std::uint32_t cell, std::size_t part) const;
    void draw_marks(Point corner, PageCanvas& canvas) const;
    std::optional<Color> shade_of(std::uint32_t cell) const;
    void draw_diagonal(const Shown& shown, PageCanvas& canvas) const;
    void draw_nested_at(std::int64_t line, const Shown& shown, Point corner, PageCanvas& canvas) const;
    void draw_nested(const NestedTable& nested, Point corner, bool copy, PageCanvas& canvas) const;
    // From the top of a line to its baseline: the Han em box stands in the middle, as in paragraphs.
    Length rise() const { return (table_.line_height - table_.size) / 2 + table_.size.scaled(880, 1000); }
    void draw_text(const Shown& shown, PageCanvas& canvas) const;

    const MeasuredTable& table_;
    std::vector<TablePart> parts_;
    const std::vector<Runs>& runs_;
    std::vector<Division> divisions_ = {};
};

}  // namespace nianbao::layout

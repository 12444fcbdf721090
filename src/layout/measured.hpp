// What measure makes of a document: strips, what each shows, and the structure it speaks for.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/paged_document.hpp>

#include "layout/measured_table.hpp"
#include "layout/strip.hpp"

namespace nianbao::layout {

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

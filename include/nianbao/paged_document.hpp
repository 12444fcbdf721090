// PagedDocument: pages of placed items, the waist between layout and any backend.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <nianbao/document.hpp>
#include <nianbao/geometry.hpp>
#include <nianbao/language.hpp>

namespace nianbao {

class FontFace;

// Index into PagedDocument::structure. Items that speak for nothing are artifacts (page furniture,
// rules, repeated headers).
using NodeId = std::uint32_t;
inline constexpr NodeId artifact = 0xFFFFFFFF;

// One glyph of a run. Its source text is text.substr(text_begin, text_length) of the run;
// a further glyph of the same cluster has length 0.
struct PlacedGlyph {
    std::uint32_t id = 0;
    Length x = {}, y = {};        // of the glyph's origin, relative to the run's; y grows downward
    Length advance = {};          // after adjustment; for readers that select text
    std::uint32_t text_begin = 0, text_length = 0;
    friend bool operator==(const PlacedGlyph&, const PlacedGlyph&) = default;
};

// Glyphs of one face and size on one line.
struct GlyphRun {
    std::uint32_t face = 0;       // index into PagedDocument::faces
    Length size = {};
    Color color = {};
    Point origin = {};            // on the baseline
    std::vector<PlacedGlyph> glyphs = {};
    std::string text = {};        // UTF-8 source, every byte covered by exactly one cluster
    std::string language = {};    // BCP 47; empty = the document's
    int quarter_turns = 0;        // clockwise, about origin: 0 to 3
    bool right_to_left = false;   // each glyph is read before the one at its left; glyphs stand as read
    NodeId node = artifact;
    Origin source = {};
};

struct Rule {                     // a straight line, butt ends
    Point from = {}, to = {};
    Length width = {};
    Color color = {};
    NodeId node = artifact;
};

// An open line through points with round ends and joints; of one point: a dot as wide as the line.
struct Stroke {
    std::vector<Point> points = {};
    Length width = {};
    Color color = {};
    NodeId node = artifact;
};

struct Fill {
    Rect area = {};
    Color color = {};
    NodeId node = artifact;
};

struct Path {                     // closed polygons, for charts
    std::vector<std::vector<Point>> outlines = {};
    Color fill = {};
    NodeId node = artifact;
};

struct Picture {                  // decoded by us: rows of 8-bit RGB
    Rect area = {};
    std::uint32_t width = 0, height = 0;
    std::string rgb = {};
    NodeId node = artifact;
};

struct Destination {              // a place in the document
    std::uint32_t page = 0;       // from 0
    Length y = {};                // from the head of the page
    friend bool operator==(const Destination&, const Destination&) = default;
};

struct Link {
    Rect area = {};
    std::string uri = {};                  // empty: inside the document
    std::optional<Destination> to = {};
    std::string description = {};
    NodeId node = artifact;
};

using PageItem = std::variant<GlyphRun, Rule, Fill, Path, Picture, Link, Stroke>;

struct Page {
    Size size = {};
    std::vector<PageItem> items = {};  // in reading order
};

enum class StructureKind {
    document, paragraph, heading_1, heading_2, heading_3, heading_4, title, span,
    table, table_head, table_body, table_foot, table_row, header_cell, data_cell, caption,
    list, list_item, list_label, list_body, figure, note, section, link, ruby, ruby_base, ruby_text,
    contents, contents_item, reference
};

// A node of the structure tree. Node 0 is the document. Children are ordered as they are read.
struct StructureNode {
    StructureKind kind = StructureKind::paragraph;
    HeaderScope scope = HeaderScope::none;  // of header cells
    int rows = 1, columns = 1;              // spans of cells
    std::vector<NodeId> children = {};
    std::vector<NodeId> headers = {};       // header cells that a data or header cell depends on
    std::string alternative = {};           // /Alt of figures
    std::string summary = {};               // of tables
};

struct Bookmark {
    std::string title = {};
    int level = 1;                // from 1
    std::uint32_t page = 0;       // from 0
    Length y = {};                // top of the heading on that page
};

struct Warning {
    std::string id = {};
    std::string pointer = {};
    Bilingual sentence = {};
};

struct PagedDocument {
    std::string title = {}, author = {}, language = "zh-Hans", created = {};
    std::vector<std::shared_ptr<const FontFace>> faces = {};
    std::vector<Page> pages = {};
    std::vector<StructureNode> structure = {};
    std::vector<Bookmark> bookmarks = {};
    std::vector<Warning> warnings = {};
};

// The pages as text: one line per item, lengths in points. Stable, for goldens and bug reports.
NIANBAO_API std::string dump(const PagedDocument&);

}  // namespace nianbao

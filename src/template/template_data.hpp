// What stands behind Template: template.json read and typed, its fields still unbound.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <nianbao/document.hpp>
#include <nianbao/template.hpp>

#include "template/node.hpp"

namespace nianbao {

namespace templating {

enum class PieceKind {
    text,   // printed as it stands
    field,  // the value of a field of the report
    label   // the official label of a field, from the format
};

struct Piece {
    PieceKind kind = PieceKind::text;
    std::string value = {};     // the text, or the pointer
    std::string style = {};     // name in StyleSheet::texts
    std::string language = {};
    Place place = {};
};

using TextSource = std::vector<Piece>;

// What a cell of the template becomes.
enum class CellSpread {
    one,
    each_column,       // one value cell per column key
    each_column_label  // one label cell per column key
};

struct TableSource;

// What a cell holds below its text: a paragraph, or a table.
struct CellBlockSource {
    TextSource paragraph = {};
    std::shared_ptr<const TableSource> table = {};  // none: a paragraph
};

struct CellSource {
    CellSpread spread = CellSpread::one;
    std::string row_field = {};  // of the spreads: the row whose columns are meant
    TextSource text = {};        // of `one`
    std::vector<TextSource> diagonal = {};  // two or three labels, instead of a text
    std::vector<CellBlockSource> blocks = {};
    Cell look = {};              // spans, header, align, …; its text stays empty
    Place place = {};
};

struct RowSource {
    std::vector<CellSource> cells = {};
    Length min_height = {};
    bool keep_with_next = false;
    EdgeRules rules = {};
    Place place = {};
};

struct TableSource {
    TextSource caption = {}, unit = {};
    std::vector<TextSource> notes = {};
    std::vector<RowSource> rows = {};
    std::vector<std::string> column_keys = {};  // what the spreads run over
    int header_columns = 0;                     // first columns, whose cells head their rows
    std::string section = {};                   // data section the table shows
    Table look = {};                            // columns, header_rows, style, …; its rows stay empty
    Place place = {};
};

struct ParagraphSource {
    TextSource text = {};
    std::string style = {};
};

struct HeadingSource {
    TextSource text = {};
    Heading look = {};  // level, numeral, restart, style
};

// A narrative of the report, with what to print when it is absent or empty.
struct NarrativeSource {
    std::string field = {};
    TextSource otherwise = {};
    bool restart = false;  // its headings begin again at one
};

struct SignatureSource {
    TextSource organ = {}, date = {};
};

struct BlockSource;

// Blocks once per item of a list; inside, fields without a leading slash are the item's.
struct EachSource {
    std::string field = {};
    std::vector<BlockSource> blocks;
};

struct BlockSource {
    std::variant<ParagraphSource, HeadingSource, TableSource, NarrativeSource, SignatureSource, EachSource,
                 BlankLines, PageBreak, Contents>
        what = {};
    std::string when = {};  // a field without which the block is dropped; empty = always there
    Place place = {};
};

}  // namespace templating

class Template::Data {
public:
    std::string format = {}, fingerprint = {};
    StyleSheet styles = {};
    std::vector<templating::BlockSource> blocks = {};
    MissingNumbers missing_numbers = MissingNumbers::blank;
};

}  // namespace nianbao

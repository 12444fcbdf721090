// Indicators of the template → a table whose cells are still to be bound.
#include "template/read_indicators.hpp"

#include <nianbao/indicator_table.hpp>

#include "template/read_table.hpp"
#include "template/read_text.hpp"

namespace nianbao::templating {

namespace {

// The preset lays out texts that only say where their source stands; then the sources take their places.
class IndicatorReader {
public:
    explicit IndicatorReader(const StyleSheet& sheet) : sheet_(sheet) {}

    TableSource read(const Node& node) {
        const ObjectNode object(node, {"section", "summary", "caption", "unit", "label_head", "unit_head", "code_head", "values",
                                       "align", "rows", "notes", "turned", "style"});
        IndicatorTable preset;
        head(object, "label_head", preset.label_head);
        head(object, "unit_head", preset.unit_head);
        head(object, "code_head", preset.code_head);
        if (const auto heads = object.find("values")) {
            preset.value_heads.clear();
            for (const Node& each : items_of(*heads)) preset.value_heads.push_back(stand_in(read_text(each, sheet_)));
        }
        object.read("align", preset.value_align);
        read_turned(object, preset.turned);
        columns_ = preset.value_heads.size();
        preset.indicators = read_rows(object.at("rows"));
        TableSource table = bound(indicator_table(preset));
        table.place = object.place();
        object.read("section", table.section);
        object.read("summary", table.look.summary);
        table.caption = read_text(object, "caption", sheet_);
        table.unit = read_text(object, "unit", sheet_);
        if (const auto notes = object.find("notes"))
            for (const Node& note : items_of(*notes)) table.notes.push_back(read_text(note, sheet_));
        read_style_name(object, sheet_.tables, table.look.style);
        return table;
    }

private:
    Text stand_in(TextSource source) {
        sources_.push_back(std::move(source));
        return Text({TextRun{.text = "?", .origin = {"", static_cast<std::uint32_t>(sources_.size() - 1)}}});
    }

    void head(const ObjectNode& object, std::string_view key, Text& target) {
        if (object.has(key)) target = stand_in(read_text(object, key, sheet_));
        else target = stand_in({{.kind = PieceKind::text, .value = target.plain()}});
    }

    std::vector<Indicator> read_rows(const Node& node) {
        std::vector<Indicator> out;
        for (const Node& row : items_of(node)) out.push_back(read_row(row));
        if (out.empty()) fail("TEMPLATE-INDICATOR", node.place(), {{"columns", columns_}});
        return out;
    }

    Indicator read_row(const Node& node) {
        const ObjectNode object(node, {"label", "text", "unit", "code", "fields", "rows"});
        Indicator out;
        if (object.has("label") == object.has("text")) fail("TEMPLATE-INDICATOR", node.place(), {{"columns", columns_}});
        if (const auto label = object.find("label"))
            out.label = stand_in({{.kind = PieceKind::label, .value = text_of(*label), .place = label->place()}});
        else out.label = stand_in(read_text(object, "text", sheet_));
        if (object.has("unit")) out.unit = stand_in(read_text(object, "unit", sheet_));
        if (object.has("code")) out.code = stand_in(read_text(object, "code", sheet_));
        if (const auto fields = object.find("fields")) {
            for (const Node& field : items_of(*fields))
                out.values.push_back(stand_in({{.kind = PieceKind::field, .value = text_of(field), .place = field.place()}}));
            if (out.values.size() != columns_) fail("TEMPLATE-INDICATOR", fields->place(), {{"columns", columns_}});
        }
        if (const auto rows = object.find("rows")) out.parts = read_rows(*rows);
        return out;
    }

    TableSource bound(Table table) {
        TableSource out;
        for (Row& row : table.rows) {
            RowSource source;
            source.keep_with_next = row.keep_with_next;
            for (Cell& cell : row.cells) source.cells.push_back(bound(cell));
            out.rows.push_back(std::move(source));
        }
        out.look = std::move(table);
        out.look.rows.clear();
        return out;
    }

    CellSource bound(const Cell& cell) const {
        CellSource out;
        out.look = cell;
        out.look.text = {};
        if (cell.text.empty()) return out;
        const TextRun& run = cell.text.runs.front();
        if (run.text == "?") out.text = sources_[run.origin.offset];
        else out.text = {{.kind = PieceKind::text, .value = run.text}};
        return out;
    }

    const StyleSheet& sheet_;
    std::size_t columns_ = 0;
    std::vector<TextSource> sources_ = {};
};

}  // namespace

TableSource read_indicators(const Node& node, const StyleSheet& sheet) {
    return IndicatorReader(sheet).read(node);
}

}  // namespace nianbao::templating

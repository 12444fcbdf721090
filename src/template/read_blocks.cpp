// One reader per kind of block; the key that names the kind decides.
#include "template/read_blocks.hpp"

#include "base/nearest.hpp"
#include "template/read_indicators.hpp"
#include "template/read_table.hpp"
#include "template/read_text.hpp"

namespace nianbao::templating {

namespace {

ParagraphSource read_paragraph(const Node& node, const StyleSheet& sheet) {
    const ObjectNode object(node, {"paragraph", "style", "when"});
    ParagraphSource out{read_text(object.at("paragraph"), sheet), "body"};
    read_style_name(object, sheet.paragraphs, out.style);
    return out;
}

HeadingSource read_heading(const Node& node, const StyleSheet& sheet) {
    const ObjectNode object(node, {"heading", "text", "numeral", "restart", "style", "when"});
    HeadingSource out;
    object.read("heading", out.look.level, 1, 4);
    out.text = read_text(object.at("text"), sheet);
    if (const auto numeral = object.find("numeral")) out.look.numeral = text_of(*numeral);
    object.read("restart", out.look.restart);
    read_style_name(object, sheet.paragraphs, out.look.style);
    return out;
}

TableSource read_table_block(const Node& node, const StyleSheet& sheet) {
    const ObjectNode object(node, {"table", "when"});
    return read_table(object.at("table"), sheet);
}

NarrativeSource read_narrative(const Node& node, const StyleSheet& sheet) {
    const ObjectNode object(node, {"narrative", "otherwise", "restart", "when"});
    NarrativeSource out;
    object.read("narrative", out.field);
    out.otherwise = read_text(object, "otherwise", sheet);
    object.read("restart", out.restart);
    return out;
}

SignatureSource read_signature(const Node& node, const StyleSheet& sheet) {
    const ObjectNode object(node, {"signature", "when"});
    const ObjectNode inner(object.at("signature"), {"organ", "date"});
    return {read_text(inner, "organ", sheet), read_text(inner, "date", sheet)};
}

EachSource read_each(const Node& node, const StyleSheet& sheet) {
    const ObjectNode object(node, {"each", "blocks", "when"});
    EachSource out{text_of(object.at("each")), {}};
    out.blocks = read_blocks(object.at("blocks"), sheet);
    return out;
}

BlankLines read_blank_lines(const Node& node, const StyleSheet&) {
    const ObjectNode object(node, {"blank_lines", "when"});
    BlankLines out;
    object.read("blank_lines", out.count, 1, 100);
    return out;
}

TableSource read_indicator_block(const Node& node, const StyleSheet& sheet) {
    const ObjectNode object(node, {"indicator_table", "when"});
    return read_indicators(object.at("indicator_table"), sheet);
}

PageBreak read_page_break(const Node& node, const StyleSheet&) {
    const ObjectNode object(node, {"page_break", "when"});
    bool wanted = true;
    object.read("page_break", wanted);
    if (!wanted) fail("TEMPLATE-PAGE-BREAK", node.place());
    return {};
}

Contents read_contents(const Node& node, const StyleSheet&) {
    const ObjectNode object(node, {"contents", "when"});
    const ObjectNode inner(object.at("contents"), {"title", "levels"});
    Contents out;
    if (const auto title = inner.find("title")) out.title = text_of(*title);
    inner.read("levels", out.levels, 1, 4);
    return out;
}

struct BlockReader {
    std::string_view key;
    BlockSource (*read)(const Node&, const StyleSheet&);
};

// The kinds by the key that names them.
template <auto read>
constexpr BlockReader reader(std::string_view key) {
    return {key, [](const Node& node, const StyleSheet& sheet) {
                BlockSource out;
                out.what = read(node, sheet);
                return out;
            }};
}
constexpr BlockReader block_readers[] = {
    reader<read_paragraph>("paragraph"),     reader<read_heading>("heading"),
    reader<read_table_block>("table"),       reader<read_indicator_block>("indicator_table"),
    reader<read_narrative>("narrative"),
    reader<read_signature>("signature"),     reader<read_each>("each"),
    reader<read_blank_lines>("blank_lines"), reader<read_page_break>("page_break"),
    reader<read_contents>("contents"),
};

// A block without a known kind: one of its keys is mistyped, or the key is missing.
[[noreturn]] void no_such_block(const Node& node) {
    std::vector<std::string> known;
    for (const BlockReader& kind : block_readers) known.emplace_back(kind.key);
    for (const json::Member& member : node.value->members) {
        const std::string meant = nearest(member.key, known);
        if (meant.empty()) continue;
        fail("TEMPLATE-KEY-NEAR", {json::child(node.pointer, member.key), member.position},
             {{"key", member.key}, {"meant", meant}});
    }
    fail("TEMPLATE-BLOCK", node.place());
}

BlockSource read_block(const Node& node, const StyleSheet& sheet) {
    members_of(node);  // an object, no key twice
    for (const BlockReader& kind : block_readers) {
        if (node.value->find(kind.key) == nullptr) continue;
        BlockSource block = kind.read(node, sheet);
        block.place = node.place();
        if (const json::Value* when = node.value->find("when")) {
            block.when = text_of({when, json::child(node.pointer, "when")});
        }
        return block;
    }
    no_such_block(node);
}

}  // namespace

std::vector<BlockSource> read_blocks(const Node& node, const StyleSheet& sheet) {
    std::vector<BlockSource> out;
    for (const Node& item : items_of(node)) out.push_back(read_block(item, sheet));
    return out;
}

}  // namespace nianbao::templating

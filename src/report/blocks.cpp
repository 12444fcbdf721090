// Narratives of the input → blocks of the document.
#include "report/blocks.hpp"

#include <algorithm>
#include <string_view>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/nearest.hpp"
#include "document/numbering.hpp"
#include "report/figures.hpp"
#include "report/keys.hpp"
#include "report/scalars.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

void add_paragraph(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    for (Paragraph& line : read_paragraphs(reading, *keys.find("paragraph"), "body", Emptiness::fault)) {
        out.emplace_back(std::move(line));
    }
}

void add_note(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    for (Paragraph& line : read_paragraphs(reading, *keys.find("note"), "note", Emptiness::fault)) {
        out.emplace_back(std::move(line));
    }
}

void add_heading(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    Heading heading;
    heading.level = read_integer(reading, *keys.find("heading"), 1, 4).value_or(1);
    if (const auto text = keys.find("text")) {
        heading.text = read_line(reading, *text);
        heading.origin.pointer = text->pointer;
    }
    if (const auto numeral = keys.find("numeral")) heading.numeral = read_line(reading, *numeral, Emptiness::allowed).plain();
    if (const auto restart = keys.find("restart")) heading.restart = read_flag(reading, *restart);
    if (const auto run_in = keys.find("run_in")) heading.run_in = read_line(reading, *run_in);
    out.emplace_back(std::move(heading));
}

List::Item read_item(Reading& reading, const Node& node) {
    List::Item item;
    if (!node.is(Kind::array) || is_list_of_runs(*node.value)) {
        item.paragraphs = read_paragraphs(reading, node, "list", Emptiness::fault);
        return item;
    }
    const std::vector<Block> blocks = read_narrative(reading, node, Emptiness::fault);
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            item.paragraphs.push_back(*paragraph);
            item.paragraphs.back().style = "list";
        }
    }
    if (item.paragraphs.size() < blocks.size()) {
        reading.fault("FEATURE-UNSUPPORTED", node, {.found = "list: heading, list, table, page_break"});
    }
    return item;
}

// The document knows how far a style can count; its complaint becomes a fault of this place.
void check_numerals(Reading& reading, const Node& node, const List& list) {
    try {
        document::list_numeral(list.numerals, static_cast<int>(list.items.size()));
    } catch (const LayoutError& error) {
        reading.fault("LIST-LONG", node, {.expected = {error.message(Language::zh), error.message(Language::en)}});
    }
}

void add_list(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    static const std::vector<std::string> styles = {"1.", "（1）", "①", "一是", "1、", "一、", "（一）"};
    const Node node = *keys.find("list");
    List list;
    list.origin.pointer = node.pointer;
    if (const auto style = keys.find("style")) {
        if (const auto choice = read_choice(reading, *style, styles)) list.numerals = styles[*choice];
    }
    if (!node.is(Kind::array)) return reading.wrong_type(node, "EXPECTED-LIST");
    if (node.value->items.empty()) reading.fault("TEXT-EMPTY", node);
    for (std::size_t i = 0; i < node.value->items.size(); ++i) list.items.push_back(read_item(reading, node.item(i)));
    if (!list.items.empty()) check_numerals(reading, node, list);
    out.emplace_back(std::move(list));
}

void add_table(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    out.emplace_back(read_table(reading, *keys.find("table")));
}

void add_indicator_table(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    out.emplace_back(read_indicator_table(reading, *keys.find("indicator_table")));
}

void add_page_break(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    const Node node = *keys.find("page_break");
    if (!node.is(Kind::boolean) || !node.value->boolean) return reading.wrong_type(node, "EXPECTED-TRUE");
    out.emplace_back(PageBreak{});
}

void add_contents(Reading& reading, const Keys& keys, std::vector<Block>& out) {
    const Node node = *keys.find("contents");
    const Keys inner(reading, node, {{"title"}, {"levels"}});
    Contents contents;
    contents.origin.pointer = node.pointer;
    if (const auto title = inner.find("title")) contents.title = read_line(reading, *title, Emptiness::allowed);
    if (const auto levels = inner.find("levels")) contents.levels = read_integer(reading, *levels, 1, 4).value_or(2);
    out.emplace_back(std::move(contents));
}

// A kind of block: the key that names it, and the others that may stand beside it.
struct BlockKind {
    std::vector<KeySpec> keys;
    void (*add)(Reading&, const Keys&, std::vector<Block>&);  // null: not printed by this release
};

const std::vector<BlockKind>& block_kinds() {
    static const std::vector<BlockKind> kinds = {
        {{{"paragraph"}}, add_paragraph},
        {{{"heading"}, {"text", true}, {"run_in"}, {"numeral"}, {"restart"}}, add_heading},
        {{{"list"}, {"style"}}, add_list},
        {{{"table"}}, add_table},
        {{{"indicator_table"}}, add_indicator_table},
        {{{"note"}}, add_note},
        {{{"page_break"}}, add_page_break},
        {{{"figure"}, {"alt", true}, {"caption"}, {"width"}}, add_figure},
        {{{"chart"}, {"data", true}, {"caption"}, {"alt"}, {"unit"}}, add_chart},
        {{{"contents"}}, add_contents},
    };
    return kinds;
}

const BlockKind* kind_of(const json::Value& block) {
    for (const json::Member& member : block.members) {
        for (const BlockKind& kind : block_kinds()) {
            if (kind.keys.front().key == member.key) return &kind;
        }
    }
    return nullptr;
}

void unknown_block(Reading& reading, const Node& node) {
    std::vector<std::string> names;
    std::string all;
    for (const BlockKind& kind : block_kinds()) {
        names.emplace_back(kind.keys.front().key);
        all += (all.empty() ? "" : ", ") + names.back();
    }
    std::string suggestion;
    for (const json::Member& member : node.value->members) {
        if (suggestion.empty()) suggestion = nearest(member.key, names);
    }
    reading.fault("BLOCK", node, {.expected = in_both(all), .found = shown(*node.value), .suggestion = suggestion});
}

void add_block(Reading& reading, const Node& node, std::vector<Block>& out) {
    if (!node.is(Kind::object)) return reading.wrong_type(node, "EXPECTED-BLOCK");
    const BlockKind* kind = kind_of(*node.value);
    if (kind == nullptr) return unknown_block(reading, node);
    const Keys keys(reading, node, kind->keys);
    if (kind->add != nullptr) return kind->add(reading, keys, out);
    const std::string_view name = kind->keys.front().key;
    reading.fault("FEATURE-UNSUPPORTED", *keys.find(name), {.found = std::string(name)});
}

}  // namespace

std::vector<Block> read_narrative(Reading& reading, const Node& node, Emptiness emptiness) {
    std::vector<Block> out;
    if (node.is(Kind::string) || is_list_of_runs(*node.value)) {
        for (Paragraph& line : read_paragraphs(reading, node, "body", emptiness)) out.emplace_back(std::move(line));
        return out;
    }
    if (!node.is(Kind::array)) {
        reading.wrong_type(node, "EXPECTED-NARRATIVE");
        return out;
    }
    for (std::size_t i = 0; i < node.value->items.size(); ++i) add_block(reading, node.item(i), out);
    if (node.value->items.empty() && emptiness == Emptiness::fault) reading.fault("TEXT-EMPTY", node);
    return out;
}

}  // namespace nianbao::report

// Texts and the styles they name.
#include "template/read_text.hpp"

namespace nianbao::templating {

namespace {

Piece read_piece(const Node& node, const StyleSheet& sheet) {
    Piece piece;
    piece.place = node.place();
    if (node.value->is(json::Kind::string)) {
        piece.value = node.value->text;
        return piece;
    }
    const ObjectNode object(node, {"text", "field", "label", "style", "language"});
    int contents = 0;
    for (const auto& [key, kind] : {std::pair{"text", PieceKind::text}, std::pair{"field", PieceKind::field},
                                    std::pair{"label", PieceKind::label}}) {
        if (!object.has(key)) continue;
        ++contents;
        piece.kind = kind;
        object.read(key, piece.value);
        piece.place = object.at(key).place();
    }
    if (contents != 1) fail("TEMPLATE-TEXT", node.place());
    read_style_name(object, sheet.texts, piece.style);
    object.read("language", piece.language);
    return piece;
}

}  // namespace

TextSource read_text(const Node& node, const StyleSheet& sheet) {
    if (!node.value->is(json::Kind::array)) return {read_piece(node, sheet)};
    TextSource out;
    for (const Node& item : items_of(node)) out.push_back(read_piece(item, sheet));
    return out;
}

TextSource read_text(const ObjectNode& parent, std::string_view key, const StyleSheet& sheet) {
    const auto node = parent.find(key);
    return node ? read_text(*node, sheet) : TextSource{};
}

template <typename Style>
void read_style_name(const ObjectNode& parent, const std::map<std::string, Style>& styles, std::string& target) {
    const auto node = parent.find("style");
    if (!node) return;
    target = text_of(*node);
    if (styles.find(target) != styles.end()) return;
    fail("TEMPLATE-STYLE", node->place(), {{"style", target}, {"known", joined(names_of(styles))}});
}

template void read_style_name(const ObjectNode&, const std::map<std::string, ParagraphStyle>&, std::string&);
template void read_style_name(const ObjectNode&, const std::map<std::string, TableStyle>&, std::string&);
template void read_style_name(const ObjectNode&, const std::map<std::string, TextStyle>&, std::string&);

}  // namespace nianbao::templating

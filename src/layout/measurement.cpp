// Styles by name, structure nodes, runs and shaping for the blocks of one document.
#include "layout/measurement.hpp"

#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"

namespace nianbao::layout {

namespace {

Length size_of(const TextStyle& style) { return style.size; }
Length size_of(const ParagraphStyle& style) { return style.text.size; }
Length size_of(const TableStyle& style) { return style.text.size; }

template <typename Style>
const Style& find_style(const std::map<std::string, Style>& styles, const std::string& name, const Origin& origin) {
    const auto found = styles.find(name);
    if (found == styles.end())
        throw LayoutError("STYLE-UNKNOWN", origin.pointer, say("STYLE-UNKNOWN", {{"style", name}}), {}, {});
    if (size_of(found->second) <= Length{})
        throw LayoutError("STYLE-SIZE", origin.pointer, say("STYLE-SIZE", {{"style", name}}), {}, {});
    return found->second;
}

}  // namespace

Measurement::Measurement(const Document& of, const FontSet& with, const PageGeometry& on)
    : document(of), fonts(with), geometry(on), builder(out, on.area.grid) {
    out.structure.push_back({.kind = StructureKind::document});
}

const ParagraphStyle& Measurement::paragraph_style(const std::string& name, const Origin& origin) const {
    return find_style(document.styles.paragraphs, name, origin);
}

const TableStyle& Measurement::table_style(const std::string& name, const Origin& origin) const {
    return find_style(document.styles.tables, name, origin);
}

const TextStyle& Measurement::text_style(const std::string& name, const Origin& origin) const {
    return find_style(document.styles.texts, name, origin);
}

NodeId Measurement::add_node(NodeId parent, StructureKind kind) {
    const auto node = static_cast<NodeId>(out.structure.size());
    out.structure.push_back({.kind = kind});
    out.structure[parent].children.push_back(node);
    return node;
}

void Measurement::append_runs(
    Runs& runs, const Text& text, const TextStyle& base, NodeId node, const Origin& origin
) const {
    for (const TextRun& run : text.runs) {
        const Origin& place = run.origin.pointer.empty() ? origin : run.origin;
        runs.push_back({.text = run.text,
                        .style = run.style.empty() ? base : text_style(run.style, place),
                        .language = run.language.empty() ? document.language : run.language,
                        .origin = place,
                        .tag = node});
    }
}

text::ShapedText Measurement::shape(std::span<const text::StyledRun> runs) {
    text::ShapedText shaped = text::shape(runs, fonts);
    if (!shaped.missing.empty()) note_missing(shaped.missing);
    return shaped;
}

std::uint32_t Measurement::keep_runs(Runs runs) {
    out.runs.push_back(std::move(runs));
    return static_cast<std::uint32_t>(out.runs.size() - 1);
}

// A table that is set again in a smaller size meets the same characters again.
void Measurement::note_missing(const std::vector<MissingCharacter>& missing) {
    for (const MissingCharacter& one : missing)
        if (seen_missing_.emplace(one.pointer, one.role, one.code_point).second) out.missing.push_back(one);
}

}  // namespace nianbao::layout

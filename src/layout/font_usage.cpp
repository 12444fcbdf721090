// Which font sets which characters: every text of a document shaped once more, cluster by cluster.
#include <nianbao/font_usage.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "font/font_chain.hpp"
#include "layout/measure.hpp"
#include "layout/page_furniture.hpp"
#include "text/shape.hpp"

namespace nianbao {

namespace {

using layout::RunSpan;

class Ledger {
public:
    explicit Ledger(const FontSet& fonts) : fonts_(fonts) {}

    void add(RunSpan runs) {
        const text::ShapedText shaped = text::shape(runs, fonts_);
        for (const text::Cluster& cluster : shaped.clusters)
            if (cluster.glyph_begin < cluster.glyph_end) add(shaped, cluster);
    }

    FontUsage take(std::vector<MissingCharacter> missing) {
        for (const auto& [key, characters] : used_)
            usage_.fonts.push_back({font::name_of(key.first), key.second, characters});
        std::stable_sort(usage_.fonts.begin(), usage_.fonts.end(), [](const UsedFont& a, const UsedFont& b) {
            return a.role == b.role && a.characters > b.characters;
        });
        usage_.missing = std::move(missing);
        return std::move(usage_);
    }

private:
    void add(const text::ShapedText& shaped, const text::Cluster& cluster) {
        const text::StyledRun& run = shaped.runs[cluster.run];
        const FontRole role = run.style.font;
        const std::string& file = shaped.faces[cluster.face]->file_name();
        used_[{role, file}] += cluster.characters;
        const auto script = cluster.han ? font::Script::han : font::Script::latin;
        if (file == font::first_font(fonts_, role, script)) return;
        const std::string text = run.text.substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
        const auto [place, fresh] = places_.try_emplace({role, file, text}, usage_.substituted.size());
        if (fresh)
            usage_.substituted.push_back({cluster.first, text, font::name_of(role), file, 0, run.origin.pointer});
        ++usage_.substituted[place->second].count;
    }

    const FontSet& fonts_;
    FontUsage usage_ = {};
    std::map<std::pair<FontRole, std::string>, std::size_t> used_ = {};
    std::map<std::tuple<FontRole, std::string, std::string>, std::size_t> places_ = {};
};

void add(const layout::MeasuredTable& table, Ledger& ledger) {
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (!table.runs.empty(i)) ledger.add(table.runs[i]);
        if (!table.cells[i].contents) continue;
        for (const layout::NestedTable& nested : table.cells[i].contents->nested) add(nested.table, ledger);
    }
}

// Texts as they are read: those of a table after what stands before it.
void add(const layout::Measured& measured, Ledger& ledger) {
    auto table = measured.tables.begin();
    for (std::size_t i = 0; i <= measured.runs.size(); ++i) {
        for (; table != measured.tables.end() && table->runs_before == i; ++table) add(*table, ledger);
        if (i < measured.runs.size()) ledger.add(measured.runs[i]);
    }
}

std::string code_of(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

std::string list_of(const std::vector<std::string>& objects) {
    return objects.empty() ? "[]" : fmt::format("[\n    {}\n  ]", fmt::join(objects, ",\n    "));
}

}  // namespace

FontUsage font_usage(const Document& document, const FontSet& fonts) {
    const layout::PageGeometry geometry = layout::geometry_of(document.styles);
    layout::Measured measured = layout::measure(document, fonts, geometry, {});
    Ledger ledger(fonts);
    add(measured, ledger);
    if (document.styles.page.folio_shown) ledger.add(layout::folio_runs(document, 1));
    return ledger.take(std::move(measured.missing));
}

std::string to_json(const FontUsage& usage) {
    std::vector<std::string> fonts, substituted, missing;
    for (const UsedFont& one : usage.fonts)
        fonts.push_back(fmt::format(R"({{"role": {}, "font": {}, "characters": {}}})", json::quote(one.role),
                                    json::quote(one.font), one.characters));
    for (const SubstitutedCharacter& one : usage.substituted)
        substituted.push_back(fmt::format(
            R"({{"code_point": "{}", "text": {}, "role": {}, "font": {}, "count": {}, "pointer": {}}})",
            code_of(one.code_point), json::quote(one.text), json::quote(one.role), json::quote(one.font), one.count,
            json::quote(one.pointer)));
    for (const MissingCharacter& one : usage.missing)
        missing.push_back(fmt::format(
            R"({{"code_point": "{}", "text": {}, "role": {}, "pointer": {}, "package": {}}})", code_of(one.code_point),
            json::quote(utf8::to_utf8({&one.code_point, 1})), json::quote(one.role), json::quote(one.pointer),
            one.package.empty() ? "null" : json::quote(one.package)));
    return fmt::format("{{\n  \"fonts\": {},\n  \"substituted\": {},\n  \"missing\": {}\n}}\n", list_of(fonts),
                       list_of(substituted), list_of(missing));
}

}  // namespace nianbao

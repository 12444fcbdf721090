// A document of one table, and what it says, for tests of cells.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

namespace nianbao::samples {

inline Document document_of(Table table) {
    Document document;
    document.title = "表";
    document.styles.page.folio_shown = false;
    document.blocks = {std::move(table)};
    return document;
}

inline PagedDocument typeset_table(Table table) {
    return typeset(document_of(std::move(table)), checks::fonts());
}

// The runs that say `text`, on the first page.
inline std::vector<GlyphRun> runs_saying(const PagedDocument& pages, const std::string& text) {
    std::vector<GlyphRun> out;
    for (const GlyphRun& run : checks::runs_of(pages.pages.front()))
        if (run.text == text) out.push_back(run);
    return out;
}

}  // namespace nianbao::samples

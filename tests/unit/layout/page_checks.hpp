// What must hold on every page, read from the items alone: texts do not meet, rules are closed and
// never run through text.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/font_set.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao::checks {

// The bundled set, opened once.
const FontSet& fonts();

// The Han em boxes of a run.
Rect box_of(const GlyphRun& run);

// What of a run is seen; nothing of spaces.
std::optional<Rect> ink_of(const GlyphRun& run, const PagedDocument& document);

std::vector<GlyphRun> runs_of(const Page& page);
std::vector<Rule> rules_of(const Page& page);
std::vector<Rule> straight_rules_of(const Page& page);  // without diagonals

// The first broken rule of the house, or "".
std::string first_fault(const PagedDocument& document);

// What each node says over all pages, artifacts left out.
std::map<NodeId, std::string> said(const PagedDocument& document);

// Everything that stands on a page, artifacts as well.
std::string text_of(const Page& page);

}  // namespace nianbao::checks

// The checks of PDF/A-2a and PDF/UA-1 that can be made before anything is written.
#pragma once

#include <vector>

#include <nianbao/paged_document.hpp>

#include "pdf/violations.hpp"

namespace nianbao::pdf {

// Pages, items, bookmarks, title and language. False when an index points at nothing or a text is no
// UTF-8, so that the pages cannot even be written to look for more.
bool check_pages(const PagedDocument& document, bool tagged, Violations& violations);

// The structure tree: one tree, allowed nesting, heading order, regular tables, alternatives.
void check_structure(const PagedDocument& document, Violations& violations);

}  // namespace nianbao::pdf

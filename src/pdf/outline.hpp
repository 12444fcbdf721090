// Bookmarks (书签) → the outline tree.
#pragma once

#include <string>
#include <vector>

#include <nianbao/paged_document.hpp>

#include "pdf/haru.hpp"

namespace nianbao::pdf {

// The entry /Dest of a link or bookmark.
std::string destination(const PagedDocument& document, const std::vector<ObjectNumber>& pages, const Destination& to);

// Writes the outline, nested by level; the number of its root, 0 when there are no bookmarks.
// A bookmark stands under the nearest one before it of a smaller level.
ObjectNumber write_outline(const PagedDocument& document, const std::vector<ObjectNumber>& pages, HaruDocument& file);

}  // namespace nianbao::pdf

// Structure nodes and marked content → the structure tree of tagged PDF.
#pragma once

#include <vector>

#include <nianbao/paged_document.hpp>

#include "pdf/content_stream.hpp"
#include "pdf/haru.hpp"

namespace nianbao::pdf {

struct StructureInput {
    const PagedDocument& document;
    const std::vector<ContentPlace>& places;
    const std::vector<ObjectNumber>& pages;
    const std::vector<ObjectNumber>& annotations;  // of links, in order of pages and items
};

// Writes the tree; the number of its root. Keys of the parent tree: pages 0…n-1 are the pages'
// /StructParents, n + i the /StructParent of annotation i.
ObjectNumber write_structure_tree(const StructureInput& input, HaruDocument& file);

}  // namespace nianbao::pdf

// Page items → content stream operators, with marks for the structure tree.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nianbao/paged_document.hpp>

#include "pdf/embed_font.hpp"
#include "pdf/violations.hpp"

namespace nianbao::pdf {

// Content of a node on a page: a marked content sequence, or a link.
struct ContentPlace {
    NodeId node = artifact;
    std::uint32_t page = 0;
    std::int32_t mark = -1;  // MCID; -1: the next link in order of pages and items
};

struct PageContent {
    std::string operators = {};
    std::int32_t marks = 0;                     // MCIDs used: 0 to marks - 1
    std::vector<std::uint32_t> pictures = {};   // item indexes; the n-th is drawn as /P<n>
    std::vector<std::uint32_t> links = {};      // item indexes
};

// What all pages share while they are written.
struct ContentContext {
    const PagedDocument& document;
    std::vector<FontUse>& fonts;            // by face; drawn as /F<index>
    std::vector<ContentPlace>& places;      // in reading order
    Violations& violations;
    bool tagged = true;
};

// The tag of a structure kind: /P, /H1, /TD …; the title's is /Title (role P).
const char* structure_type(StructureKind kind);

PageContent write_content(ContentContext& context, std::uint32_t page);

}  // namespace nianbao::pdf

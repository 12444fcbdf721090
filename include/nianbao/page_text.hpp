// page_texts(): what stands on the pages as plain text, for search, proof-reading and tests.
#pragma once

#include <string>
#include <vector>

#include <nianbao/export.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao {

// The text of each page in reading order, UTF-8: one line for a paragraph (a part of one, where a page
// ends), one line for a row of a table with a tab between its cells, empty cells included. Line ends that
// typesetting made are gone; ruby stands in （）behind what it annotates. What speaks for nothing (page
// numbers, rules, repeated heads) is left out, as a screen reader leaves it out. Throws nothing of its own.
NIANBAO_API std::vector<std::string> page_texts(const PagedDocument& pages);

}  // namespace nianbao

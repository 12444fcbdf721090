// What must hold for a table on its pages, read from the items alone.
#pragma once

#include <string>

#include <nianbao/document.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao::checks {

// The first broken rule, or "": each text stands inside the frame, in a cell of its own; each character
// of a cell is said once, in order; what stands again is a header, a footer, a label or a mark; each
// further part begins with the header and no part ends with it.
std::string first_table_fault(const Table& table, const PagedDocument& pages);

}  // namespace nianbao::checks

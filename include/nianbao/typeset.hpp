// typeset(): Document + fonts → pages.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>

#include <nianbao/document.hpp>
#include <nianbao/font_set.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao {

struct TypesetOptions {
    std::stop_token stop = {};  // asked between texts and pages; stops with Error id "STOPPED"
    int max_pages = 500;        // more: LimitError
    std::function<void(std::size_t done, std::size_t total)> progress = {};  // of blocks measured; the last call is when they stand on pages
};

// Throws FontError (every character no font has, at once), LayoutError, LimitError.
NIANBAO_API PagedDocument typeset(const Document& document, const FontSet& fonts,
                                  const TypesetOptions& options = {});

// How every line of the document was broken and adjusted, as text for template authors: natural width,
// what each step of CLREQ 6.2.2 gave, why the line ends there. Lengths are points. Throws as typeset()
// does, except for pages.
NIANBAO_API std::string dump_lines(const Document& document, const FontSet& fonts);

}  // namespace nianbao

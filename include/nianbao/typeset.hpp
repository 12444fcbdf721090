// typeset(): Document + fonts → pages.
#pragma once

#include <functional>
#include <stop_token>

#include <nianbao/document.hpp>
#include <nianbao/font_set.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao {

struct TypesetOptions {
    std::stop_token stop = {};  // asked between blocks; stops with Error id "STOPPED"
    int max_pages = 500;        // more: LimitError
};

// Throws FontError (every character no font has, at once), LayoutError, LimitError.
NIANBAO_API PagedDocument typeset(const Document& document, const FontSet& fonts,
                                  const TypesetOptions& options = {});

}  // namespace nianbao

// A short text of the layout's own (folio, page numbers of the contents) as one line.
#pragma once

#include "layout/measured.hpp"

#include <nianbao/font_set.hpp>

namespace nianbao::layout {

// Throws FontError.
text::Line one_line(RunSpan runs, const FontSet& fonts, Length measure);

}  // namespace nianbao::layout

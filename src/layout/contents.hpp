// 目录: its lines are measured before the pages are known, the numbers of the pages put in after.
#pragma once

#include <nianbao/font_set.hpp>

#include "layout/measurement.hpp"

namespace nianbao::layout {

// One entry per heading of the document, with room for its page number: no line changes with the
// number, so pages are planned once. A document without such headings: a warning (CONTENTS-EMPTY).
void measure(Measurement& desk, const Contents& block);

// Page numbers and leaders of the entries. Throws LayoutError (CONTENTS-NUMBER) when a number does not
// fit its room, FontError.
void number_contents(Measured& measured, const PagePlan& plan, const FontSet& fonts);

}  // namespace nianbao::layout

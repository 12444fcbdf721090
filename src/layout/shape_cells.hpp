// The texts of a table's cells in one size, each shaped once.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "layout/measurement.hpp"
#include "layout/table_texts.hpp"
#include "text/break_lines.hpp"
#include "text/digits.hpp"

namespace nianbao::layout {

// What is known of a text in that size.
struct FittedText {
    text::TextWidths widths = {};
    SharedLines whole = {};                // on one line at the left edge; none: that depends on its cell
    const text::Digits* digits = nullptr;  // of a number, which is put together from them
    std::int32_t shaped = -1;              // index into FittedTexts::shaped; -1: a number, or shaped again where needed
    std::uint32_t first_cell = 0;          // that says it; of numbers not told
};

// Each text once, for most cells of a report say 0; numbers of a long table as often as they are said.
struct FittedTexts {
    std::vector<FittedText> texts = {};
    std::vector<std::uint32_t> of_cell = {};    // index into texts
    std::vector<text::ShapedText> shaped = {};  // what may have to be broken
    std::vector<std::shared_ptr<const text::Digits>> digits = {};
    const FittedText& of(std::size_t cell) const { return texts[of_cell[cell]]; }
    const text::ShapedText* shape_of(std::size_t cell) const {
        const std::int32_t at = of(cell).shaped;
        return at < 0 ? nullptr : &shaped[static_cast<std::size_t>(at)];
    }
};

// The texts in that size, which their runs get. `usual_width`: of a column; what is narrower will hardly be broken.
FittedTexts shape_cells(Measurement& desk, TableTexts& texts, Length size, Length usual_width);

}  // namespace nianbao::layout

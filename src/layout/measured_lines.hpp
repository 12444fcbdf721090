// Lines of text, ready to be placed: of paragraphs, and of cells that share them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "text/digits.hpp"
#include "text/line.hpp"

namespace nianbao::layout {

using Runs = std::vector<text::StyledRun>;
using RunSpan = std::span<const text::StyledRun>;

// A line of a paragraph, ready to be placed in its strip.
struct MeasuredLine {
    std::uint32_t runs = 0;   // index into Measured::runs
    text::Line line = {};
    Length left = {};         // of its measure, from the left edge of the type area
    Length baseline = {};     // from the top of the strip
    std::int32_t entry = -1;  // of the contents, index into Measured::entries; -1 = none
};

// Lines of a text in a width, shared by the cells that say the same: most cells of a report say 0.
class SharedLines {
public:
    SharedLines() = default;
    explicit SharedLines(text::Line line) : first_(std::make_shared<const text::Line>(std::move(line))), count_(1) {}
    explicit SharedLines(std::vector<text::Line> lines) : count_(lines.size()) {
        const auto kept = std::make_shared<const std::vector<text::Line>>(std::move(lines));
        first_ = {kept, kept->data()};
    }
    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    const text::Line& operator[](std::size_t i) const { return first_.get()[i]; }

private:
    std::shared_ptr<const text::Line> first_ = {};
    std::size_t count_ = 0;
};

// The lines of a cell: shared, or the one line of a number. That is put together from its digits whenever it is asked
// for: a long table would keep hundreds of thousands of them.
class CellLines {
public:
    CellLines() = default;
    explicit CellLines(SharedLines lines) : shared_(std::move(lines)) {}
    explicit CellLines(const text::Digits& digits) : digits_(&digits) {}
    bool empty() const { return size() == 0; }
    std::size_t size() const { return digits_ ? 1 : shared_.size(); }
    // `runs`: of the cell; a number is put together in `scratch`.
    const text::Line& line(std::size_t i, RunSpan runs, text::Line& scratch) const {
        return digits_ ? scratch = digits_->line(runs.front().text) : shared_[i];
    }

private:
    SharedLines shared_ = {};
    const text::Digits* digits_ = nullptr;  // of the table
};

}  // namespace nianbao::layout

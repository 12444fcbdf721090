// The runs of the cells of a table, text after text in one stretch of memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/measured_lines.hpp"

namespace nianbao::layout {

class CellRuns {
public:
    void expect(std::size_t cells) {
        runs_.reserve(cells);
        begins_.reserve(cells + 1);
    }

    // What is appended to these is said by the cell that is closed next.
    Runs& open() { return runs_; }
    void close() {
        const auto marked = [](const text::StyledRun& run) { return run.is_marked(); };
        if (std::any_of(runs_.begin() + begins_.back(), runs_.end(), marked)) marked_.push_back(size());
        begins_.push_back(static_cast<std::uint32_t>(runs_.size()));
    }

    std::size_t size() const { return begins_.size() - 1; }
    bool empty(std::size_t cell) const { return begins_[cell] == begins_[cell + 1]; }
    RunSpan operator[](std::size_t cell) const { return {runs_.data() + begins_[cell], runs_.data() + begins_[cell + 1]}; }
    std::span<text::StyledRun> operator[](std::size_t cell) {
        return {runs_.data() + begins_[cell], runs_.data() + begins_[cell + 1]};
    }
    // Cells with marks, annotations or links, in their order.
    const std::vector<std::size_t>& marked() const { return marked_; }

private:
    Runs runs_ = {};
    std::vector<std::uint32_t> begins_ = {0};
    std::vector<std::size_t> marked_ = {};
};

}  // namespace nianbao::layout

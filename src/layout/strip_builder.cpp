// What stands between blocks.
#include "layout/strip_builder.hpp"

#include "layout/sum_of.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::layout {

void StripBuilder::blank_lines(int count) {
    constexpr int enough = 1000;  // more than any page holds: the next block begins a page
    if (!out_.list.strips.empty() && !forced_) {
        space_ += page_line_ * std::clamp(count, 0, enough);
        return;
    }
    for (int i = 0; i < std::min(count, enough); ++i) {
        add({.height = page_line_, .before = BreakAppeal::good}, {});
        end_block(true, {}, false);
    }
}

void StripBuilder::turn(bool turned) {
    turned_ = turned;
    for (std::size_t i = held_first_; turned && i < out_.list.strips.size(); ++i) out_.list.strips[i].turned = true;
}

void StripBuilder::new_page(NewPage wish) {
    if (wish == NewPage::no) return;
    page_break();
    odd_ = wish == NewPage::odd_page;
}

void StripBuilder::add(Strip strip, StripSource source) {
    strip.space_before = std::exchange(space_, Length{});
    strip.snap = std::exchange(snap_, false) || strip.snap;
    strip.odd_page = std::exchange(odd_, false);
    block_height_ = sum_of(block_height_.count(), (strip.space_before + strip.lead + strip.height).count());
    strip.before = held(strip.before);
    strip.turned = turned_;
    if (block_begins_) block_first_ = next_strip();
    block_begins_ = false;
    out_.list.strips.push_back(strip);
    out_.sources.push_back(source);
}

// A heading keeps two following lines (CLREQ; spec/typesetting 1.6): the first at any price, the
// second at any price within one block, and preferably when it begins another block.
BreakAppeal StripBuilder::held(BreakAppeal wish) {
    const int held_strips = std::exchange(held_strips_, std::max(held_strips_ - 1, 0));
    if (std::exchange(forced_, false)) {
        held_strips_ = 0;
        return BreakAppeal::forced;
    }
    if (held_strips == 0) return wish;
    const bool other_block = block_begins_ && held_strips == 1;
    return std::min(wish, other_block ? BreakAppeal::poor : BreakAppeal::never);
}

void StripBuilder::end_block(bool on_grid, Length space_after, bool keep_with_next) {
    snap_ = on_grid;
    space_ += space_after;
    const Length block = std::exchange(block_height_, Length{});
    held_height_ = keep_with_next ? sum_of(held_height_.count(), block.count()) : Length{};
    if (!keep_with_next) held_first_ = no_strip;
    else if (held_first_ == no_strip) held_first_ = block_first_;
    if (keep_with_next) held_strips_ = 2;
    block_begins_ = true;
}

}  // namespace nianbao::layout

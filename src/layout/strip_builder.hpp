// Puts strips one after the other and keeps what stands between blocks: space, page breaks, the line
// grid, and how a heading holds on to what follows.
#pragma once

#include "layout/measured.hpp"

namespace nianbao::layout {

class StripBuilder {
public:
    StripBuilder(Measured& out, Length page_line) : out_(out), page_line_(page_line) {}

    void page_break() { forced_ = !out_.list.strips.empty(); }
    void new_page(NewPage wish);
    // At the head of a page blank lines stand as they are; elsewhere they are space between blocks.
    void blank_lines(int count);
    // Strips from here on stand across the page, or no longer. Headings that keep with the next block
    // go along.
    void turn(bool turned);
    Length pending_space() const { return space_; }
    void space(Length height) { space_ += height; }

    // `strip.before` is the block's own wish; what came before may change it.
    void add(Strip strip, StripSource source);

    // on_grid: the next block starts on the line grid.
    void end_block(bool on_grid, Length space_after, bool keep_with_next);

    // Height of the headings that keep with the next block, with the space between.
    Length held_height() const { return held_height_; }

    std::uint32_t next_strip() const { return static_cast<std::uint32_t>(out_.list.strips.size()); }

private:
    static constexpr std::uint32_t no_strip = 0xFFFFFFFF;

    BreakAppeal held(BreakAppeal wish);

    Measured& out_;
    Length page_line_;
    Length space_ = {};
    bool forced_ = false, odd_ = false, snap_ = false, block_begins_ = true, turned_ = false;
    Length block_height_ = {}, held_height_ = {};
    std::uint32_t block_first_ = 0;        // strip of the block
    std::uint32_t held_first_ = no_strip;  // of the headings that keep with the next block
    int held_strips_ = 0;  // strips that still belong to a heading above
};

}  // namespace nianbao::layout

// The script and the direction of every grapheme of a block that has more than Han and Latin.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <hb.h>

#include "text/bidi.hpp"
#include "text/itemize.hpp"

namespace nianbao::text {

struct ScriptRuns {
    std::vector<hb_script_t> scripts = {}; // of every grapheme; marks have that of their neighbours
    std::vector<bool> own = {};            // the grapheme's own script says so
    std::vector<BidiLevel> levels = {};    // of every grapheme
    BidiLevel base = 0;
    std::string text = {};                 // all runs: letters are joined across a change of style
    std::vector<std::uint32_t> begin = {}; // of each run in it
};

ScriptRuns script_runs(std::span<const StyledRun> runs, std::span<const Grapheme> graphemes);

} // namespace nianbao::text

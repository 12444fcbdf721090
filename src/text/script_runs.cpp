// The script and the direction of every grapheme: UAX #24 for scripts, UAX #9 on the whole block.
#include "text/script_runs.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace nianbao::text {
namespace {

bool says_nothing(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

// A mark in Latin writing follows the letters before it, else those after it; never the Han.
void resolve_marks(ScriptRuns& found) {
    hb_script_t before = HB_SCRIPT_INVALID;
    for (std::size_t i = 0; i < found.scripts.size(); ++i) {
        if (found.own[i]) before = found.scripts[i];
        else if (before != HB_SCRIPT_HAN) found.scripts[i] = before;
    }
    hb_script_t after = HB_SCRIPT_LATIN;
    for (std::size_t i = found.scripts.size(); i-- > 0;) {
        if (found.own[i]) after = found.scripts[i] == HB_SCRIPT_HAN ? HB_SCRIPT_LATIN : found.scripts[i];
        else if (found.scripts[i] == HB_SCRIPT_INVALID) found.scripts[i] = after;
    }
}

void find_scripts(std::span<const Grapheme> graphemes, ScriptRuns& found) {
    hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
    found.scripts.assign(graphemes.size(), HB_SCRIPT_INVALID);
    found.own.assign(graphemes.size(), false);
    for (std::size_t i = 0; i < graphemes.size(); ++i) {
        const hb_script_t script =
            graphemes[i].han ? HB_SCRIPT_HAN : hb_unicode_script(unicode, graphemes[i].base);
        if (says_nothing(script)) continue;
        found.scripts[i] = script;
        found.own[i] = true;
    }
    resolve_marks(found);
}

void find_levels(std::span<const StyledRun> runs, std::span<const Grapheme> graphemes, ScriptRuns& found) {
    found.levels.assign(graphemes.size(), 0);
    const bool right = !runs.empty() && turns_direction(found.text);
    if (!right) return;
    const std::u32string text = utf8::to_utf32(found.text);
    const Embedding embedding =
        embedding_levels(text, direction_of_block(text, runs.front().language));
    found.base = embedding.base;
    std::size_t character = 0;
    for (std::size_t i = 0; i < graphemes.size(); ++i) {
        const Grapheme& g = graphemes[i];
        found.levels[i] = embedding.levels[character];
        const std::string_view source = std::string_view(runs[g.run].text).substr(g.begin, g.end - g.begin);
        character += static_cast<std::size_t>(std::count_if(source.begin(), source.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    }
}

} // namespace

ScriptRuns script_runs(std::span<const StyledRun> runs, std::span<const Grapheme> graphemes) {
    ScriptRuns found;
    for (const StyledRun& run : runs) {
        found.begin.push_back(static_cast<std::uint32_t>(found.text.size()));
        found.text += run.text;
    }
    find_scripts(graphemes, found);
    find_levels(runs, graphemes, found);
    return found;
}

} // namespace nianbao::text

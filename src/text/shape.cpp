// Styled runs → clusters and glyphs: stretches of one face go through HarfBuzz whole.
#include "text/shape.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "text/annotations.hpp"
#include "text/face_choice.hpp"
#include "text/class_set.hpp"
#include "text/glyph_box.hpp"
#include "text/region.hpp"
#include "text/script_runs.hpp"
#include "text/scripts.hpp"

namespace nianbao::text {
namespace {

// Quotes and dashes take their Chinese form in a Chinese language, and only then (spec/fonts 4): so
// Latin writing inside a Chinese paragraph is not shaped as Chinese.
const char* language_of(const StyledRun& run, bool han) {
    const std::string_view language = run.language;
    const bool east_asian = language.empty() || language.starts_with("zh") ||
                            language.starts_with("ja") || language.starts_with("ko");
    if (han) return east_asian && !language.empty() ? run.language.c_str() : "zh-Hans";
    return east_asian ? "en" : run.language.c_str();
}

// Quotes inside Latin writing are narrow also where a Han face sets it (spec/typesetting 1.3).
constexpr hb_feature_t proportional{
    HB_TAG('p', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};

// Of the type a note mark stands in: its head is as high as the Han (CLREQ 6.1.2.3).
constexpr int superscript_raise = 35; // percent

constexpr char32_t usual_full_stop = U'。';

class Shaper {
public:
    Shaper(std::span<const StyledRun> runs, const FontSet& fonts, char32_t full_stop)
        : full_stop_(full_stop), text_{.runs = {runs.begin(), runs.end()}}, faces_(fonts, text_),
          buffer_(hb_buffer_create()), unicode_(hb_unicode_funcs_get_default()) {
        // A variation selector that has done its work leaves no glyph behind.
        hb_buffer_set_flags(buffer_.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
        for (const StyledRun& run : runs)
            traditional_.push_back(is_traditional(run.language));
    }

    ShapedText run() {
        graphemes_ = itemize(text_.runs);
        if (full_stop_ != usual_full_stop)
            for (Grapheme& g : graphemes_)
                if (g.base == usual_full_stop) g.base = full_stop_;
        text_.clusters.reserve(graphemes_.size());
        text_.glyphs.reserve(graphemes_.size());
        const auto special = [](const StyledRun& run) { return needs_script_runs(run.text); };
        if (std::any_of(text_.runs.begin(), text_.runs.end(), special)) find_script_runs();
        for (std::size_t begin = 0; begin < graphemes_.size();) {
            const ChosenFace chosen = face_of(begin);
            if (!chosen.draws()) {
                add_empty(begin++);
                continue;
            }
            begin = shape_stretch(begin, chosen);
        }
        return std::move(text_);
    }

private:
    // Text with more than Han and Latin is known by script and direction as well.
    void find_script_runs() {
        scripts_ = script_runs(text_.runs, graphemes_);
        text_.base_level = scripts_->base;
        text_.turned = std::any_of(scripts_->levels.begin(), scripts_->levels.end(), [](BidiLevel level) {
            return level > 0;
        });
        chosen_.reserve(graphemes_.size());
        for (const Grapheme& grapheme : graphemes_)
            chosen_.push_back(faces_.choose(grapheme));
        let_marks_follow();
    }

    // Spaces and marks between letters of one script are set from the face of the letters when it has
    // them: so U+202F keeps a Mongolian suffix with its word, and points stand right for their words.
    void let_marks_follow() {
        constexpr ClassSet digit{CharClass::digit};
        std::size_t letter = graphemes_.size();
        for (std::size_t i = 0; i < graphemes_.size(); ++i) {
            if (scripts_->own[i]) letter = i;
            if (letter >= i || graphemes_[i].han || digit.has(graphemes_[i].kind)) continue;
            const bool follows = graphemes_[letter].run == graphemes_[i].run &&
                                 scripts_->scripts[letter] == scripts_->scripts[i] &&
                                 is_of_own_script(graphemes_[letter].base);
            if (follows && chosen_[i].draws() && faces_.has(chosen_[letter], graphemes_[i]))
                chosen_[i] = chosen_[letter];
        }
    }

    ChosenFace face_of(std::size_t i) { return scripts_ ? chosen_[i] : faces_.choose(graphemes_[i]); }
    BidiLevel level_of(std::size_t i) const { return scripts_ ? scripts_->levels[i] : BidiLevel{0}; }

    bool shaped_together(std::size_t first, std::size_t other, ChosenFace chosen) {
        const Grapheme& a = graphemes_[first];
        const Grapheme& b = graphemes_[other];
        if (a.run != b.run || a.han != b.han || face_of(other) != chosen) return false;
        return !scripts_ || (scripts_->scripts[first] == scripts_->scripts[other] &&
                             scripts_->levels[first] == scripts_->levels[other]);
    }

    // What is not seen and ends no line: it parts no word (UAX #9, 5.3: X9; joining type T).
    bool is_passed_over(std::size_t i) {
        constexpr ClassSet parts{CharClass::newline, CharClass::zero_width_space};
        return scripts_ && face_of(i).face == ChosenFace::silent && !parts.has(graphemes_[i].kind);
    }

    // Graphemes from `begin` that share run, writing, face, script and direction; shaped together.
    std::size_t end_of_stretch(std::size_t begin, ChosenFace chosen) {
        std::size_t end = begin + 1;
        for (std::size_t next = end; next < graphemes_.size(); ++next) {
            if (graphemes_[next].run != graphemes_[begin].run) break;
            if (is_passed_over(next)) continue;
            if (!shaped_together(begin, next, chosen)) break;
            end = next + 1;
        }
        return end;
    }

    std::size_t shape_stretch(std::size_t begin, ChosenFace chosen) {
        const std::size_t end = end_of_stretch(begin, chosen);
        const Grapheme& first = graphemes_[begin];
        const StyledRun& run = text_.runs[first.run];
        const Length size = run.style.size.scaled(chosen.scale_percent, 100);
        // What stands before and after, in other runs too, decides how letters join.
        const std::string& source = scripts_ ? scripts_->text : run.text;
        const std::uint32_t offset = scripts_ ? scripts_->begin[first.run] : 0;
        const bool backward = level_of(begin) % 2 == 1;
        hb_buffer_t* buffer = buffer_.get();
        hb_buffer_clear_contents(buffer);
        hb_buffer_add_utf8(
            buffer, source.data(), static_cast<int>(source.size()), offset + first.begin,
            static_cast<int>(graphemes_[end - 1].end - first.begin)
        );
        if (full_stop_ != usual_full_stop) draw_full_stops();
        draw_long_dashes(*text_.faces[chosen.face]);
        hb_buffer_set_direction(buffer, backward ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
        hb_buffer_set_script(buffer, script_of(begin, end));
        hb_buffer_set_language(buffer, hb_language_from_string(language_of(run, first.han), -1));
        hb_shape(faces_.sized(chosen.face, size), buffer, &proportional, first.han ? 0 : 1);
        // Clusters stand as they are read; the glyphs of one as they are seen.
        if (backward) hb_buffer_reverse_clusters(buffer);
        unsigned count = 0;
        hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
        for (unsigned i = 0; i < count; ++i)
            infos[i].cluster -= offset;
        collect(begin, end, chosen, size);
        return end;
    }

    // The glyph of ． speaks for the 。 of the text.
    void draw_full_stops() {
        unsigned count = 0;
        hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
        for (unsigned i = 0; i < count; ++i)
            if (infos[i].codepoint == usual_full_stop) infos[i].codepoint = full_stop_;
    }

    // The glyph of —— speaks for ⸺ where the face has none of its own.
    void draw_long_dashes(const FontFace& face) {
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
        const std::vector<hb_glyph_info_t> all(infos, infos + count);
        const auto is_dash = [](const hb_glyph_info_t& info) { return info.codepoint == two_em_dash; };
        if (std::none_of(all.begin(), all.end(), is_dash) || face.glyph_of(two_em_dash) != 0) return;
        hb_buffer_clear_contents(buffer_.get());
        for (const hb_glyph_info_t& info : all) {
            if (is_dash(info)) hb_buffer_add(buffer_.get(), U'—', info.cluster);
            hb_buffer_add(buffer_.get(), is_dash(info) ? U'—' : info.codepoint, info.cluster);
        }
        hb_buffer_set_content_type(buffer_.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
    }

    hb_script_t script_of(std::size_t begin, std::size_t end) const {
        if (graphemes_[begin].han) return HB_SCRIPT_HAN;
        if (scripts_) return scripts_->scripts[begin];
        for (std::size_t i = begin; i < end; ++i) {
            if (graphemes_[i].base < 0x80) continue;
            const hb_script_t script = hb_unicode_script(unicode_, graphemes_[i].base);
            if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
                script != HB_SCRIPT_UNKNOWN)
                return script;
        }
        return HB_SCRIPT_LATIN;
    }

    // Glyphs of one HarfBuzz cluster with the graphemes it covers → one Cluster.
    void collect(std::size_t begin, std::size_t end, ChosenFace chosen, Length size) {
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
        std::size_t grapheme = begin;
        // HarfBuzz may leave nothing of what is not drawn.
        const std::uint32_t first = count > 0 ? infos[0].cluster : graphemes_[end - 1].end;
        while (grapheme < end && graphemes_[grapheme].end <= first)
            add_empty(grapheme++);
        for (unsigned g = 0; g < count;) {
            unsigned next = g + 1;
            std::size_t last = grapheme + 1;
            // A cluster of HarfBuzz may end inside a grapheme (three dashes joined) and a grapheme
            // inside a cluster (the two glyphs of ……): both grow until they end together.
            for (std::size_t before = 0; before != last;) {
                before = last;
                while (next < count && infos[next].cluster < graphemes_[last - 1].end)
                    ++next;
                const std::uint32_t limit =
                    next < count ? infos[next].cluster : graphemes_[end - 1].end;
                while (last < end && graphemes_[last].begin < limit)
                    ++last;
            }
            // What is passed over stands beside what the glyphs show, and may have another level.
            while (grapheme + 1 < last && is_passed_over(grapheme))
                add_empty(grapheme++);
            std::size_t shown = last;
            while (shown - 1 > grapheme && is_passed_over(shown - 1))
                --shown;
            add(grapheme, shown, chosen, size, {infos + g, next - g}, positions + g);
            for (grapheme = shown; grapheme < last; ++grapheme)
                add_empty(grapheme);
            g = next;
        }
    }

    // A face may draw ———— as one stroke of three ems and one of one. Ligatures of other writing count as one character.
    std::uint8_t characters_of(std::size_t begin, std::size_t end) const {
        if (!graphemes_[begin].han) return graphemes_[begin].characters;
        unsigned sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            sum += graphemes_[i].characters;
        return static_cast<std::uint8_t>(std::min(sum, 255U));
    }

    Cluster& add_empty(std::size_t grapheme) { return add_empty(grapheme, grapheme + 1); }
    Cluster& add_empty(std::size_t begin, std::size_t end) {
        const Grapheme& first = graphemes_[begin];
        const Grapheme& last = graphemes_[end - 1];
        const auto glyphs = static_cast<std::uint32_t>(text_.glyphs.size());
        Cluster& cluster = text_.clusters.emplace_back();
        cluster.run = first.run;
        cluster.text_begin = first.begin;
        cluster.text_end = last.end;
        cluster.first = first.base;
        cluster.last = last.base;
        cluster.han = first.han;
        cluster.characters = characters_of(begin, end);
        cluster.level = level_of(begin);
        cluster.size = text_.runs[first.run].style.size;
        cluster.glyph_begin = cluster.glyph_end = glyphs;
        return cluster;
    }

    void
    add(std::size_t begin, std::size_t end, ChosenFace chosen, Length size,
        std::span<const hb_glyph_info_t> infos, const hb_glyph_position_t* positions) {
        Cluster& cluster = add_empty(begin, end);
        for (const hb_glyph_info_t& info : infos) {
            if (info.codepoint != 0) continue; // .notdef is never drawn
            for (std::size_t i = begin; i < end; ++i)
                faces_.report_missing(graphemes_[i]);
            return;
        }
        const FontFace& face = *text_.faces[chosen.face];
        const bool backward = cluster.level % 2 == 1;
        if (backward) append_backward(infos, positions);
        for (std::size_t i = 0; !backward && i < infos.size(); ++i) {
            const hb_glyph_position_t& p = positions[i];
            text_.glyphs.push_back(
                {infos[i].codepoint, Length::millipoints(p.x_offset),
                 Length::millipoints(-p.y_offset), Length::millipoints(p.x_advance)}
            );
        }
        cluster.face = chosen.face;
        cluster.size = size;
        cluster.raise = cluster.han ? size.scaled(face.han_shift(), 1000) : Length{};
        const StyledRun& run = text_.runs[cluster.run];
        if (run.marks.superscript) cluster.raise += run.style.size.scaled(superscript_raise, run.size_percent);
        cluster.glyph_end = static_cast<std::uint32_t>(text_.glyphs.size());
        fit_box(
            cluster, std::span(text_.glyphs).subspan(cluster.glyph_begin), face,
            {text_.runs[cluster.run].style.size, traditional_[cluster.run], backward}
        );
    }

    // The first glyph that is read stands rightmost. Glyphs are kept as they are read, each with its
    // place from the cluster's left edge; the last has the cluster's advance.
    void append_backward(std::span<const hb_glyph_info_t> infos, const hb_glyph_position_t* positions) {
        const std::size_t begin = text_.glyphs.size();
        std::int32_t pen = 0;
        for (std::size_t end = infos.size(); end > 0;) {
            std::size_t first = end - 1;
            while (first > 0 && infos[first - 1].cluster == infos[end - 1].cluster)
                --first;
            for (std::size_t i = first; i < end; ++i) {
                const hb_glyph_position_t& p = positions[i];
                text_.glyphs.push_back(
                    {infos[i].codepoint, Length::millipoints(pen + p.x_offset),
                     Length::millipoints(-p.y_offset), {}}
                );
                pen += p.x_advance;
            }
            end = first;
        }
        std::reverse(text_.glyphs.begin() + static_cast<std::ptrdiff_t>(begin), text_.glyphs.end());
        text_.glyphs.back().advance = Length::millipoints(pen);
    }

    char32_t full_stop_;
    ShapedText text_;
    FaceChoice faces_;
    HbBuffer buffer_;
    hb_unicode_funcs_t* unicode_;
    std::vector<Grapheme> graphemes_;
    std::vector<bool> traditional_; // by run
    std::optional<ScriptRuns> scripts_; // of text with more than Han and Latin, with its faces
    std::vector<ChosenFace> chosen_;
};

// Every byte of every run stands in exactly one cluster. A bug here would lose text in silence: it
// stops the report instead.
void check_nothing_lost(const ShapedText& text) {
    std::size_t next = 0;
    for (std::size_t run = 0; run < text.runs.size(); ++run) {
        std::size_t reached = 0;
        while (next < text.clusters.size() && text.clusters[next].run == run &&
               text.clusters[next].text_begin == reached)
            reached = text.clusters[next++].text_end;
        if (reached != text.runs[run].text.size())
            throw Error("TEXT-LOST", text.runs[run].origin.pointer, say("TEXT-LOST", {{"text", shortened(text.runs[run].text)}}));
    }
}

} // namespace

ShapedText shape(std::span<const StyledRun> runs, const FontSet& fonts, const LineStyle& style) {
    // CLREQ 5.1.1.1: scientific texts may end their sentences with ．
    const char32_t full_stop = style.scientific_full_stop ? U'．' : usual_full_stop;
    ShapedText text = Shaper(runs, fonts, full_stop).run();
    check_nothing_lost(text);
    shape_rubies(text, fonts);
    return text;
}

} // namespace nianbao::text

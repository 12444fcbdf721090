// One glyph run → text operators (ISO 32000-1, 9.4).
#include "pdf/glyph_run.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/utf8.hpp"
#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

// Pens are counted in 1/1000 millipoint, in which a width (1/1000 em) times a size is exact.
constexpr std::int64_t pen_units = 1000;
constexpr std::int64_t tolerance = pen_units;  // a glyph may stand one millipoint off
constexpr std::int64_t spacing_unit = pen_units / 10;

// Text of a glyph that adds none: it must map to something, and the word joiner is seen by nobody.
constexpr const char* no_text = "\xE2\x81\xA0";

// A cluster begins with a character, not inside one.
bool inside_character(const std::string& text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// Cluster after cluster, as almost every run says its text.
bool covered_in_order(const GlyphRun& run) {
    std::size_t end = 0;
    for (const PlacedGlyph& glyph : run.glyphs) {
        if (glyph.text_length == 0) continue;
        if (glyph.text_begin != end || inside_character(run.text, end)) return false;
        end += glyph.text_length;
    }
    return end == run.text.size();
}

// Every byte of the run's text belongs to exactly one cluster, in any order.
bool text_covered(const GlyphRun& run) {
    if (covered_in_order(run)) return true;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> clusters;
    for (const PlacedGlyph& glyph : run.glyphs)
        if (glyph.text_length > 0) clusters.emplace_back(glyph.text_begin, glyph.text_length);
    if (!std::is_sorted(clusters.begin(), clusters.end())) std::sort(clusters.begin(), clusters.end());
    std::uint64_t end = 0;
    for (const auto& [begin, length] : clusters) {
        if (begin != end || inside_character(run.text, begin)) return false;
        end += length;
    }
    return end == run.text.size();
}

// The cluster's characters shared out among its glyphs: the first has what is too much, so that
// readers that do not know /ActualText still give the text back in order.
std::vector<std::string> shared_out(std::string_view text, std::size_t glyphs) {
    const std::u32string characters = utf8::to_utf32(text);
    const std::size_t first = characters.size() > glyphs ? characters.size() - glyphs + 1 : 1;
    std::vector<std::string> parts{utf8::to_utf8(std::u32string_view(characters).substr(0, first))};
    for (std::size_t i = 1; i < glyphs; ++i) {
        const std::size_t at = first + i - 1;
        parts.push_back(at < characters.size() ? utf8::to_utf8(characters.substr(at, 1)) : no_text);
    }
    return parts;
}

// A ligature in parts that is read from right to left, lam and alef: each part says its own letter.
bool goes_left(const GlyphRun& run, std::size_t begin, std::size_t end) {
    if (!run.right_to_left) return false;
    for (std::size_t i = begin + 1; i < end; ++i)
        if (run.glyphs[i].x >= run.glyphs[i - 1].x) return false;
    return end - begin > 1;
}

std::vector<const PlacedGlyph*> as_read(const GlyphRun& run, std::size_t begin, std::size_t end) {
    std::vector<const PlacedGlyph*> order;
    for (std::size_t i = begin; i < end; ++i) order.push_back(&run.glyphs[i]);
    return order;
}

// The glyph that ends the cluster on paper is painted last: readers take the gap from there to the next
// cluster for a space when it is wide, and a vowel sign often begins at the left edge of its letter.
std::vector<const PlacedGlyph*>
painting_order(const GlyphRun& run, std::size_t begin, std::size_t end, const FontFace& face) {
    std::vector<const PlacedGlyph*> order = as_read(run, begin, end);
    const auto right = [&](const PlacedGlyph* glyph) {
        return glyph->x + run.size.scaled(face.advance(glyph->id), 1000);
    };
    std::stable_sort(order.begin(), order.end(), [&](const PlacedGlyph* a, const PlacedGlyph* b) {
        return right(a) < right(b);
    });
    return order;
}

class RunPainter {
public:
    RunPainter(Painter& painter, Length size) : painter_(painter), out_(painter.out()), size_(size.count()) {}

    void use_spacing(std::int64_t tenths) {
        painter_.set_character_spacing(tenths);
        spacing_ = tenths * spacing_unit;
    }

    // The pen stands at the beginning of the line: at this x from the run's origin.
    void start_at(std::int64_t x) { pen_ = x * pen_units; }

    void show(const CodedGlyph& glyph) {
        adjust(glyph.x * pen_units - pen_);
        codes_ += static_cast<char>(glyph.code >> 8U);
        codes_ += static_cast<char>(glyph.code & 255U);
        pen_ += glyph.width * size_ + spacing_;
    }

    void flush() {
        if (codes_.empty()) return;
        if (pieces_.empty()) {
            append_bytes_string(out_, codes_);
            out_ += "Tj\n";
        } else {
            append_bytes_string(pieces_, codes_);
            out_ += '[';
            out_ += pieces_;
            out_ += "]TJ\n";
        }
        pieces_.clear();
        codes_.clear();
    }

private:
    // Moves the pen by a TJ number (1/1000 em, rounded to as few digits as the tolerance allows). The
    // pen is where a reader puts it, so what is rounded away is made good at the next glyph.
    void adjust(std::int64_t distance) {
        if (std::abs(distance) <= tolerance) return;
        std::int64_t scale = 1;
        for (int decimals = 0; decimals <= 3; ++decimals, scale *= 10) {
            const std::int64_t numerator = -distance * scale;
            const std::int64_t half = size_ / 2;
            const std::int64_t number = (numerator + (numerator < 0 ? -half : half)) / size_;
            const std::int64_t moved = -number * size_ / scale;
            if (std::abs(distance - moved) > tolerance && decimals < 3) continue;
            if (!codes_.empty()) append_bytes_string(pieces_, codes_);
            codes_.clear();
            append_number(pieces_, number, decimals);
            pen_ += moved;
            return;
        }
    }

    Painter& painter_;
    std::string& out_;
    std::int64_t size_;
    std::int64_t pen_ = 0, spacing_ = 0;
    std::string codes_ = {}, pieces_ = {};
};

// The commonest extra space behind a glyph, so that a justified line is one string: the median, in
// tenths of a millipoint.
std::int64_t common_spacing(const std::vector<CodedGlyph>& glyphs, std::int64_t size) {
    constexpr std::size_t worth_it = 4;
    if (glyphs.size() < worth_it) return 0;
    std::vector<std::int64_t> gaps;
    gaps.reserve(glyphs.size());
    for (std::size_t i = 0; i + 1 < glyphs.size(); ++i)
        gaps.push_back((glyphs[i + 1].x - glyphs[i].x) * pen_units - glyphs[i].width * size);
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle / spacing_unit;
}

// Squeezed marks whose boxes overlap: Poppler takes a glyph that begins more than half an em before the end of the
// last for another line (its words of a line are held to that), so the two say their text together. MuPDF reads on in
// the order of the content. Half an em exactly, the usual pair, is a matter of rounding to such readers: a hair to
// the right, which nobody sees, makes it less for all of them. Marks in a row have it each from the one before.
constexpr std::int64_t hair = 3;  // millipoints; either glyph may stand one off
constexpr std::int64_t most_hairs = 10;

// By how much a glyph that overlaps the last by about half an em goes to the right.
std::int64_t hair_for(std::int64_t beyond_half) {
    const std::int64_t over = beyond_half / pen_units + (beyond_half % pen_units > 0 ? 1 : 0);
    return over > -hair && over < hair * most_hairs ? std::max(over, std::int64_t{0}) + hair : 0;
}

void keep_in_line(std::vector<CodedGlyph>& glyphs, std::int64_t size) {
    CodedGlyph* leader = nullptr;
    std::int64_t reached = 0;  // right edge of the glyph before
    for (CodedGlyph& glyph : glyphs) {
        const std::int64_t beyond_half = reached - glyph.x * pen_units - size * (pen_units / 2);
        if (leader == nullptr) {
            leader = &glyph;
        } else if (glyph.cluster_glyphs > 0) {
            const bool next_text = glyph.text_begin == leader->text_begin + leader->text_length;
            const bool beside = next_text && glyph.up == leader->up;
            const std::int64_t moved = glyph.cluster_glyphs == 1 ? hair_for(beyond_half) : 0;
            if (beside && moved == 0 && beyond_half > tolerance) {
                leader->cluster_glyphs += glyph.cluster_glyphs;
                leader->text_length += glyph.text_length;
                glyph.cluster_glyphs = 0;
            } else {
                leader = &glyph;
                if (beside) glyph.x += moved;
            }
        }
        reached = glyph.x * pen_units + glyph.width * size;
    }
}

class GlyphCoder {
public:
    GlyphCoder(const GlyphRun& run, FontUse& font, Violations& violations) : run_(run), font_(font), violations_(violations) {}

    // A glyph that says `text`, of the cluster that `leader` begins; as the only one of it.
    CodedGlyph coded(const PlacedGlyph& glyph, const PlacedGlyph& leader, std::string_view text) {
        CodedGlyph out;
        out.code = font_.code(glyph.id, text, run_.source, violations_);
        out.width = font_.width(out.code);
        out.x = glyph.x.count();
        out.up = -std::int64_t{glyph.y.count()};
        out.text_begin = leader.text_begin;
        out.text_length = leader.text_length;
        out.cluster_glyphs = 1;
        return out;
    }

    // Several glyphs [begin, end) that say `text` together.
    void add_cluster(std::size_t begin, std::size_t end, std::string_view text, std::vector<CodedGlyph>& out) {
        const std::vector<std::string> parts = shared_out(text, end - begin);
        const bool leftward = parts.size() == utf8::to_utf32(text).size() && goes_left(run_, begin, end);
        const std::vector<const PlacedGlyph*> order =
            leftward ? as_read(run_, begin, end) : painting_order(run_, begin, end, font_.face());
        for (std::size_t i = begin; i < end; ++i) {
            CodedGlyph& next = out.emplace_back(coded(*order[i - begin], run_.glyphs[begin], parts[i - begin]));
            if (i > begin) next.text_length = 0;
            next.cluster_glyphs = leftward ? 1 : i == begin ? static_cast<std::uint32_t>(end - begin) : 0;
        }
    }

private:
    const GlyphRun& run_;
    FontUse& font_;
    Violations& violations_;
};

}  // namespace

std::vector<CodedGlyph> code_glyphs(const GlyphRun& run, FontUse& font, Violations& violations) {
    if (!text_covered(run)) {
        violations.add("PDF-TEXT-LOST", run.source.pointer, {{"text", run.text}});
        return {};
    }
    std::vector<CodedGlyph> coded;
    coded.reserve(run.glyphs.size());
    GlyphCoder coder(run, font, violations);
    for (std::size_t begin = 0; begin < run.glyphs.size();) {
        const PlacedGlyph& leader = run.glyphs[begin];
        if (leader.text_length == 0) {  // only at the head of a run
            violations.add("PDF-GLYPH-TEXT", run.source.pointer, {{"glyph", std::to_string(leader.id)}, {"text", run.text}});
            return {};
        }
        std::size_t end = begin + 1;
        while (end < run.glyphs.size() && run.glyphs[end].text_length == 0) ++end;
        const std::string_view text = std::string_view(run.text).substr(leader.text_begin, leader.text_length);
        if (end - begin == 1) coded.push_back(coder.coded(leader, leader, text));
        else coder.add_cluster(begin, end, text, coded);
        begin = end;
    }
    if (!run.right_to_left) keep_in_line(coded, run.size.count());  // there the next stands left by nature
    return coded;
}

RunEnd end_of(const GlyphRun& run, const std::vector<CodedGlyph>& glyphs) {
    if (glyphs.empty() || run.right_to_left) return {};
    const CodedGlyph& last = glyphs.back();
    return {(run.origin.x.count() + last.x) * pen_units + last.width * std::int64_t{run.size.count()}, run.origin.y,
            run.quarter_turns % 4};
}

void keep_in_line(const RunEnd& before, const GlyphRun& run, std::vector<CodedGlyph>& glyphs) {
    if (glyphs.empty() || run.right_to_left || before.quarter_turns != 0 || run.quarter_turns % 4 != 0) return;
    const bool one_line = std::abs((before.y - run.origin.y).count()) < run.size.count() / 2;  // faces may be shifted
    if (!one_line || glyphs[0].cluster_glyphs != 1) return;
    const std::int64_t left = (run.origin.x.count() + glyphs[0].x) * pen_units;
    glyphs[0].x += hair_for(before.x - left - run.size.count() * (pen_units / 2));
}

void paint_run(
    Painter& painter, const GlyphRun& run, const std::vector<CodedGlyph>& glyphs, std::int64_t origin_y, TextMarks& marks) {
    if (glyphs.empty()) return;
    painter.set_fill(run.color);
    painter.set_font(run.face, run.size);
    RunPainter shown(painter, run.size);
    shown.use_spacing(common_spacing(glyphs, run.size.count()));
    std::int64_t line_x = 0, line_up = 0;
    if (run.quarter_turns % 4 == 0) {
        line_x = glyphs[0].x;
        line_up = glyphs[0].up;
    }
    painter.move_text(run.origin.x.count() + line_x, origin_y + line_up, run.quarter_turns);
    shown.start_at(line_x);
    bool plain = false;
    std::size_t replaced_until = 0;  // the glyph behind an open /ActualText
    const auto end_replacement = [&](std::size_t at) {
        if (replaced_until == 0 || at != replaced_until) return;
        shown.flush();
        marks.end_replaced();
        replaced_until = 0;
    };
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const CodedGlyph& glyph = glyphs[i];
        end_replacement(i);
        if (glyph.up != line_up) {
            shown.flush();
            painter.move_in_line(glyph.x - line_x, glyph.up - line_up);
            line_x = glyph.x;
            line_up = glyph.up;
            shown.start_at(line_x);
        }
        if (glyph.cluster_glyphs > 1) {
            shown.flush();
            marks.replaced(std::string_view(run.text).substr(glyph.text_begin, glyph.text_length));
            plain = false;
            replaced_until = i + glyph.cluster_glyphs;
        } else if (replaced_until == 0 && !plain) {
            marks.plain();
            plain = true;
        }
        // Content stands as it is read (ISO 14289-1, 7.2). Text from right to left: each cluster is an
        // object of its own, since PDFium sorts objects by their place and takes the order inside one
        // for that of the page.
        if (run.right_to_left && glyph.cluster_glyphs > 0) shown.flush();
        shown.show(glyph);
    }
    shown.flush();
    end_replacement(glyphs.size());
}

}  // namespace nianbao::pdf

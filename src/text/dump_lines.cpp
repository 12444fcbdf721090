// Shaped text and lines as text.
#include "text/dump_lines.hpp"

#include <array>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "base/json.hpp"
#include "text/punctuation.hpp"

namespace nianbao::text {

std::string dump(const ShapedText& text) {
    std::string out;
    auto end = std::back_inserter(out);
    for (const Cluster& c : text.clusters) {
        const std::string& source = text.runs[c.run].text;
        const bool drawn = c.glyph_begin < c.glyph_end;
        fmt::format_to(
            end, "{} {} {} advance {}",
            json::quote(source.substr(c.text_begin, c.text_end - c.text_begin)),
            drawn ? text.faces[c.face]->file_name() : "-", to_string(c.size), to_string(c.advance)
        );
        for (std::uint32_t g = c.glyph_begin; g < c.glyph_end; ++g)
            fmt::format_to(end, " {}", text.glyphs[g].id);
        out += '\n';
    }
    for (const MissingCharacter& m : text.missing)
        fmt::format_to(
            end, "missing U+{:04X} at {}\n", static_cast<std::uint32_t>(m.code_point), m.pointer
        );
    return out;
}

std::string dump(const std::vector<Line>& lines) {
    std::string out;
    auto end = std::back_inserter(out);
    for (const Line& line : lines) {
        fmt::format_to(
            end, "line natural {} width {}{}\n", to_string(line.natural_width),
            to_string(line.width), line.last ? " last" : ""
        );
        for (const LinePiece& piece : line.pieces)
            fmt::format_to(end, "  {} {}\n", to_string(piece.x), json::quote(piece.text));
    }
    return out;
}

namespace {

// In the order of Squeeze and Stretch (CLREQ 6.2.2.3, 6.2.2.4).
constexpr std::array<std::string_view, squeeze_steps> squeeze_names{
    "", "word spaces", "interpuncts", "brackets", "pauses", "Han–Latin gaps", "stops"};
constexpr std::array<std::string_view, 4> stretch_names{"", "word spaces", "Han–Latin gaps", "all gaps"};

template <std::size_t Count>
void print_steps(
    std::string& out, std::string_view what, const std::array<Length, Count>& steps,
    const std::array<std::string_view, Count>& names
) {
    std::string_view before = what;
    for (std::size_t step = 1; step < Count; ++step) {
        if (steps[step] == Length{}) continue;
        const char* sign = steps[step] > Length{} ? "+" : "";
        fmt::format_to(
            std::back_inserter(out), "{}{} {}{}", before, names[step], sign, to_string(steps[step])
        );
        before = ", ";
    }
}

} // namespace

std::string explain(const Line& line) {
    std::string out = fmt::format(
        "natural {} width {}", to_string(line.natural_width), to_string(line.width)
    );
    print_steps(out, " squeezed ", line.steps.squeezed, squeeze_names);
    print_steps(out, " stretched ", line.steps.stretched, stretch_names);
    if (line.hung > Length{}) out += " hung " + to_string(line.hung);
    std::string text;
    for (const LinePiece& piece : line.pieces)
        text += piece.text;
    return out + fmt::format("; ends {}: {}", name_of(line.end), json::quote(text));
}

} // namespace nianbao::text

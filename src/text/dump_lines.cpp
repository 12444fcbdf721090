// Shaped text and lines as text.
#include "text/dump_lines.hpp"

#include <iterator>

#include <fmt/format.h>

#include "base/json.hpp"

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

} // namespace nianbao::text

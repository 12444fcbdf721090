// The shipped fonts, opened once, and short ways to shape with them.
#pragma once

#include <string>

#include "font/font_chain.hpp"
#include "test_folders.hpp"
#include "text/break_lines.hpp"
#include "text/shape.hpp"

namespace nianbao::text {

inline const FontSet& shipped_fonts() {
    static const FontSet fonts = FontSet::from_folder(test::root() + "/fonts");
    return fonts;
}

constexpr std::int32_t real_em = 15750; // 三号

inline StyledRun real_run(
    const std::string& text, FontRole role = FontRole::fangsong, const char* language = "zh-Hans"
) {
    return {
        .text = text,
        .style = {.font = role, .size = Length::millipoints(real_em), .color = {}},
        .language = language,
        .origin = {.pointer = "/overview/0", .offset = 0},
        .tag = 0};
}
inline ShapedText real_text(const std::string& text, FontRole role = FontRole::fangsong) {
    const StyledRun run = real_run(text, role);
    return shape(std::span(&run, 1), shipped_fonts());
}
inline const std::string& face_name(const ShapedText& text, std::size_t cluster) {
    return text.faces[text.clusters[cluster].face]->file_name();
}

} // namespace nianbao::text

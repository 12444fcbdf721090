// The face of every grapheme, asked once per character of a call; and what no font has.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "font/font_chain.hpp"
#include "text/hb_handles.hpp"
#include "text/itemize.hpp"

namespace nianbao::text {

struct ChosenFace {
    static constexpr std::uint32_t missing = 0xFFFFFFFF, silent = 0xFFFFFFFE;
    std::uint32_t face = missing; // index into ShapedText::faces
    std::int32_t scale_percent = 100;
    bool draws() const { return face < silent; }
    friend bool operator==(const ChosenFace&, const ChosenFace&) = default;
};

constexpr char32_t two_em_dash = 0x2E3A;  // ⸺; a face without it draws —— for it

class FaceChoice {
public:
    FaceChoice(const FontSet& fonts, ShapedText& text);

    // Lists what is missing in ShapedText::missing.
    ChosenFace choose(const Grapheme& grapheme);
    void report_missing(const Grapheme& grapheme);
    // Whether a chosen face has all that is drawn of the grapheme.
    bool has(ChosenFace chosen, const Grapheme& grapheme) const;

    // A face at one size: the same object for the whole call.
    hb_font_t* sized(std::uint32_t face, Length size);

private:
    struct Remembered {
        std::uint64_t key = 0;
        ChosenFace chosen = {};
    };
    struct Sized {
        std::uint32_t face;
        Length size;
        HbFont font;
    };
    ChosenFace ask(const Grapheme& grapheme);
    ChosenFace known(const font::Choice& choice);
    ChosenFace long_dash(FontRole role);
    font::Choice first_choice(FontRole role, bool han, std::u32string_view cluster) const;

    const FontSet& fonts_;
    ShapedText& text_;
    std::vector<Remembered> remembered_;
    std::vector<Sized> sized_;
};

} // namespace nianbao::text

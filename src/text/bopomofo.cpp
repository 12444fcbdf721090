// 注音符号 at the right of a Han.
#include "text/bopomofo.hpp"

#include "base/utf8.hpp"
#include "text/shape.hpp"

namespace nianbao::text {
namespace {

// In hundredths of the Han.
constexpr int symbol = 30;
constexpr int light_tone = 12;   // the room of ˙ above the column
constexpr int column_left = 2;   // clear of the Han
constexpr int tone_middle = 41;  // of the tone mark, from the Han
constexpr int middle = 38;       // of the Han, above its baseline
constexpr int box = 50;

bool is_light(char32_t c) {
    return c == U'˙';
}
bool is_tone(char32_t c) {
    return c == U'ˊ' || c == U'ˇ' || c == U'ˋ' || c == U'ˉ' || c == U'˪' || c == U'˫' || is_light(c);
}

class Column {
public:
    Column(const StyledRun& base, const FontSet& fonts, std::vector<MissingCharacter>& missing)
        : base_(base), fonts_(fonts), missing_(missing), em_(base.style.size) {}

    ShapedRuby set() {
        std::u32string symbols, tones;
        for (const char32_t c : utf8::to_utf32(base_.ruby().text))
            if (c != U' ') (is_tone(c) ? tones : symbols) += c;
        const bool light = !tones.empty() && is_light(tones[0]);
        const auto count = static_cast<int>(symbols.size());
        int top = middle + (count * symbol + (light ? light_tone : 0)) / 2;
        if (light) {
            put(tones[0], column_left + symbol / 2, top - light_tone / 2);
            top -= light_tone;
        }
        for (int i = 0; i < count; ++i)
            put(symbols[static_cast<std::size_t>(i)], column_left + symbol / 2, top - i * symbol - symbol / 2);
        // From the middle of the last symbol upward.
        const int tone_height = top - (count - 1) * symbol;
        for (const char32_t tone : tones)
            if (!is_light(tone)) put(tone, tone_middle, tone_height - symbol / 4);
        out_.width = em_.scaled(box, 100);
        return std::move(out_);
    }

private:
    // One character with the middle of its ink at a place, in hundredths of the Han from its right
    // edge and above its baseline.
    void put(char32_t c, int x, int y) {
        StyledRun run = base_;
        run.text = utf8::to_utf8(std::u32string(1, c));
        run.style.size = em_.scaled(symbol, 100);
        // Strokes of 宋 and 仿宋 would be hairlines in this size.
        run.style.font = FontRole::hei;
        run.notes = nullptr;
        run.marks = {};
        run.origin = base_.ruby().origin;
        const ShapedText shaped = shape({&run, 1}, fonts_);
        missing_.insert(missing_.end(), shaped.missing.begin(), shaped.missing.end());
        if (shaped.glyphs.size() != 1) return;
        const Cluster& cluster = shaped.clusters.front();
        LinePiece piece;
        piece.face = shaped.faces[cluster.face];
        piece.size = cluster.size;
        piece.text = run.text;
        const GlyphInk ink = piece.face->ink(shaped.glyphs[0].id);
        piece.x = em_.scaled(x, 100) - cluster.size.scaled(ink.left + ink.right, 2000);
        piece.raise = em_.scaled(y, 100) - cluster.size.scaled(ink.bottom + ink.top, 2000);
        piece.glyphs.push_back({shaped.glyphs[0].id, {}, {}, shaped.glyphs[0].advance, 0,
                                static_cast<std::uint32_t>(run.text.size())});
        out_.pieces.push_back(std::move(piece));
    }

    const StyledRun& base_;
    const FontSet& fonts_;
    std::vector<MissingCharacter>& missing_;
    Length em_;
    ShapedRuby out_ = {};
};

} // namespace

ShapedRuby bopomofo_column(const StyledRun& base, const FontSet& fonts, std::vector<MissingCharacter>& missing) {
    return Column(base, fonts, missing).set();
}

} // namespace nianbao::text
